// How a camera misreads: learned, looked at, approved, forgotten.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/answers.h"
#include "api/fields.h"
#include "api/own_zone.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Json learned_json(const flow::LearnedMisreads& learned) {
  const match::Evaluation& judged = learned.evaluation;
  Json json = {{"version", learned.version},
               {"learned_at", format_rfc3339(learned.learned_at)},
               {"learned_by", to_string(learned.learned_by)},
               {"learned_from", learned.learned_from},
               {"refused", learned.refused},
               {"held_out", judged.reads},
               {"gain", judged.gain},
               {"perplexity", judged.perplexity},
               {"perplexity_in_general", judged.prior_perplexity},
               {"model", learned.model},
               {"confidences_count", !learned.calibration.empty()},
               {"confidence_gain", learned.calibration_gain}};
  if (learned.approved_at) {
    json["approved_at"] = format_rfc3339(*learned.approved_at);
    json["approved_by"] = to_string(learned.approved_by);
  }
  return json;
}

Json tally_json(const flow::TalliedCamera& tallied) {
  return {{"since", format_rfc3339(tallied.since)},
          {"by_verdict", tallied.by_verdict},
          {"by_passage", tallied.by_passage},
          {"to_learn_from", tallied.learned_from.misreads.reads},
          {"held_out", tallied.held_out.misreads.reads}};
}

net::Response answer(Services& services, const Id& id, const flow::CameraMisreads& camera) {
  Json json = Json::object();
  if (const auto tallied = services.misread_tally.of(id)) json["tally"] = tally_json(*tallied);
  if (camera.draft) json["draft"] = learned_json(*camera.draft);
  if (camera.in_force) json["in_force"] = learned_json(*camera.in_force);
  return json_answer(json);
}

Result<Id> camera_of(Services& services, const net::Request& request) {
  const Id id = TRY(path_id(request));
  for (const Camera& camera : services.directory.view()->cameras) {
    if (camera.id == id) return id;
  }
  return fail(ErrorCode::kNotFound, "there is no such camera");
}

Result<Id> camera_to_teach(Services& services, const net::Request& request, const User& who) {
  return TRY(own_camera(services, {request, who, Act::kChangeSettings})).id;
}

Result<net::Response> show(Services& services, const net::Request& request) {
  const Id camera = TRY(camera_of(services, request));
  return answer(services, camera, services.misreads.of(camera));
}

Result<net::Response> learn(Services& services, const net::Request& request, const User& who) {
  const Id camera = TRY(camera_to_teach(services, request, who));
  return answer(services, camera, TRY(services.misreads.learn(camera, request.body, who.id)));
}

Result<net::Response> learn_tallied(Services& services, const net::Request& request,
                                    const User& who) {
  const Id camera = TRY(camera_to_teach(services, request, who));
  return answer(services, camera, TRY(services.misreads.learn_tallied(camera, who.id)));
}

Result<net::Response> approve(Services& services, const net::Request& request, const User& who) {
  const Id camera = TRY(camera_to_teach(services, request, who));
  const Json body = TRY(json_body(request));
  const auto version = TRY(number_member(body, {.name = "version", .least = 1, .most = 1e9}));
  if (!version) return fail(ErrorCode::kBadInput, "`version` must be that of the draft");
  return answer(services, camera,
                TRY(services.misreads.approve(camera, static_cast<int>(*version), who.id)));
}

Result<net::Response> forget(Services& services, const net::Request& request, const User& who) {
  const Id camera = TRY(camera_to_teach(services, request, who));
  return answer(services, camera, TRY(services.misreads.forget(camera)));
}

}  // namespace

void add_misreads(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/cameras/{id}/misreads", Act::kSeeProvince, show});
  add_acting(router, services,
             {"PUT", "/api/v1/cameras/{id}/misreads", Act::kChangeSettings, learn,
              services.limits.import_bytes_max});
  add_acting(router, services,
             {"POST", "/api/v1/cameras/{id}/misreads/draft", Act::kChangeSettings, learn_tallied});
  add_acting(router, services,
             {"POST", "/api/v1/cameras/{id}/misreads/approve", Act::kChangeSettings, approve});
  add_acting(router, services,
             {"DELETE", "/api/v1/cameras/{id}/misreads", Act::kChangeSettings, forget});
}

}  // namespace bas::api
