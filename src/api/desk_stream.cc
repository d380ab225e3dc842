#include "api/desk_stream.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/hit_views.h"
#include "api/pursuit_views.h"
#include "base/log.h"

namespace bas::api {

// What waits for a batch calls nobody.
void DeskStream::hit_created(const HitNews& news) {
  if (!is_batched(news.hit)) publish_hit("hit.created", news);
  parts_.metrics.note_hit(news.hit.priority, parts_.clock.now() - news.read.received_at);
}

void DeskStream::hit_changed(const HitNews& news) { publish_hit("hit.changed", news); }

void DeskStream::publish_hit(const char* name, const HitNews& news) {
  const auto view = parts_.directory.view();
  const auto list = list_of(news.hit);
  Json event = hit_json(*view, {news.hit, news.read, list ? &*list : nullptr});
  event["of_incident"] = incident_facts_json(*view, news.incident);
  std::vector<std::string> audience;
  if (const Id only = audience_of(news.hit); !only.is_zero()) audience = {to_string(only)};
  parts_.events.publish("hits", name, event.dump(-1, ' ', false, Json::error_handler_t::replace),
                        std::move(audience));
}

void DeskStream::list_changed(const List& list) {
  {
    const std::lock_guard lock(mutex_);
    lists_.clear();
  }
  const Json event = {{"id", to_string(list.id)},
                      {"name", list.name},
                      {"title", list.title},
                      {"suspended", list.is_suspended},
                      {"suspended_because", list.suspended_because},
                      {"revision", list.revision}};
  parts_.events.publish("lists", "list.changed",
                        event.dump(-1, ' ', false, Json::error_handler_t::replace));
}

// What was noted is for those who take part: they ask for the log behind what they have.
void DeskStream::pursuit_changed(const flow::PursuitNews& news) {
  Json event = pursuit_json(*parts_.directory.view(), news.pursuit);
  event["event"] = name_of(news.entry.event);
  std::vector<std::string> audience;
  if (!news.pursuit.audience.is_zero()) audience = {to_string(news.pursuit.audience)};
  parts_.events.publish("pursuits", "pursuit.changed",
                        event.dump(-1, ' ', false, Json::error_handler_t::replace),
                        std::move(audience));
}

std::optional<List> DeskStream::list_of(const Hit& hit) {
  const std::lock_guard lock(mutex_);
  auto found = std::ranges::find(lists_, hit.list, &List::id);
  if (found == lists_.end()) {
    auto lists = parts_.lists.lists();
    if (!lists) {
      log(LogLevel::kWarning, "api", "the list of a hit could not be read",
          {{"reason", lists.error().text}});
      return std::nullopt;
    }
    lists_ = std::move(*lists);
    found = std::ranges::find(lists_, hit.list, &List::id);
  }
  if (found == lists_.end()) return std::nullopt;
  return *found;
}

}  // namespace bas::api
