#include "api/hit_pages.h"

#include "api/api_world_test.h"

namespace bas::api {
namespace {

constexpr std::chrono::hours kOneDay{24};

class HitPages : public ApiTest {
 protected:
  // A hit on a vehicle of its own, seen on the first day or on the day before.
  Id hit_on(const std::string& plate, std::chrono::hours ago) {
    world_.clock.advance(std::chrono::seconds{1});
    world_.wanted({plate, ""});
    EXPECT_EQ(deliver(plate, testkit::kWorldStart - ago).status, 200);
    return world_.desks.hits().back().id;
  }
  // The plates of each page, until there is none behind it.
  std::vector<std::vector<std::string>> pages(const std::string& path, std::size_t limit) {
    std::vector<std::vector<std::string>> all;
    net::NamedValues query = {{"limit", std::to_string(limit)}};
    while (all.size() < 20) {
      const Json page = get(path, query);
      std::vector<std::string>& plates = all.emplace_back();
      for (const Json& item : page["items"]) plates.push_back(item["plate"]);
      if (!page.contains("next")) break;
      query = {{"limit", std::to_string(limit)}, {"before", page["next"]}};
    }
    return all;
  }
};

using Pages = std::vector<std::vector<std::string>>;

TEST_F(HitPages, go_from_the_newest_to_the_oldest_without_gap_or_repeat) {
  for (const char* plate : {"1PGA001", "1PGA002", "1PGA003", "1PGA004", "1PGA005"}) {
    hit_on(plate, {});
  }
  const Pages expected = {{"1PGA005", "1PGA004"}, {"1PGA003", "1PGA002"}, {"1PGA001"}};
  EXPECT_EQ(pages("/api/v1/hits", 2), expected);
  EXPECT_EQ(pages("/api/v1/incidents", 2), expected);
}

TEST_F(HitPages, go_on_behind_what_a_destroyed_day_took_out_of_them) {
  hit_on("1PGB001", {});
  hit_on("1PGB002", kOneDay);
  hit_on("1PGB003", kOneDay);
  hit_on("1PGB004", {});
  ASSERT_TRUE(world_.vault->destroy(brussels_day(testkit::kWorldStart - kOneDay)));
  for (const char* path : {"/api/v1/hits", "/api/v1/incidents"}) {
    EXPECT_EQ(pages(path, 3), (Pages{{"1PGB004"}, {"1PGB001"}})) << path;
    EXPECT_EQ(pages(path, 1), (Pages{{"1PGB004"}, {}, {}, {"1PGB001"}, {}})) << path;
    EXPECT_EQ(pages(path, 100), (Pages{{"1PGB004", "1PGB001"}})) << path;
  }
}

TEST_F(HitPages, a_hit_of_a_destroyed_day_is_gone_and_its_incident_too) {
  const Id hit = hit_on("1PGC001", kOneDay);
  const std::string incident = to_string(world_.desks.hits().back().incident);
  EXPECT_EQ(get("/api/v1/hits/" + to_string(hit))["plate"], "1PGC001");
  EXPECT_EQ(get("/api/v1/incidents/" + incident)["trail"].size(), 1U);
  ASSERT_TRUE(world_.vault->destroy(brussels_day(testkit::kWorldStart - kOneDay)));
  const auto answer = ask_as(Role::kOperator, {.path = "/api/v1/hits/" + to_string(hit)});
  EXPECT_EQ(answer.status, 410);
  EXPECT_EQ(json_of(answer)["type"], "/problems/destroyed");
  EXPECT_EQ(ask_as(Role::kOperator, {.path = "/api/v1/incidents/" + incident}).status, 410);
}

TEST_F(HitPages, carry_the_place_in_the_stream_they_belong_to) {
  const std::uint64_t before = get("/api/v1/hits")["seq"];
  events_.publish("hits", "hit.created", "{}");
  EXPECT_EQ(get("/api/v1/incidents")["seq"].get<std::uint64_t>(), before + 1);
}

TEST_F(HitPages, are_of_one_state_when_asked) {
  hit_on("1PGD001", {});
  EXPECT_EQ(get("/api/v1/hits", {{"state", "candidate"}})["items"].size(), 1U);
  EXPECT_EQ(get("/api/v1/hits", {{"state", "rejected"}})["items"].size(), 0U);
}

TEST_F(HitPages, refuse_a_cursor_a_limit_or_a_state_that_is_none) {
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"before", "yesterday"}, {"limit", "0"},     {"limit", "1001"},
      {"limit", "-1"},         {"state", "maybe"}, {"before", std::string(5'000, '0')}};
  for (const auto& pair : wrong) {
    for (const char* path : {"/api/v1/hits", "/api/v1/incidents"}) {
      const auto answer = ask_as(Role::kOperator, {.path = path, .query = {pair}});
      EXPECT_EQ(answer.status, 400) << pair.first;
      EXPECT_EQ(json_of(answer)["type"], "/problems/bad-request");
    }
  }
  for (const char* id : {"x", "00000000000000000000000000", "%00"}) {
    EXPECT_EQ(ask_as(Role::kOperator, {.path = std::string("/api/v1/hits/") + id}).status, 404);
  }
}

}  // namespace
}  // namespace bas::api
