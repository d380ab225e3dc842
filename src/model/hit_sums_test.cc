#include "model/hit_sums.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace bas {
namespace {

using std::chrono::seconds;

const UtcTime kMade = parse_rfc3339("2026-11-23T12:00:00Z").value();

// A hit that rang, with what was done with it so many seconds later.
HitFact fact_with(std::initializer_list<std::pair<StepKind, int>> steps) {
  HitFact fact;
  fact.created_at = kMade;
  for (const auto& [kind, after] : steps) add_step(fact, kind, kMade + seconds(after));
  return fact;
}

TEST(HitSums, a_verdict_that_was_taken_back_does_not_count) {
  const HitFact fact = fact_with({{StepKind::kReject, 5}, {StepKind::kUndo, 8}});
  const HitSums sums = sums_of({&fact, 1});
  EXPECT_EQ(sums.funnel.claimed, 1U) << "who judged had claimed it";
  EXPECT_EQ(sums.all.rejected, 0U);
  EXPECT_EQ(sums.to_verdict.count, 0U);
}

TEST(HitSums, what_was_validated_stays_so_when_it_is_withdrawn_later) {
  HitFact fact = fact_with({{StepKind::kValidate, 5}, {StepKind::kWithdraw, 50}});
  fact.state = HitState::kWithdrawn;
  const HitSums sums = sums_of({&fact, 1});
  EXPECT_EQ(sums.all.validated, 1U);
  EXPECT_EQ(sums.by_state.at(HitState::kWithdrawn), 1U);
}

TEST(HitSums, a_stop_without_a_unit_is_followed_up_too) {
  const HitFact fact = fact_with({{StepKind::kValidate, 5}, {StepKind::kStop, 60}});
  const HitSums sums = sums_of({&fact, 1});
  EXPECT_EQ(sums.funnel.dispatched, 0U);
  EXPECT_EQ(sums.followed_up.count, 1U);
  EXPECT_EQ(sums.followed_up.of, 1U);
}

TEST(HitSums, a_report_at_the_home_of_the_holder_is_followed_up_too) {
  HitFact fact = fact_with({{StepKind::kValidate, 5}, {StepKind::kClose, 60}});
  fact.outcome = HitOutcome::kReported;
  EXPECT_EQ(sums_of({&fact, 1}).followed_up.count, 1U);
  fact.outcome = HitOutcome::kNoUnit;
  EXPECT_EQ(sums_of({&fact, 1}).followed_up.count, 0U);
}

TEST(HitSums, an_outcome_that_the_server_wrote_is_none_that_somebody_recorded) {
  HitFact fact = fact_with({{StepKind::kValidate, 5}});
  fact.outcome = HitOutcome::kNotRecorded;
  const HitSums sums = sums_of({&fact, 1});
  EXPECT_EQ(sums.funnel.with_outcome, 0U);
  EXPECT_EQ(sums.by_outcome.at(HitOutcome::kNotRecorded), 1U);
}

TEST(HitSums, of_too_few_no_share_is_told) {
  EXPECT_FALSE((Share{4, kTellingFewest - 1}).value());
  EXPECT_DOUBLE_EQ((Share{4, kTellingFewest}).value().value(), 0.4);
}

TEST(HitSums, the_middle_is_a_time_that_was_measured) {
  std::vector<std::chrono::milliseconds> times;
  for (const int second : {9, 3, 5, 1, 7, 2, 10, 8, 4}) times.emplace_back(seconds(second));
  EXPECT_FALSE(waits_of(times).median) << "nine are too few";
  times.emplace_back(seconds(6));
  const Waits waits = waits_of(times);
  EXPECT_EQ(waits.count, 10U);
  EXPECT_EQ(waits.median, seconds(5));
  EXPECT_EQ(waits.p90, seconds(9));
}

TEST(HitSums, who_waits_in_the_quiet_queue_is_not_timed) {
  HitFact fact = fact_with({{StepKind::kValidate, 5000}, {StepKind::kDispatch, 6000}});
  fact.is_quiet = true;
  const HitSums sums = sums_of({&fact, 1});
  EXPECT_EQ(sums.all.validated, 1U);
  EXPECT_EQ(sums.to_verdict.count, 0U);
  EXPECT_EQ(sums.to_unit.count, 0U);
}

TEST(HitSums, look_alikes_are_counted_by_pair_once_a_plate) {
  HitFact fact = fact_with({{StepKind::kReject, 5}});
  fact.reason = VerdictReason::kMisread;
  fact.kind = "look_alike";
  fact.pairs = {{"8", "B"}, {"0", "D"}, {"8", "B"}};
  HitFact open = fact_with({});
  open.kind = "look_alike";
  open.pairs = {{"8", "B"}};
  const HitSums sums = sums_of(std::vector{fact, open});
  EXPECT_EQ(sums.by_pair.size(), 2U);
  EXPECT_EQ(sums.by_pair.at({"8", "B"}).rejected, 1U) << "and the open one is no verdict";
  EXPECT_EQ(sums.by_kind.at("look_alike").misread, 1U);
}

TEST(HitSums, the_worst_has_the_larger_share_and_too_few_stand_behind) {
  const VerdictSums bad{20, 5, 15, 0}, better{40, 20, 20, 0}, few{3, 0, 3, 0};
  EXPECT_TRUE(is_worse(bad, better));
  EXPECT_TRUE(is_worse(better, few));
  EXPECT_FALSE(is_worse(few, bad));
}

}  // namespace
}  // namespace bas
