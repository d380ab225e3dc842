#include "flow/statistics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::seconds;

class StatisticsTest : public testing::Test {
 protected:
  StatisticsTest() {
    own_.zone = world_.zone.id;
    other_.zone = make_id(world_.clock.now(), world_.random);
  }

  // A vehicle on the list, seen now; of observation in silence with the lowest priority.
  Id seen(std::string_view plate, Priority priority = 2) {
    world_.wanted({std::string(plate), "BE"}, priority);
    const Read read = world_.read(plate);
    world_.vault->keys(brussels_day(read.facts.captured_at)).value();
    EXPECT_TRUE(world_.hits->make(std::vector{MatchedRead{&read, world_.hits->matches(read)}}));
    return world_.desks.told().back().hit.id;
  }
  void step(const Id& hit, StepKind kind, seconds after) {
    HitStep taken;
    taken.kind = kind;
    taken.by = {own_.zone, "an", own_.zone};
    taken.at = world_.clock.now() + after;
    if (kind == StepKind::kReject) taken.reason = VerdictReason::kMisread;
    EXPECT_TRUE(world_.hit_store->take({hit, 0, taken}));
  }
  Result<StatisticsAnswer> ask(int first, int last, const User& who) {
    return statistics_.of({{{today_.number + first}, {today_.number + last}}, {}}, who);
  }

  testkit::FlowWorld world_;
  std::unique_ptr<PassageCounts> counts_ =
      PassageCounts::open({world_.clock, world_.folder.path / "passage-counts.json"}).value();
  Statistics statistics_{{world_.sql->hit_facts(), world_.sql->lists(), *world_.directory,
                          *world_.hit_sealer, *counts_, world_.clock}};
  User own_, other_;
  Day today_ = brussels_day(testkit::kWorldStart);
};

TEST_F(StatisticsTest, counts_hits_with_the_steps_that_were_taken) {
  const Id good = seen("1ABC234");
  step(good, StepKind::kValidate, seconds(4));
  step(good, StepKind::kDispatch, seconds(9));
  step(seen("1ABC235"), StepKind::kReject, seconds(5));
  seen("1ABC236");
  const auto answer = ask(0, 0, own_).value();
  EXPECT_EQ(answer.sums.funnel.hits, 3U);
  EXPECT_EQ(answer.sums.funnel.dispatched, 1U);
  EXPECT_EQ(answer.sums.all.validated, 1U);
  EXPECT_EQ(answer.sums.by_list.at(world_.list.id).misread, 1U);
  EXPECT_EQ(answer.sums.by_kind.at("exact").hits, 2U) << "of the judged";
  ASSERT_EQ(answer.lists.size(), 1U);
  EXPECT_EQ(answer.lists[0].name, world_.list.name);
}

TEST_F(StatisticsTest, observation_in_silence_counts_for_the_owner_of_the_list_alone) {
  seen("1ABC234", kPriorityLowest);
  EXPECT_EQ(ask(0, 0, own_).value().sums.funnel.hits, 1U);
  EXPECT_EQ(ask(0, 0, other_).value().sums.funnel.hits, 0U);
}

TEST_F(StatisticsTest, how_a_hit_matched_is_not_known_once_its_day_is_erased) {
  step(seen("1ABC234"), StepKind::kReject, seconds(5));
  ASSERT_TRUE(world_.vault->destroy(today_));
  const auto answer = ask(0, 0, own_).value();
  EXPECT_EQ(answer.sums.all.rejected, 1U);
  EXPECT_TRUE(answer.sums.by_kind.empty());
}

TEST_F(StatisticsTest, what_was_not_counted_is_not_nothing) {
  EXPECT_FALSE(ask(-5, -1, own_).value().coverage.cameras.at(0).passages);
  EXPECT_EQ(ask(-5, 0, own_).value().coverage.cameras.at(0).passages, 0U);
  counts_->passed(world_.read("1ABC234"));
  const auto seeing = ask(0, 0, own_).value().coverage;
  EXPECT_EQ(seeing.cameras.at(0).passages, 1U);
  EXPECT_EQ(seeing.cameras.at(0).last_on, today_);
}

TEST_F(StatisticsTest, a_camera_out_of_use_is_no_blind_spot) {
  ASSERT_TRUE(world_.directory->set_camera_disabled(world_.camera.id, true));
  EXPECT_TRUE(ask(0, 0, own_).value().coverage.cameras.empty());
}

TEST_F(StatisticsTest, days_that_cannot_be_told_say_what_to_ask) {
  for (const auto& [first, last, says] :
       {std::tuple(0, -1, "turn them round"), std::tuple(0, 1, "still to come"),
        std::tuple(-Statistics::kDaysMost, 0, "92 at most")}) {
    const auto refused = ask(first, last, own_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
    EXPECT_THAT(refused.error().text, testing::HasSubstr(says));
  }
  EXPECT_TRUE(ask(1 - Statistics::kDaysMost, 0, own_));
}

}  // namespace
}  // namespace bas::flow
