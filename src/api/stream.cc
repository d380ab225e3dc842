#include <algorithm>
#include <charconv>

#include "api/access.h"
#include "api/answers.h"
#include "api/resources.h"

namespace bas::api {

namespace {

std::optional<std::uint64_t> sequence_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failure != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

std::vector<std::string> topics_of(std::string_view text) {
  std::vector<std::string> topics;
  while (!text.empty()) {
    const std::string_view topic = text.substr(0, text.find(','));
    if (!topic.empty()) topics.emplace_back(topic);
    text.remove_prefix(std::min(text.size(), topic.size() + 1));
  }
  return topics;
}

// What is observed in silence is for the desks of one zone (rule R33).
bool is_for(const User& user, const net::Event& event) {
  return event.audience.empty() || std::ranges::count(event.audience, to_string(user.zone)) > 0;
}

// Nothing is shown once the session or token is over, or its person's role or training, and the
// stream ends there. `feed` is filled in before the stream is sent.
std::function<bool(const net::Event&)> until_end_of(
    const flow::Principal& who, Services& services,
    std::shared_ptr<std::weak_ptr<net::EventFeed>> feed) {
  return [who, &services, feed = std::move(feed)](const net::Event& event) {
    const bool may_still = services.sessions.is_living(who.credential) &&
                           services.gate.admits(Act::kShareHit, who.user);
    if (may_still) return is_for(who.user, event);
    if (const auto open = feed->lock()) open->end(net::Reset::kRights);
    return false;
  };
}

net::Response follow(Services& services, const net::Request& request, const flow::Principal& who) {
  const auto feed = std::make_shared<std::weak_ptr<net::EventFeed>>();
  net::Subscription wanted;
  wanted.may_see = until_end_of(who, services, feed);
  wanted.topics = topics_of(request.query_value("topics"));
  wanted.since = sequence_number(request.query_value("since"));
  wanted.last_event_id = sequence_number(request.header("last-event-id"));
  net::Response response;
  response.content_type = "text/event-stream";
  response.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
  response.events = services.events.subscribe(std::move(wanted));
  *feed = response.events;
  services.followers.add(who.credential.id, response.events);
  return response;
}

}  // namespace

void add_stream(net::Router& router, Services& services) {
  add_guarded(router, services,
              {"GET", "/api/v1/stream", Act::kShareHit,
               [&services](const net::Request& request, const flow::Principal& who) {
                 return follow(services, request, who);
               }});
}

}  // namespace bas::api
