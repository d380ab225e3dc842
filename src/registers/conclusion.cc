#include "registers/conclusion.h"

#include <fmt/format.h>

#include "base/check.h"

namespace bas::registers {

namespace {

// How far the register's clock, or ours, may be ahead.
constexpr std::chrono::minutes kAheadMax{1};

Conclusion unconfirmed(Ground ground, std::string sentence) {
  return {Confirmation::kUnconfirmed, ground, std::move(sentence)};
}

Conclusion absent(std::string_view fact) {
  return unconfirmed(Ground::kFactAbsent, fmt::format("The register says nothing of {}.", fact));
}

std::string last_day(UtcTime until) { return format_day(brussels_day(until)); }

Conclusion on_insurance(const VehicleStatus& status) {
  if (!status.is_insured) return absent("the insurance");
  if (*status.is_insured) {
    return {Confirmation::kRefuted, Ground::kInsured, "The register says the vehicle is insured."};
  }
  return {Confirmation::kConfirmed, Ground::kUninsured,
          "The register says the vehicle is not insured; insurers report late, so ask for proof."};
}

Conclusion on_inspection(const VehicleStatus& status, UtcTime now) {
  if (!status.inspected_until) return absent("the inspection, which some vehicles do not need");
  const std::string day = last_day(*status.inspected_until);
  if (now > *status.inspected_until) {
    return {Confirmation::kConfirmed, Ground::kInspectionOver,
            fmt::format("The inspection was valid up to and including {}.", day)};
  }
  return {Confirmation::kRefuted, Ground::kInspected,
          fmt::format("The inspection is valid up to and including {}.", day)};
}

Conclusion on_holder(const VehicleStatus& status) {
  if (!status.holder_is_disqualified) return absent("the holder's licence");
  if (*status.holder_is_disqualified) {
    return unconfirmed(
        Ground::kHolderDisqualified,
        "Information: the registered holder is disqualified from driving. Who drives "
        "is not known; this alone is no reason to stop the vehicle.");
  }
  return {Confirmation::kRefuted, Ground::kHolderMayDrive,
          "The register says the registered holder is not disqualified from driving."};
}

}  // namespace

std::string_view name_of(Confirmation confirmation) {
  switch (confirmation) {
    case Confirmation::kConfirmed: return "confirmed";
    case Confirmation::kRefuted: return "refuted";
    case Confirmation::kUnconfirmed: return "unconfirmed";
  }
  check(false);
  return {};
}

std::string_view name_of(Ground ground) {
  switch (ground) {
    case Ground::kNoAnswer: return "no_answer";
    case Ground::kAnswerTooOld: return "answer_too_old";
    case Ground::kPlateUnknown: return "plate_unknown";
    case Ground::kFactAbsent: return "fact_absent";
    case Ground::kInsured: return "insured";
    case Ground::kUninsured: return "uninsured";
    case Ground::kInspected: return "inspected";
    case Ground::kInspectionOver: return "inspection_over";
    case Ground::kHolderMayDrive: return "holder_may_drive";
    case Ground::kHolderDisqualified: return "holder_disqualified";
  }
  check(false);
  return {};
}

Conclusion concluded(const VehicleStatus& status, Suspicion suspicion, UtcTime now) {
  if (now - status.answered_at > kAnswerAgeMax || status.answered_at - now > kAheadMax) {
    return unconfirmed(Ground::kAnswerTooOld,
                       "The register's answer is not of now; it has to be asked again.");
  }
  if (!status.is_registered) {
    return unconfirmed(Ground::kPlateUnknown,
                       "The register does not know the plate: it may be misread or foreign.");
  }
  switch (suspicion) {
    case Suspicion::kUninsured: return on_insurance(status);
    case Suspicion::kUninspected: return on_inspection(status, now);
    case Suspicion::kDisqualifiedHolder: return on_holder(status);
  }
  check(false);
  return {};
}

Conclusion concluded(const Result<VehicleStatus>& answer, Suspicion suspicion, UtcTime now) {
  if (answer) return concluded(*answer, suspicion, now);
  return unconfirmed(Ground::kNoAnswer,
                     fmt::format("The register could not be asked: {}.", answer.error().text));
}

}  // namespace bas::registers
