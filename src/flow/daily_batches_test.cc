// What waits for the daily batch of the holder's home zone: who sees it, and until when.
#include "flow/hit_clock.h"
#include "flow/search_fixture_test.h"
#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;

class DailyBatchesTest : public testing::Test {
 protected:
  DailyBatchesTest() {
    home_ = world_.directory->add_zone("5345", "Zone Zuid").value();
    Site site;
    site.name = "Plein";
    site.municipality_nis = "13040";
    EXPECT_TRUE(world_.directory->add_site({"5345", site}));
    at_home_.user = operator_of(home_);
    elsewhere_.user = operator_of(world_.zone);
  }
  User operator_of(const Zone& zone) {
    User user;
    user.id = make_id(world_.clock.now(), lists_.random);
    user.zone = zone.id;
    user.role = Role::kOperator;
    user.role_until = user.trained_until = world_.clock.now() + std::chrono::days(100);
    return user;
  }
  Hit hit_of(const char* home, Priority priority = 3, const char* category = "uninsured") {
    Entry entry;
    entry.list = world_.list.id;
    entry.plate = {"1ABC234", "BE"};
    entry.priority = priority;
    entry.category = category;
    entry.reason = "no policy";
    entry.home = home;
    entry.valid_until = world_.clock.now() + std::chrono::days(10);
    EXPECT_TRUE(lists_.actions.put(entry, {}));
    lists_.passes("1ABC234");
    return lists_.last_hit();
  }
  std::size_t in_batch(const Person& who) {
    HitPage page;
    page.batch = BatchDay{{}, brussels_day(testkit::kWorldStart)};
    return ledger_.desk.incidents(page, who).value().items.size();
  }
  HitState state_of(const Hit& hit) { return world_.hit_store->hit(hit.id).value()->life.state; }

  testkit::ListWorld lists_;
  testkit::FlowWorld& world_ = lists_.world;
  testkit::LedgerWorld ledger_{world_};
  HitClock hit_clock_{{*world_.hit_store, lists_.verdicts, ledger_.regime, world_.clock}};
  Zone home_;
  Person at_home_, elsewhere_;
};

TEST_F(DailyBatchesTest, an_uninsured_vehicle_goes_to_the_zone_of_its_holder_alone) {
  const Hit hit = hit_of("13040");
  EXPECT_EQ(hit.batch_zone, home_.id);
  EXPECT_TRUE(hit.is_quiet);
  EXPECT_EQ(in_batch(at_home_), 1U);
  EXPECT_EQ(in_batch(elsewhere_), 0U);
  EXPECT_EQ(ledger_.desk.hit(hit.id, elsewhere_).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ledger_.desk.hit(hit.id, at_home_));
  EXPECT_TRUE(ledger_.desk.incidents({}, at_home_).value().items.empty()) << "not in the queue";
  const auto mine = ledger_.desk.batches(at_home_).value();
  ASSERT_EQ(mine.size(), 1U);
  EXPECT_EQ(mine[0].vehicles, 1U);
  EXPECT_EQ(mine[0].open, 1U);
  EXPECT_TRUE(ledger_.desk.batches(elsewhere_).value().empty());
}

TEST_F(DailyBatchesTest, the_ledger_says_that_only_that_zone_was_told) {
  hit_of("5345");
  const auto told = ledger_.uses.latest(~std::uint64_t{0}, 100).value();
  const auto shared = std::ranges::find(
      told, "hits", [](const LoggedUse& use) { return std::string_view(use.facts.what); });
  ASSERT_NE(shared, told.end());
  EXPECT_EQ(shared->details->recipients, std::vector<std::string>{"5345"});
}

TEST_F(DailyBatchesTest, without_a_home_that_is_known_the_owner_of_the_list_gets_it) {
  EXPECT_EQ(hit_of("").batch_zone, world_.zone.id);
  EXPECT_EQ(hit_of("99999").batch_zone, world_.zone.id);
}

TEST_F(DailyBatchesTest, what_is_more_urgent_or_silent_or_of_another_category_does_not_wait) {
  EXPECT_FALSE(is_batched(hit_of("13040", 2)));
  EXPECT_FALSE(is_batched(hit_of("13040", 4)));
  EXPECT_FALSE(is_batched(hit_of("13040", 3, "stolen")));
  EXPECT_TRUE(is_batched(hit_of("13040", 3, "uninspected")));
}

TEST_F(DailyBatchesTest, all_passages_of_a_day_are_one_vehicle_and_those_of_the_next_another) {
  const Hit first = hit_of("13040");
  lists_.passes("1ABC234", hours(9));
  EXPECT_EQ(lists_.last_hit().incident, first.incident) << "after many times the window";
  lists_.passes("1ABC234", hours(11));
  EXPECT_NE(lists_.last_hit().incident, first.incident) << "midnight in Brussels was between";
}

TEST_F(DailyBatchesTest, what_a_camera_sends_behind_still_joins_the_day_it_belongs_to) {
  const Hit first = hit_of("13040");
  world_.clock.advance(hours(14));
  world_.hits = HitMaker::open({*world_.entries, *world_.hit_store, *world_.hit_sealer,
                                world_.guard, [this](auto made) { return world_.share(made); },
                                world_.desks, *world_.directory, world_.clock, world_.random})
                    .value();
  lists_.passes("1ABC234", hours(2));
  EXPECT_EQ(lists_.last_hit().incident, first.incident);
}

TEST_F(DailyBatchesTest, nobody_is_called_and_it_is_over_after_a_week) {
  const Hit hit = hit_of("13040");
  world_.clock.advance(std::chrono::days(7) - std::chrono::milliseconds(1));
  EXPECT_EQ(hit_clock_.run().value(), 0U);
  EXPECT_EQ(state_of(hit), HitState::kCandidate);
  world_.clock.advance(std::chrono::milliseconds(1));
  EXPECT_EQ(hit_clock_.run().value(), 1U);
  EXPECT_EQ(state_of(hit), HitState::kExpired);
}

}  // namespace
}  // namespace bas::flow
