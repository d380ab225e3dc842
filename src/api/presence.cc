#include "api/presence.h"

#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_views.h"
#include "api/resources.h"

namespace bas::api {

void Presence::forget_gone(UtcTime now) {
  std::erase_if(desks_, [&](const auto& desk) { return desk.second.until <= now; });
}

Presence::Viewed Presence::viewed(const Id& hit, const Id& audience) const {
  Viewed viewed{hit, audience, {}};
  for (const auto& [desk, kept] : desks_) {
    if (kept.look.hit == hit) viewed.viewers.push_back({kept.look.who, kept.until});
  }
  return viewed;
}

std::vector<Presence::Viewed> Presence::note(const Id& desk, const std::optional<Look>& look,
                                             UtcTime now) {
  const std::lock_guard lock(mutex_);
  forget_gone(now);
  std::optional<Look> before;
  if (const auto found = desks_.find(desk); found != desks_.end()) before = found->second.look;
  if (look) {
    desks_.insert_or_assign(desk, Kept{*look, now + kPresenceLasts});
  } else {
    desks_.erase(desk);
  }
  std::vector<Viewed> changed;
  if (before && (!look || look->hit != before->hit)) {
    changed.push_back(viewed(before->hit, before->audience));
  }
  if (look) changed.push_back(viewed(look->hit, look->audience));
  return changed;
}

std::vector<Presence::Viewed> Presence::all(UtcTime now) {
  const std::lock_guard lock(mutex_);
  forget_gone(now);
  std::map<Id, Id> hits;
  for (const auto& [desk, kept] : desks_) hits.emplace(kept.look.hit, kept.look.audience);
  std::vector<Viewed> all;
  for (const auto& [hit, audience] : hits) all.push_back(viewed(hit, audience));
  return all;
}

namespace {

Json viewed_json(const flow::ProvinceView& view, const Presence::Viewed& viewed) {
  Json viewers = Json::array();
  for (const Presence::Viewer& viewer : viewed.viewers) {
    Json one = doer_json(view, viewer.who);
    one["until"] = format_rfc3339(viewer.until);
    viewers.push_back(std::move(one));
  }
  return {{"hit", to_string(viewed.hit)}, {"viewers", std::move(viewers)}};
}

void publish(Services& services, const Presence::Viewed& viewed) {
  std::vector<std::string> audience;
  if (!viewed.audience.is_zero()) audience = {to_string(viewed.audience)};
  services.events.publish("hits", "hit.viewed",
                          viewed_json(*services.directory.view(), viewed).dump(),
                          std::move(audience));
}

Result<net::Response> look(Services& services, const net::Request& request,
                           const flow::Principal& who) {
  const Json body = TRY(json_body(request));
  const std::string hit = TRY(text_member(body, {.name = "hit", .is_required = false}));
  std::optional<Presence::Look> look;
  if (!hit.empty()) {
    const Id id = TRY(parse_id(hit));
    const auto seen = TRY(services.judging.seen(id, {who.user, request.remote_address}));
    look = {id, audience_of(seen.hit), flow::doer_of(who.user)};
  }
  for (const auto& viewed : services.presence.note(who.credential.id, look, services.clock.now())) {
    publish(services, viewed);
  }
  net::Response response;
  response.status = 204;
  return response;
}

net::Response looks(Services& services, const User& who) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const auto& viewed : services.presence.all(services.clock.now())) {
    const bool is_for_all = viewed.audience.is_zero() || viewed.audience == who.zone;
    if (is_for_all) items.push_back(viewed_json(*view, viewed));
  }
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_presence(net::Router& router, Services& services) {
  GuardedRoute noting{.method = "PUT",
                      .pattern = "/api/v1/presence",
                      .act = Act::kShareHit,
                      .handler = {},
                      .is_of_page = true};
  noting.handler = [&services](const net::Request& request, const flow::Principal& who) {
    auto answer = look(services, request, who);
    return answer ? std::move(*answer) : problem(answer.error(), request.id);
  };
  add_guarded(router, services, std::move(noting));
  add_acting(router, services,
             {"GET", "/api/v1/presence", Act::kShareHit,
              [](Services& given, const net::Request&, const User& who) -> Result<net::Response> {
                return looks(given, who);
              },
              0});
}

}  // namespace bas::api
