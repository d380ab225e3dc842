#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/own_zone.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json keyed_json(const flow::KeyedCamera& made) {
  return {{"id", to_string(made.camera.id)},
          {"name", made.camera.name},
          {"ingest_key", made.ingest_key},
          {"ingest_path", "/ingest/" + made.ingest_key}};
}

Result<net::Response> all_cameras(Services& services, const net::Request&) {
  const auto view = services.directory.view();
  const auto activity = services.activity.all();
  Json items = Json::array();
  for (const Camera& camera : view->cameras) {
    const auto found = activity.find(camera.id);
    items.push_back(camera_json(*view, camera,
                                found == activity.end() ? flow::CameraActivity{} : found->second));
  }
  return json_answer({{"items", std::move(items)}});
}

// By which act it stands; nothing when absent.
Result<std::optional<LegalSource>> source_member(const Json& body) {
  const std::string text = TRY(text_member(body, {.name = "legal_source", .is_required = false}));
  if (text.empty()) return std::nullopt;
  const auto source = kLegalSourceNames.find(text);
  if (source) return source;
  return fail(ErrorCode::kBadInput,
              "`legal_source` must be police_act, designated_place or camera_act");
}

Result<net::Response> add_camera(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  flow::NewCamera wanted;
  const std::string site_text = TRY(text_member(body, {.name = "site"}));
  const auto site = parse_id(site_text);
  if (!site) return fail(ErrorCode::kBadInput, "`site` must be the id of a site");
  wanted.site = *site;
  const auto view = services.directory.view();
  if (const Site* found = view->site(*site)) {
    TRY(check_zone(services, found->zone, {request, who, Act::kChangeSettings}));
  }
  wanted.name = TRY(text_member(body, {.name = "name"}));
  wanted.heading_deg =
      TRY(number_member(body, {.name = "heading_deg", .least = 0, .most = 359.999}));
  const auto lanes = TRY(number_member(body, {.name = "lanes", .least = 1, .most = 16}));
  wanted.lanes = static_cast<int>(lanes.value_or(1));
  wanted.source = TRY(source_member(body)).value_or(LegalSource::kPoliceAct);
  return json_answer(keyed_json(TRY(services.directory.add_camera(std::move(wanted)))), 201);
}

// Desks see at once that a camera is out of service, or back.
Result<net::Response> change_camera(Services& services, const net::Request& request,
                                    const User& who) {
  const Id id = TRY(own_camera(services, {request, who, Act::kChangeSettings})).id;
  const Json body = TRY(json_body(request));
  const auto source = TRY(source_member(body));
  const auto disabled = body.find("disabled");
  const bool is_told = disabled != body.end();
  if (is_told ? !disabled->is_boolean() : !source) {
    return fail(ErrorCode::kBadInput, "`disabled` must be true or false");
  }
  if (source) TRY(services.directory.set_camera_source(id, *source));
  if (is_told) TRY(services.directory.set_camera_disabled(id, disabled->get<bool>()));
  const auto changed = services.directory.view();
  const Camera& camera = *changed->camera(id);
  net::Response response = json_answer(camera_json(*changed, camera, services.activity.of(id)));
  services.events.publish("cameras", "camera.health", response.body);
  return response;
}

Result<net::Response> issue_key(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(own_camera(services, {request, who, Act::kChangeSettings})).id;
  return json_answer(keyed_json(TRY(services.directory.issue_key(id))), 201);
}

}  // namespace

void add_cameras(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/cameras", Act::kSeeProvince, all_cameras});
  add_acting(router, services, {"POST", "/api/v1/cameras", Act::kChangeSettings, add_camera});
  add_acting(router, services,
             {"PATCH", "/api/v1/cameras/{id}", Act::kChangeSettings, change_camera});
  add_acting(router, services,
             {"POST", "/api/v1/cameras/{id}/key", Act::kChangeSettings, issue_key});
}

}  // namespace bas::api
