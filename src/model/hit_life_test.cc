// Every step from every state, and what may not be.
#include "model/hit_life.h"

#include <gtest/gtest.h>

#include <array>

namespace bas {
namespace {

UtcTime at(int seconds) { return UtcTime{std::chrono::seconds(seconds)}; }
Id id(char c) {
  Id id;
  id.bytes.fill(c);
  return id;
}
const Doer kAn{id('a'), "An", id('z')};
const Doer kBo{id('b'), "Bo", id('y')};

HitStep step_of(StepKind kind, const Doer& by = kAn, UtcTime when = at(1)) {
  HitStep step;
  step.kind = kind;
  step.by = by;
  step.at = when;
  if (kind == StepKind::kReject) step.reason = VerdictReason::kMisread;
  if (kind == StepKind::kClose) step.outcome = HitOutcome::kCleared;
  return step;
}
HitLife went(std::initializer_list<StepKind> kinds) {
  HitLife life;
  for (const StepKind kind : kinds) life = after(life, step_of(kind)).value();
  return life;
}

constexpr std::array kSteps = {StepKind::kClaim,    StepKind::kTakeOver, StepKind::kRelease,
                               StepKind::kValidate, StepKind::kReject,   StepKind::kUndo,
                               StepKind::kEscalate, StepKind::kDispatch, StepKind::kStop,
                               StepKind::kClose,    StepKind::kExpire,   StepKind::kWithdraw,
                               StepKind::kSupersede};

// One letter a step in the order above: x where it may be taken by who did all the others.
std::string allowed_after(const HitLife& life) {
  std::string allowed;
  for (const StepKind kind : kSteps) allowed += after(life, step_of(kind)) ? 'x' : '.';
  return allowed;
}

TEST(HitLife, allows_in_each_state_just_what_belongs_there) {
  using enum StepKind;
  EXPECT_EQ(allowed_after({}), "xx.xx.x...xxx");
  EXPECT_EQ(allowed_after(went({kClaim})), "xxxxx.....xxx");
  EXPECT_EQ(allowed_after(went({kValidate})), "xx...x.xxx.x.");
  EXPECT_EQ(allowed_after(went({kValidate, kDispatch})), "xx......xx.x.");
  EXPECT_EQ(allowed_after(went({kValidate, kStop})), "xx.......x.x.");
  EXPECT_EQ(allowed_after(went({kValidate, kClose})), ".............");
  EXPECT_EQ(allowed_after(went({kReject})), ".....x.......");
  EXPECT_EQ(allowed_after(went({kExpire})), ".............");
  EXPECT_EQ(allowed_after(went({kWithdraw})), ".............");
  EXPECT_EQ(allowed_after(went({kSupersede})), ".............");
  EXPECT_EQ(allowed_after(went({kEscalate})), "xx.xx.....xxx");
}

TEST(HitLife, counts_its_steps) {
  EXPECT_EQ(went({StepKind::kClaim, StepKind::kReject}).version, 3);
}

TEST(HitLife, belongs_to_who_claimed_it) {
  const HitLife life = went({StepKind::kClaim});
  for (const StepKind kind :
       {StepKind::kClaim, StepKind::kRelease, StepKind::kValidate, StepKind::kReject}) {
    EXPECT_FALSE(after(life, step_of(kind, kBo))) << name_of(kind);
  }
  EXPECT_EQ(after(life, step_of(StepKind::kTakeOver, kBo)).value().claim.by, kBo);
}

TEST(HitLife, a_verdict_claims_what_nobody_had) {
  EXPECT_EQ(went({StepKind::kValidate}).claim.by, kAn);
}

TEST(HitLife, needs_a_reason_and_an_outcome) {
  HitStep bare;
  bare.kind = StepKind::kReject;
  EXPECT_EQ(after({}, bare).error().code, ErrorCode::kBadInput);
  bare.kind = StepKind::kClose;
  EXPECT_EQ(after(went({StepKind::kValidate}), bare).error().code, ErrorCode::kBadInput);
}

TEST(HitLife, is_taken_back_within_its_window_by_who_judged) {
  const HitLife life = went({StepKind::kReject});
  const UtcTime last = at(1) + kUndoWindow;
  EXPECT_TRUE(after(life, step_of(StepKind::kUndo, kAn, last)));
  EXPECT_FALSE(after(life, step_of(StepKind::kUndo, kAn, last + std::chrono::milliseconds(1))));
  EXPECT_FALSE(after(life, step_of(StepKind::kUndo, kBo, last)));
}

TEST(HitLife, an_incident_shows_the_furthest_of_what_is_open) {
  using enum StepKind;
  const std::array lives = {went({}), went({kClaim}), went({kReject}), went({kValidate}),
                            went({kValidate, kDispatch})};
  EXPECT_EQ(standing_of(lives).follow_up, FollowUp::kDispatched);
  EXPECT_EQ(standing_of(std::span(lives).first(3)).state, HitState::kClaimed);
  const std::array closed = {went({kReject}), went({kValidate, kClose}), went({kExpire})};
  EXPECT_EQ(standing_of(closed).outcome, HitOutcome::kCleared);
  const std::array half = {went({kValidate, kClose}), went({})};
  EXPECT_EQ(standing_of(half).state, HitState::kCandidate) << "something is open still";
}

TEST(HitLife, every_name_leads_back) {
  for (const StepKind kind : kSteps) EXPECT_EQ(step_kind_from(name_of(kind)), kind);
  for (int i = 0; i < 7; ++i) {
    EXPECT_EQ(hit_state_from(name_of(static_cast<HitState>(i))), static_cast<HitState>(i));
    EXPECT_EQ(hit_outcome_from(name_of(static_cast<HitOutcome>(i))), static_cast<HitOutcome>(i));
  }
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(follow_up_from(name_of(static_cast<FollowUp>(i))), static_cast<FollowUp>(i));
  }
}

}  // namespace
}  // namespace bas
