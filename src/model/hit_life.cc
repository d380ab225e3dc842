#include "model/hit_life.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/name_table.h"

namespace bas {

namespace {

constexpr NameTable<HitState, 7> kStates{
    {"candidate", "claimed", "validated", "rejected", "expired", "withdrawn", "superseded"}};
constexpr NameTable<VerdictReason, 7> kReasons{
    {"none", "misread", "wrong_country", "stale_entry", "vehicle_differs", "duplicate", "other"}};
constexpr NameTable<RegisterCheck, 4> kChecks{{"none", "confirmed", "refuted", "unconfirmed"}};
constexpr NameTable<FollowUp, 4> kFollowUps{{"none", "dispatched", "stopped", "closed"}};
constexpr NameTable<HitOutcome, 8> kOutcomes{{"none", "confirmed", "cleared", "not_found",
                                              "handed_over", "no_unit", "reported",
                                              "not_recorded"}};
constexpr NameTable<StepKind, 13> kSteps{{"claim", "take_over", "release", "validate", "reject",
                                          "undo", "escalate", "dispatch", "stop", "close", "expire",
                                          "withdraw", "supersede"}};

// Strongest first: what is open, furthest first, and then how the others ended.
constexpr std::array kByStrength = {
    HitState::kValidated, HitState::kClaimed, HitState::kCandidate, HitState::kRejected,
    HitState::kWithdrawn, HitState::kExpired, HitState::kSuperseded};

tl::unexpected<Error> against(std::string text) {
  return fail(ErrorCode::kConflict, std::move(text));
}

bool is_of_another(const Claim& claim, const Doer& who) {
  return claim.is_there() && claim.by.id != who.id;
}

std::string claimed_by(const Claim& claim) {
  return claim.by.name + " has claimed this hit: take it over first";
}

Result<HitLife> claimed(HitLife life, const HitStep& step) {
  if (!is_open(life)) return against("this hit is closed: there is nothing to claim");
  if (step.kind == StepKind::kClaim && is_of_another(life.claim, step.by)) {
    return against(claimed_by(life.claim));
  }
  if (life.state == HitState::kCandidate) life.state = HitState::kClaimed;
  life.claim = {step.by, step.at};
  return life;
}

Result<HitLife> released(HitLife life, const HitStep& step) {
  if (life.state != HitState::kClaimed || is_of_another(life.claim, step.by)) {
    return against("only who has claimed a hit and not judged it gives it back");
  }
  life.state = HitState::kCandidate;
  life.claim = {};
  return life;
}

Result<HitLife> judged(HitLife life, const HitStep& step) {
  if (!is_question(life)) {
    return against("this hit was judged meanwhile, or withdrawn: look at what it is now");
  }
  if (is_of_another(life.claim, step.by)) return against(claimed_by(life.claim));
  if (step.kind == StepKind::kReject && step.reason == VerdictReason::kNone) {
    return fail(ErrorCode::kBadInput, "a rejection needs its reason");
  }
  if (!life.claim.is_there()) life.claim = {step.by, step.at};
  life.state = step.kind == StepKind::kValidate ? HitState::kValidated : HitState::kRejected;
  life.verdict = {step.reason, step.by, step.at, step.check, step.note};
  return life;
}

Result<HitLife> undone(HitLife life, const HitStep& step) {
  const bool is_verdict = life.state == HitState::kValidated || life.state == HitState::kRejected;
  const bool is_own = life.verdict.at && life.verdict.by.id == step.by.id;
  if (!is_verdict || !is_own || life.follow_up != FollowUp::kNone) {
    return against("there is no verdict of yours to take back");
  }
  if (step.at - *life.verdict.at > kUndoWindow) {
    return against("a verdict can be taken back within ten seconds");
  }
  life.state = HitState::kClaimed;
  life.verdict = {};
  return life;
}

// What the server does by itself while nobody has answered.
Result<HitLife> ended_unanswered(HitLife life, const HitStep& step) {
  if (!is_question(life)) return against("this hit was judged meanwhile");
  life.state = step.kind == StepKind::kExpire ? HitState::kExpired : HitState::kSuperseded;
  life.verdict.at = step.at;
  return life;
}

Result<HitLife> withdrawn(HitLife life, const HitStep& step) {
  if (!is_open(life)) return against("this hit is closed");
  life.state = HitState::kWithdrawn;
  life.verdict.at = step.at;
  return life;
}

Result<HitLife> escalated(HitLife life, const HitStep& step) {
  if (life.state != HitState::kCandidate || life.escalated_at) {
    return against("somebody looks at this hit, or it has called already");
  }
  life.escalated_at = step.at;
  return life;
}

FollowUp aim_of(StepKind kind) {
  if (kind == StepKind::kDispatch) return FollowUp::kDispatched;
  return kind == StepKind::kStop ? FollowUp::kStopped : FollowUp::kClosed;
}

Result<HitLife> followed_up(HitLife life, const HitStep& step) {
  if (life.state != HitState::kValidated) {
    return against("first a person has to compare the hit with its picture");
  }
  const FollowUp aim = aim_of(step.kind);
  if (life.follow_up >= aim) return against("that is on record already");
  if (aim == FollowUp::kClosed && step.outcome == HitOutcome::kNone) {
    return fail(ErrorCode::kBadInput, "a hit is closed with its outcome");
  }
  life.follow_up = aim;
  life.followed_at = step.at;
  if (aim == FollowUp::kClosed) life.outcome = step.outcome;
  if (step.check != RegisterCheck::kNone) {
    life.verdict.check = step.check;
    life.verdict.check_note = step.note;
  }
  return life;
}

Result<HitLife> stepped(const HitLife& life, const HitStep& step) {
  switch (step.kind) {
    case StepKind::kClaim:
    case StepKind::kTakeOver: return claimed(life, step);
    case StepKind::kRelease: return released(life, step);
    case StepKind::kValidate:
    case StepKind::kReject: return judged(life, step);
    case StepKind::kUndo: return undone(life, step);
    case StepKind::kEscalate: return escalated(life, step);
    case StepKind::kDispatch:
    case StepKind::kStop:
    case StepKind::kClose: return followed_up(life, step);
    case StepKind::kExpire:
    case StepKind::kSupersede: return ended_unanswered(life, step);
    case StepKind::kWithdraw: return withdrawn(life, step);
  }
  return fail(ErrorCode::kBadInput, "an unknown step");
}

}  // namespace

std::string_view name_of(HitState state) { return kStates.of(state); }
std::optional<HitState> hit_state_from(std::string_view name) { return kStates.find(name); }
std::string_view name_of(VerdictReason reason) { return kReasons.of(reason); }
std::optional<VerdictReason> verdict_reason_from(std::string_view name) {
  return kReasons.find(name);
}
std::string_view name_of(RegisterCheck check) { return kChecks.of(check); }
std::optional<RegisterCheck> register_check_from(std::string_view name) {
  return kChecks.find(name);
}
std::string_view name_of(FollowUp follow_up) { return kFollowUps.of(follow_up); }
std::optional<FollowUp> follow_up_from(std::string_view name) { return kFollowUps.find(name); }
std::string_view name_of(HitOutcome outcome) { return kOutcomes.of(outcome); }
std::optional<HitOutcome> hit_outcome_from(std::string_view name) { return kOutcomes.find(name); }
std::string_view name_of(StepKind kind) { return kSteps.of(kind); }
std::optional<StepKind> step_kind_from(std::string_view name) { return kSteps.find(name); }

bool is_question(const HitLife& life) {
  return life.state == HitState::kCandidate || life.state == HitState::kClaimed;
}

bool is_open(const HitLife& life) {
  return is_question(life) ||
         (life.state == HitState::kValidated && life.follow_up != FollowUp::kClosed);
}

Result<HitLife> after(const HitLife& life, const HitStep& step) {
  auto next = stepped(life, step);
  if (next) next->version = life.version + 1;
  return next;
}

HitLife standing_of(std::span<const HitLife> lives) {
  const auto rank = [](const HitLife& life) {
    const auto strength = std::ranges::find(kByStrength, life.state) - kByStrength.begin();
    return std::tuple(!is_open(life), strength, -static_cast<int>(life.follow_up));
  };
  return *std::ranges::min_element(lives, {}, rank);
}

}  // namespace bas
