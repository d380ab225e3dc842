#include "api/followers.h"

#include "api/api_world_test.h"

namespace bas::api {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class FollowersOfTheStream : public ApiTest {
 protected:
  std::shared_ptr<net::EventFeed> follow(const std::string& token) {
    const net::Response response = ask({.path = "/api/v1/stream", .token = token});
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_THAT(taken(*response.events), HasSubstr("event: hello\n"));
    return response.events;
  }
  static std::string taken(net::EventFeed& feed) {
    std::string all;
    for (const auto& chunk : feed.take().chunks) all += *chunk;
    return all;
  }
  void publish(std::string_view json) { events_.publish("hits", "hit.created", json); }

  static constexpr auto kRights = "event: reset\ndata: {\"reason\":\"rights\"}\n\n";
};

TEST_F(FollowersOfTheStream, are_ended_with_the_token_they_came_with_and_no_other) {
  const std::string gone_token = token_of(Role::kOperator);
  const auto gone = follow(gone_token);
  const auto gone_too = follow(gone_token);
  const auto kept = follow(token_of(Role::kOperator));
  ASSERT_EQ(ask({.method = "DELETE", .path = "/api/v1/session", .token = gone_token}).status, 204);
  publish("{}");
  EXPECT_EQ(taken(*gone), kRights);
  EXPECT_EQ(taken(*gone_too), kRights);
  EXPECT_THAT(taken(*kept), HasSubstr("event: hit.created\n"));
}

TEST_F(FollowersOfTheStream, see_nothing_of_what_comes_after_their_token_has_expired) {
  const auto feed = follow(token_of(Role::kOperator));
  world_.clock.advance(std::chrono::minutes{59});
  publish(R"({"plate":"in time"})");
  EXPECT_THAT(taken(*feed), HasSubstr("in time"));
  world_.clock.advance(std::chrono::minutes{1});
  publish(R"({"plate":"too late"})");
  const std::string at_the_end = taken(*feed) + taken(*feed);
  EXPECT_THAT(at_the_end, HasSubstr(kRights));
  EXPECT_THAT(at_the_end, testing::Not(HasSubstr("too late")));
  EXPECT_THAT(taken(*feed), IsEmpty());
}

TEST_F(FollowersOfTheStream, that_have_left_are_forgotten) {
  Followers followers;
  const Id credential = make_id(world_.clock.now(), world_.random);
  followers.add(credential, events_.subscribe({}));
  const auto stays = events_.subscribe({});
  followers.add(credential, stays);
  EXPECT_EQ(events_.clients(), 1U);
  followers.end(credential);
  EXPECT_THAT(taken(*stays), HasSubstr("rights"));
}

}  // namespace
}  // namespace bas::api
