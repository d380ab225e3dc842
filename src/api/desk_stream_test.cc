#include "api/desk_stream.h"

#include "api/api_world_test.h"

namespace bas::api {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DeskEvents : public ApiTest {
 protected:
  std::shared_ptr<net::EventFeed> follow(std::vector<std::string> topics) {
    net::Subscription wanted;
    wanted.topics = std::move(topics);
    return events_.subscribe(std::move(wanted));
  }
  static std::string taken(net::EventFeed& feed) {
    std::string all;
    for (const auto& chunk : feed.take().chunks) all += *chunk;
    return all;
  }
};

TEST_F(DeskEvents, a_hit_tells_its_list_and_what_its_incident_has_become) {
  DeskStream desks({events_, *world_.directory, world_.sql->lists(), metrics_, world_.clock});
  world_.wanted({"1DSA001", ""});
  ASSERT_EQ(deliver("1DSA001", testkit::kWorldStart).status, 200);
  ASSERT_EQ(deliver("1DSA001", testkit::kWorldStart + std::chrono::minutes{1}).status, 200);
  const auto told = world_.desks.told();
  ASSERT_EQ(told.size(), 2U);
  const auto feed = follow({"hits"});
  taken(*feed);
  for (const auto& one : told) desks.hit_created({one.hit, one.incident, one.read});
  const std::string events = taken(*feed);
  EXPECT_THAT(events, AllOf(HasSubstr("event: hit.created\n"), HasSubstr("\"hits\":1"),
                            HasSubstr("\"hits\":2"), HasSubstr("\"name\":\"stolen\""),
                            HasSubstr("\"opened_at\":\"2026-11-23T12:00:00.000Z\"")));
}

TEST_F(DeskEvents, a_camera_out_of_service_and_back_is_told) {
  const auto cameras = follow({"cameras"});
  const auto hits = follow({"hits"});
  taken(*cameras);
  taken(*hits);
  const std::string path = "/api/v1/cameras/" + to_string(world_.camera.id);
  for (const char* disabled : {"true", "false"}) {
    const auto answer = ask_as(
        Role::kTechnician,
        {.method = "PATCH", .path = path, .body = std::string(R"({"disabled":)") + disabled + "}"});
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(taken(*cameras), AllOf(HasSubstr("event: camera.health\n"),
                                       HasSubstr("data: " + answer.body + "\n")));
  }
  EXPECT_THAT(taken(*hits), Not(HasSubstr("camera.health")));
}

}  // namespace
}  // namespace bas::api
