// The life of a hit: from a candidate to its one recorded end, step by step.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace bas {

// kClaimed: somebody is comparing it. kWithdrawn: its entry was ended at the source or marked
// wrong, so nobody may act on it any more. kSuperseded: another hit of the same vehicle and entry
// was judged in its place.
enum class HitState {
  kCandidate,
  kClaimed,
  kValidated,
  kRejected,
  kExpired,
  kWithdrawn,
  kSuperseded
};
std::string_view name_of(HitState state);
std::optional<HitState> hit_state_from(std::string_view name);

// Why a person rejected a hit.
enum class VerdictReason {
  kNone,
  kMisread,
  kWrongCountry,
  kStaleEntry,
  kVehicleDiffers,
  kDuplicate,
  kOther
};
std::string_view name_of(VerdictReason reason);
std::optional<VerdictReason> verdict_reason_from(std::string_view name);

// What a register said of the reason for the hit when it was validated. kNone: no register is asked
// for its category. kUnconfirmed: it gave no trustworthy answer, so there is no ground to stop.
enum class RegisterCheck { kNone, kConfirmed, kRefuted, kUnconfirmed };
std::string_view name_of(RegisterCheck check);
std::optional<RegisterCheck> register_check_from(std::string_view name);

// What came of a validated hit.
enum class FollowUp { kNone, kDispatched, kStopped, kClosed };
std::string_view name_of(FollowUp follow_up);
std::optional<FollowUp> follow_up_from(std::string_view name);

// How a validated hit ended. kConfirmed: stopped, and as listed. kCleared: stopped, and nothing to
// it. kReported: without a stop, such as at the holder's home. kNotRecorded: nobody said; the
// server closed it.
enum class HitOutcome {
  kNone,
  kConfirmed,
  kCleared,
  kNotFound,
  kHandedOver,
  kNoUnit,
  kReported,
  kNotRecorded
};
std::string_view name_of(HitOutcome outcome);
std::optional<HitOutcome> hit_outcome_from(std::string_view name);

// Who did something, as colleagues of all zones see it. Zero: the server by itself.
struct Doer {
  Id id;
  std::string name;
  Id zone;
  bool operator==(const Doer&) const = default;
};

struct Claim {
  Doer by;
  std::optional<UtcTime> at;
  bool is_there() const { return at.has_value(); }
};

struct Verdict {
  VerdictReason reason = VerdictReason::kNone;
  Doer by;
  std::optional<UtcTime> at;
  RegisterCheck check = RegisterCheck::kNone;
  std::string check_note;  // a sentence, without plate or name
};

// `version` counts the steps, from 1. `escalated_at`: nobody had claimed it in time.
struct HitLife {
  HitState state = HitState::kCandidate;
  int version = 1;
  Claim claim;
  Verdict verdict;
  FollowUp follow_up = FollowUp::kNone;
  HitOutcome outcome = HitOutcome::kNone;
  std::optional<UtcTime> followed_at;  // when `follow_up` became what it is
  std::optional<UtcTime> escalated_at;
};

// Nobody has answered yet whether this is the listed vehicle.
bool is_question(const HitLife& life);
// A question, or validated and without an outcome.
bool is_open(const HitLife& life);

enum class StepKind {
  kClaim,
  kTakeOver,
  kRelease,
  kValidate,
  kReject,
  kUndo,
  kEscalate,
  kDispatch,
  kStop,
  kClose,
  kExpire,
  kWithdraw,
  kSupersede
};
std::string_view name_of(StepKind kind);
std::optional<StepKind> step_kind_from(std::string_view name);

// `reason` of a rejection, `outcome` of a closing, `check` and `note` of what a register said.
struct HitStep {
  StepKind kind = StepKind::kClaim;
  Doer by;
  UtcTime at;
  VerdictReason reason = VerdictReason::kNone;
  HitOutcome outcome = HitOutcome::kNone;
  RegisterCheck check = RegisterCheck::kNone;
  std::string note;
};

// How long a verdict can be taken back by who gave it.
inline constexpr std::chrono::seconds kUndoWindow{10};

// The hit after that step. kConflict, saying what stands in the way, when its state does not allow
// it. Who validates or rejects what nobody claimed has claimed it with that.
Result<HitLife> after(const HitLife& life, const HitStep& step);

// What an incident shows of its hits: the furthest of the open ones; without one, how the strongest
// of them ended. `lives` is not empty.
HitLife standing_of(std::span<const HitLife> lives);

}  // namespace bas
