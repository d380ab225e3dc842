// Stored reads looked up: a plate, or everything some sites saw.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/read_views.h"
#include "api/resources.h"
#include "api/search_fields.h"

namespace bas::api {

namespace {

Json zone_json(const flow::ZoneAnswer& zone) {
  Json json = {{"zone", zone.zone},
               {"permitted", zone.decision.permit},
               {"rules", zone.decision.rules},
               {"obligations", zone.decision.obligations}};
  if (!zone.decision.permit) {
    json["reason"] = zone.decision.reason;
    json["text"] = zone.decision.text;
  }
  return json;
}

Result<net::Response> search(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const flow::SearchWish wish = TRY(search_wish_of(body));
  const flow::SearchPage page = TRY(services.searches.search(wish, {who, request.remote_address}));
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Read& read : page.reads) items.push_back(read_json(*view, read, page.purpose));
  Json zones = Json::array();
  for (const flow::ZoneAnswer& zone : page.zones) zones.push_back(zone_json(zone));
  Json json = {{"items", std::move(items)},
               {"zones", std::move(zones)},
               {"ledger_number", page.ledger_number},
               {"purpose", to_string(page.purpose)}};
  if (page.next) json["next"] = to_string(*page.next);
  return json_answer(json);
}

}  // namespace

void add_searches(net::Router& router, Services& services) {
  add_acting(router, services, {"POST", "/api/v1/searches", Act::kSearch, search});
}

}  // namespace bas::api
