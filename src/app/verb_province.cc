#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/admin_verb.h"

namespace bas::app {

namespace {

struct CameraChoice {
  ApiOptions api;
  std::string camera;
};

// By id or by name.
Result<std::string> camera_id(ServerCall& server, const std::string& wanted) {
  const auto cameras = TRY(call_api(server, {.method = "GET", .target = "/api/v1/cameras"}));
  for (const Json& camera : cameras["items"]) {
    if (camera["id"] == wanted || camera["name"] == wanted) return camera["id"];
  }
  return fail(ErrorCode::kNotFound, fmt::format("no camera is called {}", wanted));
}

Result<> disable(const CameraChoice& options, bool is_disabled) {
  const auto server = TRY(ServerCall::open(options.api.server));
  const std::string id = TRY(camera_id(*server, options.camera));
  TRY(call_api(*server, {.method = "PATCH",
                         .target = "/api/v1/cameras/" + id,
                         .body = Json{{"disabled", is_disabled}}.dump()}));
  fmt::print("camera {} is {}\n", options.camera, is_disabled ? "disabled" : "enabled");
  return {};
}

void add_switch(CLI::App& camera, Action& chosen, const char* name, bool is_disabled) {
  auto options = std::make_shared<CameraChoice>();
  CLI::App* verb = camera.add_subcommand(
      name, is_disabled ? "take no more reads of a camera" : "take its reads again");
  add_api_options(*verb, options->api);
  verb->add_option("CAMERA,--camera", options->camera, "its name or id")->required();
  verb->callback([&chosen, options, is_disabled] {
    chosen = [options, is_disabled] { return disable(*options, is_disabled); };
  });
}

}  // namespace

void add_province(CLI::App& app, Action& chosen) {
  constexpr Member kNumber = Member::kNumber;
  CLI::App* zone = app.add_subcommand("zone", "police zones");
  zone->require_subcommand(1);
  add_posting(*zone, chosen,
              {"add",
               "add a zone",
               "/api/v1/zones",
               {{"--code", "code", "its code, such as 5364", Member::kText, true},
                {"--name", "name", "its name", Member::kText, true}},
               {"id", "code", "name"}});
  add_showing(*zone, chosen, {"list", "all zones", "/api/v1/zones", {"code", "name", "id"}});

  CLI::App* site = app.add_subcommand("site", "places where cameras stand");
  site->require_subcommand(1);
  add_posting(*site, chosen,
              {"add",
               "add a site",
               "/api/v1/sites",
               {{"--zone", "zone", "code of its zone", Member::kText, true},
                {"--name", "name", "its name", Member::kText, true},
                {"--latitude,--lat", "latitude", "degrees north", kNumber, true},
                {"--longitude,--lon", "longitude", "degrees east", kNumber, true},
                {"--municipality", "municipality", "name of the municipality"},
                {"--nis", "municipality_nis", "its code in the federal register"},
                {"--road", "road", "the road"}},
               {"id", "name"}});
  add_showing(*site, chosen,
              {"list",
               "all sites",
               "/api/v1/sites",
               {"name", "zone/code", "municipality", "road", "latitude", "longitude", "id"}});

  CLI::App* camera = app.add_subcommand("camera", "cameras and their keys");
  camera->require_subcommand(1);
  add_posting(*camera, chosen,
              {"add",
               "add a camera; prints the address it delivers to, once",
               "/api/v1/cameras",
               {{"--site", "site", "id of its site", Member::kText, true},
                {"--name", "name", "its name", Member::kText, true},
                {"--heading", "heading_deg", "degrees clockwise from north", kNumber},
                {"--lanes", "lanes", "lanes it watches", kNumber},
                {"--legal-source", "legal_source",
                 "the act it stands by: police_act (else), designated_place or camera_act"}},
               {"id", "name", "ingest_key", "ingest_path"}});
  add_showing(*camera, chosen,
              {"list",
               "all cameras",
               "/api/v1/cameras",
               {"name", "zone/code", "site/name", "disabled", "reads", "quarantined",
                "last_read_at", "id"}});
  add_switch(*camera, chosen, "disable", true);
  add_switch(*camera, chosen, "enable", false);
}

}  // namespace bas::app
