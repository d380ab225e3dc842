#include "api/desk_stream.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/views.h"
#include "base/log.h"

namespace bas::api {

void DeskStream::hit_created(const HitNews& news) {
  const auto view = parts_.directory.view();
  Json event = hit_json(*view, {news.hit, news.read, list_of(news.hit)});
  event["incident_version"] = news.incident.version;
  event["incident_hits"] = news.incident.hits;
  event["incident_opened_at"] = format_rfc3339(news.incident.opened_at);
  parts_.events.publish("hits", "hit.created",
                        event.dump(-1, ' ', false, Json::error_handler_t::replace));
  parts_.metrics.note_hit(news.hit.priority, parts_.clock.now() - news.read.received_at);
}

const List* DeskStream::list_of(const Hit& hit) {
  const auto find = [&] {
    return std::ranges::find(lists_, hit.list, [](const List& list) { return list.id; });
  };
  auto found = find();
  if (found == lists_.end()) {
    auto lists = parts_.lists.lists();
    if (!lists) {
      log(LogLevel::kWarning, "api", "the list of a hit could not be read",
          {{"reason", lists.error().text}});
      return nullptr;
    }
    lists_ = std::move(*lists);
    found = find();
  }
  return found == lists_.end() ? nullptr : &*found;
}

}  // namespace bas::api
