// What a register's answer makes of a suspicion. Pure.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "registers/asked_register.h"

namespace bas::registers {

enum class Confirmation {
  kConfirmed,    // the register says so now
  kRefuted,      // the register says the opposite now
  kUnconfirmed,  // nobody says anything that holds: no reason to stop a vehicle
};

enum class Ground {
  kNoAnswer,      // down, slow, refused, changed form, no register for it
  kAnswerTooOld,  // or from the future
  kPlateUnknown,  // a misread, or a plate of elsewhere
  kFactAbsent,
  kInsured,
  kUninsured,
  kInspected,
  kInspectionOver,
  kHolderMayDrive,
  kHolderDisqualified,  // about the registered holder, not about who drives
};

// "confirmed", "inspection_over" and so on: stable, for JSON and translation.
std::string_view name_of(Confirmation confirmation);
std::string_view name_of(Ground ground);

struct Conclusion {
  Confirmation confirmation = Confirmation::kUnconfirmed;
  Ground ground = Ground::kNoAnswer;
  std::string sentence;  // English, without plate
};

// An answer older than this confirms and refutes nothing: a hit is checked again when it is acted
// upon. It also bounds what a cache may keep.
inline constexpr std::chrono::minutes kAnswerAgeMax{15};

// An absent fact is not "no". A disqualified holder is unconfirmed whatever the register says: the
// licence belongs to a person and the plate does not say who drives.
Conclusion concluded(const VehicleStatus& status, Suspicion suspicion, UtcTime now);
// The same; a failure is unconfirmed.
Conclusion concluded(const Result<VehicleStatus>& answer, Suspicion suspicion, UtcTime now);

}  // namespace bas::registers
