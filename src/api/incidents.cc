#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

using ListsOfAll = std::vector<List>;

// Nothing when the last hit is gone with its day.
Result<std::optional<Json>> with_last_hit(Services& services, const ListsOfAll& lists,
                                          const Incident& incident) {
  auto hit = services.reads.hit(incident.last_hit);
  if (!hit &&
      (hit.error().code == ErrorCode::kDestroyed || hit.error().code == ErrorCode::kNotFound)) {
    return std::optional<Json>();
  }
  const flow::HitWithRead last = TRY(std::move(hit));
  return std::optional(incident_json(incident, hit_json_of(services, lists, last)));
}

Result<net::Response> page_of_incidents(Services& services, const net::Request& request) {
  const HitPage wanted = TRY(page_of(request));
  const std::uint64_t seq = services.events.seq();  // before reading: what comes later is resent
  const auto lists = TRY(services.lists.plain());
  const auto incidents = TRY(services.reads.incidents(wanted));
  Json items = Json::array();
  for (const Incident& incident : incidents.items) {
    if (auto item = TRY(with_last_hit(services, lists, incident))) {
      items.push_back(std::move(*item));
    }
  }
  Json body = {{"items", std::move(items)}, {"seq", seq}};
  if (incidents.next) body["next"] = to_string(*incidents.next);
  return json_answer(body);
}

Result<net::Response> one_incident(Services& services, const net::Request& request) {
  const Id id = TRY(path_id(request));
  const Incident incident = TRY(services.reads.incident(id));
  const auto lists = TRY(services.lists.plain());
  auto body = TRY(with_last_hit(services, lists, incident));
  if (!body) return fail(ErrorCode::kNotFound, "there is no such incident any more");
  Json trail = Json::array();
  const auto hits = TRY(services.reads.hits_of_incident(incident.id));
  for (const flow::HitWithRead& hit : hits) {
    trail.push_back(hit_json_of(services, lists, hit));
  }
  (*body)["trail"] = std::move(trail);
  return json_answer(*body);
}

}  // namespace

void add_incidents(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/incidents", Right::kSeeHits, page_of_incidents});
  add_reading(router, services, {"/api/v1/incidents/{id}", Right::kSeeHits, one_incident});
}

}  // namespace bas::api
