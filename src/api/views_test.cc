#include "api/views.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/hit_views.h"
#include "api/read_views.h"

namespace bas::api {
namespace {

using testing::ElementsAre;

UtcTime at(std::string_view text) { return parse_rfc3339(text).value(); }
Id id(char c) { return parse_id(std::string(25, '0') + c).value(); }

// One zone with one site and one camera, the camera seen from north to south.
flow::ProvinceView province() {
  flow::ProvinceView view;
  view.zones = {{id('1'), "5364", "Zone Noord"}};
  view.sites = {{id('2'), id('1'), "Brug", 51.1, 4.9, "Olen", "13029", "N13"}};
  Camera camera;
  camera.id = id('3');
  camera.zone = id('1');
  camera.site = id('2');
  camera.name = "C1";
  camera.key_sha256 = "the digest of a secret";
  camera.heading_deg = 180;
  view.cameras = {camera};
  view.zone_by_id = {{id('1'), 0}};
  view.site_by_id = {{id('2'), 0}};
  view.camera_by_id = {{id('3'), 0}};
  return view;
}

Read read_of(const char* plate) {
  Read read;
  read.id = id('4');
  read.camera = id('3');
  read.received_at = at("2026-11-23T12:00:01Z");
  read.plate = plate;
  read.facts.protocol = "bas";
  read.facts.captured_at = at("2026-11-23T12:00:00.125Z");
  read.facts.plate_raw = "1-ABC-234";
  return read;
}

Hit hit_of(const char* plate) {
  Hit hit;
  hit.id = id('5');
  hit.incident = id('6');
  hit.read = id('4');
  hit.entry = id('7');
  hit.list = id('8');
  hit.camera = id('3');
  hit.captured_at = at("2026-11-23T12:00:00.125Z");
  hit.created_at = at("2026-11-23T12:00:01Z");
  hit.plate = {plate, "BE"};
  hit.entry_plate = {plate, ""};
  hit.category = "stolen";
  hit.reason = "reported";
  hit.explanation = "the same plate";
  return hit;
}

std::vector<std::string> names_of(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST(Views, a_read_says_where_when_and_what_and_leaves_out_what_the_camera_did_not_say) {
  const Json json = read_json(province(), read_of("1ABC234"), Id{});
  EXPECT_THAT(names_of(json),
              ElementsAre("id", "camera", "captured_at", "received_at", "plate", "plate_raw",
                          "direction", "late", "protocol", "pictures"));
  EXPECT_EQ(json["captured_at"], "2026-11-23T12:00:00.125Z");
  EXPECT_EQ(json["plate"], "1ABC234");
  EXPECT_EQ(json["plate_raw"], "1-ABC-234");
  EXPECT_EQ(json["direction"], "unknown");
  EXPECT_EQ(json["late"], false);
  EXPECT_EQ(json["camera"]["zone"]["code"], "5364");
  EXPECT_EQ(json["camera"]["site"]["latitude"], 51.1);
  EXPECT_EQ(json["camera"]["heading_deg"], 180.0);
}

TEST(Views, a_read_tells_everything_the_camera_said) {
  Read read = read_of("1ABC234");
  read.facts.country = "BE";
  read.facts.confidence = 0.75;
  read.facts.glyph_confidences = {0.5, 1};
  read.facts.vehicle = {"skoda", "octavia", "grey", "car"};
  read.facts.direction = Direction::kApproaching;
  read.facts.lane = 2;
  read.facts.speed_kmh = 88.5;
  read.facts.is_late = true;
  read.facts.device_id = "K1";
  read.pictures = {{PictureRole::kPlate, {}, 900}, {PictureRole::kOverview, {}, 90'000}};
  const Json json = read_json(province(), read, id('7'));
  EXPECT_EQ(json["country"], "BE");
  EXPECT_EQ(json["confidence"], 0.75);
  EXPECT_EQ(json["glyph_confidences"], Json::array({0.5, 1.0}));
  EXPECT_EQ(json["vehicle"].dump(),
            R"({"make":"skoda","model":"octavia","colour":"grey","class":"car"})");
  EXPECT_EQ(json["direction"], "approaching");
  EXPECT_EQ(json["lane"], 2);
  EXPECT_EQ(json["speed_kmh"], 88.5);
  EXPECT_EQ(json["late"], true);
  EXPECT_EQ(json["device_id"], "K1");
  ASSERT_EQ(json["pictures"].size(), 2U);
  EXPECT_EQ(json["pictures"][1].dump(),
            R"({"role":"overview","url":"/api/v1/reads/)" + to_string(id('4')) +
                "/pictures/1?for=" + to_string(id('7')) + R"(","bytes":90000})");
}

TEST(Views, a_read_of_a_camera_that_is_gone_still_names_it) {
  Read read = read_of("1ABC234");
  read.camera = id('9');
  const Json json = read_json(province(), read, Id{});
  EXPECT_EQ(json["camera"].dump(), R"({"id":")" + to_string(id('9')) + R"("})");
}

TEST(Views, a_hit_stands_on_its_read_entry_and_list) {
  List list;
  list.id = id('8');
  list.owner_zone = id('1');
  list.name = "stolen";
  list.title = "Stolen";
  list.category = "theft";
  const Hit hit = hit_of("1ABC234");
  const Read read = read_of("1ABC234");
  const Json json = hit_json(province(), {hit, read, &list});
  EXPECT_EQ(json["list"]["name"], "stolen");
  EXPECT_EQ(json["list"]["category"], "theft");
  EXPECT_EQ(json["list"]["owner_zone"]["name"], "Zone Noord");
  EXPECT_EQ(json["state"], "candidate");
  EXPECT_EQ(json["country"], "BE");
  EXPECT_FALSE(json.contains("entry_country"));
  EXPECT_EQ(json["probability"], 1.0);
  EXPECT_EQ(json["explanation"], "the same plate");
  EXPECT_EQ(json["incident"], to_string(id('6')));
  EXPECT_TRUE(json["open"]);
  EXPECT_FALSE(json.contains("claim"));
}

TEST(Views, a_hit_of_a_list_that_is_gone_keeps_its_category) {
  const Hit hit = hit_of("1ABC234");
  const Read read = read_of("1ABC234");
  const Json json = hit_json(province(), {hit, read, nullptr});
  EXPECT_EQ(json["list"]["id"], to_string(id('8')));
  EXPECT_EQ(json["list"]["name"], "");
  EXPECT_EQ(json["list"]["category"], "stolen");
}

TEST(Views, an_incident_counts_its_hits_and_shows_the_last) {
  Incident incident;
  incident.id = id('6');
  incident.plate = {"1ABC234", "BE"};
  incident.version = 4;
  incident.hits = 3;
  incident.priority = 1;
  incident.opened_at = at("2026-11-23T11:00:00Z");
  incident.last_at = at("2026-11-23T12:00:00Z");
  const Json json = incident_json(province(), incident, {{"id", "the hit"}});
  EXPECT_THAT(names_of(json),
              ElementsAre("id", "version", "plate", "country", "hits", "priority", "quiet", "state",
                          "open", "opened_at", "last_at", "last_hit"));
  EXPECT_EQ(json["hits"], 3);
  EXPECT_EQ(json["version"], 4);
  EXPECT_EQ(json["last_hit"]["id"], "the hit");
}

TEST(Views, a_camera_shows_what_it_does_and_never_its_key) {
  const auto view = province();
  flow::CameraActivity activity;
  activity.reads = 7;
  activity.quarantined = 1;
  Json json = camera_json(view, view.cameras[0], activity);
  EXPECT_EQ(json["reads"], 7);
  EXPECT_EQ(json["quarantined"], 1);
  EXPECT_EQ(json["disabled"], false);
  EXPECT_EQ(json["site"]["municipality"], "Olen");
  EXPECT_FALSE(json.contains("last_read_at"));
  EXPECT_EQ(json.dump().find("digest"), std::string::npos);
  activity.last_read_at = at("2026-11-23T12:00:00Z");
  json = camera_json(view, view.cameras[0], activity);
  EXPECT_EQ(json["last_read_at"], "2026-11-23T12:00:00.000Z");
}

TEST(Views, a_user_is_shown_without_the_password) {
  User user;
  user.id = id('A');
  user.name = "nadia";
  user.password_hash = "$argon2id$secret";
  user.zone = id('1');
  user.language = "fr";
  Json json = user_json(province(), user);
  EXPECT_EQ(json["zone"]["code"], "5364");
  EXPECT_EQ(json["role"], "operator");
  EXPECT_EQ(json.dump().find("argon2"), std::string::npos);
  user.zone = {};
  json = user_json(province(), user);
  EXPECT_FALSE(json.contains("zone")) << "of the province itself";
}

}  // namespace
}  // namespace bas::api
