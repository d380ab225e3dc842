#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/hit_views.h"
#include "api/resources.h"

namespace bas::api {

namespace {

using ListsOfAll = std::vector<List>;

Json at_desk_json(Services& services, const ListsOfAll& lists, const flow::IncidentAtDesk& one) {
  return incident_json(*services.directory.view(), one.incident,
                       hit_json_of(services, lists, one.last));
}

Result<net::Response> page_of_incidents(Services& services, const net::Request& request,
                                        const User& who) {
  const HitPage wanted = TRY(incident_page_of(request, services.clock.now()));
  const std::uint64_t seq = services.events.seq();  // before reading: what comes later is resent
  const auto lists = TRY(services.lists.plain());
  const auto page = TRY(services.desk.incidents(wanted, {who, request.remote_address}));
  Json items = Json::array();
  for (const flow::IncidentAtDesk& one : page.items) {
    items.push_back(at_desk_json(services, lists, one));
  }
  Json body = {{"items", std::move(items)}, {"seq", seq}};
  if (page.next) body["next"] = to_string(*page.next);
  return json_answer(body);
}

Result<net::Response> one_incident(Services& services, const net::Request& request,
                                   const User& who) {
  const Id id = TRY(path_id(request));
  const auto trail = TRY(services.desk.incident(id, {who, request.remote_address}));
  const auto lists = TRY(services.lists.plain());
  Json body = at_desk_json(services, lists, trail.at_desk);
  Json hits = Json::array();
  for (const flow::HitWithRead& hit : trail.hits) hits.push_back(hit_json_of(services, lists, hit));
  body["trail"] = std::move(hits);
  return json_answer(body);
}

}  // namespace

void add_incidents(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/incidents", Act::kShareHit, page_of_incidents, 0});
  add_acting(router, services, {"GET", "/api/v1/incidents/{id}", Act::kShareHit, one_incident, 0});
}

}  // namespace bas::api
