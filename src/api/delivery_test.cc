#include "api/delivery.h"

#include "api/api_world_test.h"
#include "api/read_views.h"

namespace bas::api {
namespace {

using testing::HasSubstr;

class Deliveries : public ApiTest {
 protected:
  net::Response post(std::string body, std::string type = "application/json") {
    return ask({.method = "POST",
                .path = "/ingest/" + world_.ingest_key,
                .body = std::move(body),
                .headers = {{"Content-Type", std::move(type)}}});
  }
};

TEST_F(Deliveries, a_read_is_kept_before_it_is_answered_and_named_in_the_answer) {
  const auto answer = deliver("1DLA001", testkit::kWorldStart);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const std::string id(net::find_header(answer.headers, "Bas-Reads"));
  const Read kept = list_world_.openers.read(parse_id(id).value()).value();
  const Json read = read_json(*world_.directory->view(), kept, Id{});
  EXPECT_EQ(read["plate"], "1DLA001");
  EXPECT_EQ(read["protocol"], "bas");
  EXPECT_EQ(read["camera"]["name"], "C1");
}

TEST_F(Deliveries, the_same_passage_again_is_answered_alike_and_kept_once) {
  const auto first = deliver("1DLA002", testkit::kWorldStart);
  const auto again = deliver("1DLA002", testkit::kWorldStart);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(net::find_header(again.headers, "Bas-Reads"),
            net::find_header(first.headers, "Bas-Reads"));
  const Json camera = get("/api/v1/cameras")["items"][0];
  EXPECT_EQ(camera["reads"], 1);
}

TEST_F(Deliveries, a_key_of_no_camera_is_told_and_nothing_kept) {
  for (const char* key : {"nobody", "x", "../keys"}) {
    const auto answer =
        ask({.method = "POST", .path = std::string("/ingest/") + key, .body = "{}"});
    EXPECT_EQ(answer.status, 404);
  }
  const auto answer = ask({.method = "POST", .path = "/ingest/nobody", .body = "{}"});
  EXPECT_EQ(json_of(answer)["type"], "/problems/unknown-key");
  EXPECT_EQ(get("/api/v1/quarantine")["items"].size(), 0U);
}

TEST_F(Deliveries, a_disabled_camera_is_refused_at_the_door) {
  ASSERT_TRUE(world_.directory->set_camera_disabled(world_.camera.id, true));
  const auto answer = deliver("1DLA003", testkit::kWorldStart);
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(json_of(answer)["type"], "/problems/camera-disabled");
  EXPECT_EQ(activity_.of(world_.camera.id).refused, 1U);
}

TEST_F(Deliveries, what_cannot_be_decoded_is_kept_whole_and_can_be_replayed) {
  const auto answer = post("{\"plate\":");
  EXPECT_EQ(answer.status, 422);
  const Json body = json_of(answer);
  EXPECT_EQ(body["type"], "/problems/undecodable");
  const std::string id = body["quarantine_id"];
  EXPECT_EQ(quarantine_.open(parse_id(id).value()).value().payload, "{\"plate\":");
  const Json kept = get("/api/v1/quarantine")["items"];
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0]["state"], "waiting");
  const auto replayed =
      ask_as(Role::kTechnician, {.method = "POST", .path = "/api/v1/quarantine/" + id + "/replay"});
  EXPECT_EQ(replayed.status, 422) << "it is still no read";
  EXPECT_EQ(get("/api/v1/quarantine")["items"].size(), 1U) << "and not kept a second time";
}

TEST_F(Deliveries, what_a_clock_that_runs_ahead_sends_waits_until_it_is_set) {
  using std::chrono::seconds;
  EXPECT_EQ(deliver("1DLA020", testkit::kWorldStart + seconds(60)).status, 200);
  const auto answer = deliver("1DLA021", testkit::kWorldStart + seconds(61));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("set the clock of the camera"));
  const std::string id = json_of(answer)["quarantine_id"];
  world_.clock.advance(seconds(1));
  const auto replayed =
      ask_as(Role::kTechnician, {.method = "POST", .path = "/api/v1/quarantine/" + id + "/replay"});
  EXPECT_EQ(replayed.status, 200) << replayed.body;
}

TEST_F(Deliveries, a_batch_keeps_its_good_lines_and_quarantines_the_bad_ones) {
  const auto answer = post(
      "{\"plate\":\"1DLA004\",\"captured_at\":\"2026-11-23T12:00:00Z\"}\n"
      "no line\n"
      "{\"plate\":\"1DLA005\",\"captured_at\":\"2026-11-23T12:00:01Z\"}\n",
      "application/x-ndjson");
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(std::string(net::find_header(answer.headers, "Bas-Reads")), HasSubstr(","));
  EXPECT_EQ(get("/api/v1/cameras")["items"][0]["reads"], 2);
}

TEST_F(Deliveries, a_stopping_server_asks_to_send_again) {
  ingest_->stop();
  const auto answer = deliver("1DLA006", testkit::kWorldStart);
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(net::find_header(answer.headers, "Retry-After"), "2");
}

}  // namespace
}  // namespace bas::api
