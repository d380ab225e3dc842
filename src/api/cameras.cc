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

// What the council decided; nothing when absent.
Result<std::optional<CouncilDecision>> decision_member(const Json& body) {
  const auto found = body.find("decision");
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_object()) return fail(ErrorCode::kBadInput, "`decision` must be an object");
  CouncilDecision decision;
  decision.from = TRY(needed_time(*found, "from"));
  decision.until = TRY(needed_time(*found, "until"));
  decision.area = TRY(text_member(*found, {.name = "area", .bytes_max = 500}));
  decision.reference = TRY(text_member(*found, {.name = "reference"}));
  if (decision.from < decision.until) return decision;
  return fail(ErrorCode::kBadInput, "`until` must be later than `from`");
}

constexpr NumberRule kHeading{.name = "heading_deg", .least = 0, .most = 359.999};
constexpr NumberRule kLanes{.name = "lanes", .least = 1, .most = 16};

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
  wanted.heading_deg = TRY(number_member(body, kHeading));
  const auto lanes = TRY(number_member(body, kLanes));
  wanted.lanes = static_cast<int>(lanes.value_or(1));
  wanted.source = TRY(source_member(body)).value_or(LegalSource::kPoliceAct);
  wanted.decision = TRY(decision_member(body));
  return json_answer(keyed_json(TRY(services.directory.add_camera(std::move(wanted)))), 201);
}

// What a change says of a camera itself. A member that is absent leaves things as they are; `null`
// takes direction, decision and maintenance away.
Result<std::vector<flow::Directory::CameraEdit>> edits_in(const Json& body) {
  std::vector<flow::Directory::CameraEdit> edits;
  const auto add = [&edits](flow::Directory::CameraEdit edit) { edits.push_back(std::move(edit)); };
  if (body.contains("name")) {
    add([name = TRY(text_member(body, {.name = "name"}))](Camera& camera) { camera.name = name; });
  }
  if (takes_away(body, "heading_deg")) {
    add([](Camera& camera) { camera.heading_deg.reset(); });
  } else if (const auto heading = TRY(number_member(body, kHeading))) {
    add([heading](Camera& camera) { camera.heading_deg = heading; });
  }
  if (const auto lanes = TRY(number_member(body, kLanes))) {
    add([lanes](Camera& camera) { camera.lanes = static_cast<int>(*lanes); });
  }
  if (body.contains("decision")) {
    add([decision = TRY(decision_member(body))](Camera& camera) { camera.decision = decision; });
  }
  if (takes_away(body, "maintenance_until")) {
    add([](Camera& camera) { camera.maintenance_until.reset(); });
  } else if (const auto until = TRY(time_member(body, "maintenance_until"))) {
    add([until](Camera& camera) { camera.maintenance_until = until; });
  }
  return edits;
}

// Desks see at once that a camera is out of service, or back.
Result<net::Response> change_camera(Services& services, const net::Request& request,
                                    const User& who) {
  const Id id = TRY(own_camera(services, {request, who, Act::kChangeSettings})).id;
  const Json body = TRY(json_body(request));
  const auto source = TRY(source_member(body));
  const auto disabled = body.find("disabled");
  const bool is_told = disabled != body.end();
  const auto edits = TRY(edits_in(body));
  if (is_told ? !disabled->is_boolean() : !source && edits.empty()) {
    return fail(ErrorCode::kBadInput, "`disabled` must be true or false");
  }
  if (!edits.empty()) {
    TRY(services.directory.change_camera(id, [&edits](Camera& camera) {
      for (const auto& edit : edits) edit(camera);
    }));
  }
  if (source) TRY(services.directory.set_camera_source(id, *source));
  if (is_told) TRY(services.directory.set_camera_disabled(id, disabled->get<bool>()));
  const auto changed = services.directory.view();
  const Camera& camera = *changed->camera(id);
  net::Response response = json_answer(camera_json(*changed, camera, services.activity.of(id)));
  services.events.publish("cameras", "camera.health", response.body);
  return response;
}

const char* word_of(flow::RefusalReason reason) {
  return reason == flow::RefusalReason::kDisabled ? "disabled" : "outside_period";
}

// Counts by the hour and what was refused: no plate, no person.
Result<net::Response> camera_activity(Services& services, const net::Request& request) {
  const Id id = TRY(path_id(request));
  if (services.directory.view()->camera(id) == nullptr) {
    return fail(ErrorCode::kNotFound, "there is no such camera");
  }
  Json hours = Json::array();
  for (const flow::HourOfReads& hour : services.activity.hours(id)) {
    hours.push_back({{"from", format_rfc3339(hour.from)}, {"reads", hour.reads}});
  }
  Json refusals = Json::array();
  for (const flow::CameraRefusal& refusal : services.activity.refusals(id)) {
    refusals.push_back({{"at", format_rfc3339(refusal.at)}, {"reason", word_of(refusal.reason)}});
  }
  return json_answer({{"since", format_rfc3339(services.started_at)},
                      {"hours", std::move(hours)},
                      {"refusals", std::move(refusals)}});
}

Result<net::Response> issue_key(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(own_camera(services, {request, who, Act::kChangeSettings})).id;
  return json_answer(keyed_json(TRY(services.directory.issue_key(id))), 201);
}

}  // namespace

void add_cameras(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/cameras", Act::kSeeProvince, all_cameras});
  add_acting(router, services, {"POST", "/api/v1/cameras", Act::kChangeSettings, add_camera});
  GuardedRoute activity{.method = "GET",
                        .pattern = "/api/v1/cameras/{id}/activity",
                        .act = Act::kSeeProvince,
                        .handler = {},
                        .body_bytes_max = 0,
                        .is_of_page = true};
  activity.handler = [&services](const net::Request& request, const flow::Principal&) {
    auto answer = camera_activity(services, request);
    return answer ? std::move(*answer) : problem(answer.error(), request.id);
  };
  add_guarded(router, services, std::move(activity));
  add_acting(router, services,
             {"PATCH", "/api/v1/cameras/{id}", Act::kChangeSettings, change_camera});
  add_acting(router, services,
             {"POST", "/api/v1/cameras/{id}/key", Act::kChangeSettings, issue_key});
}

}  // namespace bas::api
