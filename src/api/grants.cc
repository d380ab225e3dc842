// What zones allow each other: looked at before, made, ended.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/json_members.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

constexpr std::size_t kPurposesMost = 20;

Json grant_json(Services& services, const Grant& grant) {
  const auto view = services.directory.view();
  Json json = {{"id", to_string(grant.id)},
               {"state", name_of(state_of(grant, services.clock.now()))},
               {"from_zone", zone_name_json(*view, grant.from_zone)},
               {"to_zone", zone_name_json(*view, grant.to_zone)},
               {"purposes", grant.purposes},
               {"from", format_rfc3339(grant.from)},
               {"until", format_rfc3339(grant.until)},
               {"reason", grant.reason},
               {"impact_assessment", grant.impact_assessment},
               {"made_at", format_rfc3339(grant.made_at)},
               {"made_by", to_string(grant.made_by)}};
  put(json, "revoked_at", grant.revoked_at);
  if (grant.revoked_at) json["revoked_by"] = to_string(grant.revoked_by);
  return json;
}

Result<flow::NewGrant> wanted_grant(const net::Request& request) {
  const Json body = TRY(json_body(request));
  flow::NewGrant wanted;
  wanted.to_zone = TRY(text_member(body, {.name = "to_zone"}));
  wanted.purposes = TRY(texts_member(body, {.name = "purposes", .most = kPurposesMost}));
  wanted.from = TRY(needed_time(body, "from"));
  wanted.until = TRY(needed_time(body, "until"));
  wanted.reason = TRY(text_member(body, {.name = "reason", .bytes_max = 500}));
  wanted.impact_assessment =
      TRY(text_member(body, {.name = "impact_assessment", .is_required = false}));
  return wanted;
}

Result<net::Response> all_grants(Services& services, const net::Request&) {
  Json items = Json::array();
  for (const Grant& grant : TRY(services.grants.all())) {
    items.push_back(grant_json(services, grant));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> preview_grant(Services& services, const net::Request& request,
                                    const User& who) {
  const auto wanted = TRY(wanted_grant(request));
  const auto preview = TRY(services.grants.preview(wanted, {who, request.remote_address}));
  const auto view = services.directory.view();
  Json changes = Json::array();
  for (const flow::Opening& change : preview.changes) {
    changes.push_back({{"zone", zone_name_json(*view, view->zone_with_code(change.zone)->id)},
                       {"role", name_of(change.role)},
                       {"purpose", change.purpose},
                       {"people", change.people},
                       {"open_before", change.is_open_before},
                       {"open_after", change.is_open_after}});
  }
  Json json = {{"from_zone", zone_name_json(*view, preview.grant.from_zone)},
               {"sites", preview.sites},
               {"cameras", preview.cameras},
               {"changes", std::move(changes)}};
  put(json, "without_authorisation", preview.without_authorisation);
  return json_answer(json);
}

Result<net::Response> make_grant(Services& services, const net::Request& request, const User& who) {
  const auto wanted = TRY(wanted_grant(request));
  const Grant grant = TRY(services.grants.make(wanted, {who, request.remote_address}));
  return json_answer(grant_json(services, grant), 201);
}

Result<net::Response> revoke_grant(Services& services, const net::Request& request,
                                   const User& who) {
  const Id id = TRY(path_id(request));
  return json_answer(
      grant_json(services, TRY(services.grants.revoke(id, {who, request.remote_address}))));
}

}  // namespace

void add_grants(net::Router& router, Services& services) {
  constexpr Act kManage = Act::kGrantAccess;
  add_reading(router, services, {"/api/v1/grants", Act::kSeeProvince, all_grants});
  add_acting(router, services, {"POST", "/api/v1/grants", kManage, make_grant});
  add_acting(router, services, {"POST", "/api/v1/grants/preview", kManage, preview_grant});
  add_acting(router, services, {"POST", "/api/v1/grants/{id}/revoke", kManage, revoke_grant});
}

}  // namespace bas::api
