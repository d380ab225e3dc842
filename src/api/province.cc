#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/own_zone.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

Result<net::Response> zones(Services& services, const net::Request&) {
  Json items = Json::array();
  for (const Zone& zone : services.directory.view()->zones) items.push_back(zone_json(zone));
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> add_zone(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  std::string code = TRY(text_member(body, {.name = "code", .bytes_max = 32}));
  std::string name = TRY(text_member(body, {.name = "name"}));
  TRY(check_zone(services, {}, {request, who, Act::kChangeSettings}));
  const Zone zone = TRY(services.directory.add_zone(std::move(code), std::move(name)));
  return json_answer(zone_json(zone), 201);
}

Result<net::Response> sites(Services& services, const net::Request&) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Site& site : view->sites) items.push_back(site_json(*view, site));
  return json_answer({{"items", std::move(items)}});
}

Result<double> coordinate(const Json& body, const NumberRule& rule) {
  const auto value = TRY(number_member(body, rule));
  if (value) return *value;
  return fail(ErrorCode::kBadInput, "`latitude` and `longitude` are needed");
}

Result<net::Response> add_site(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const auto optional_text = [&](std::string_view name) {
    return text_member(body, {.name = name, .is_required = false});
  };
  flow::NewSite wanted;
  wanted.zone_code = TRY(text_member(body, {.name = "zone", .bytes_max = 32}));
  const auto view = services.directory.view();
  if (const Zone* zone = view->zone_with_code(wanted.zone_code)) {
    TRY(check_zone(services, zone->id, {request, who, Act::kChangeSettings}));
  }
  wanted.site.name = TRY(text_member(body, {.name = "name"}));
  wanted.site.latitude = TRY(coordinate(body, {.name = "latitude", .least = -90, .most = 90}));
  wanted.site.longitude = TRY(coordinate(body, {.name = "longitude", .least = -180, .most = 180}));
  wanted.site.municipality = TRY(optional_text("municipality"));
  wanted.site.municipality_nis = TRY(optional_text("municipality_nis"));
  wanted.site.road = TRY(optional_text("road"));
  const Site site = TRY(services.directory.add_site(std::move(wanted)));
  return json_answer(site_json(*services.directory.view(), site), 201);
}

}  // namespace

void add_province(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/zones", Act::kSeeProvince, zones});
  add_acting(router, services, {"POST", "/api/v1/zones", Act::kChangeSettings, add_zone});
  add_reading(router, services, {"/api/v1/sites", Act::kSeeProvince, sites});
  add_acting(router, services, {"POST", "/api/v1/sites", Act::kChangeSettings, add_site});
}

}  // namespace bas::api
