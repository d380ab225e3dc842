// A register of vehicles that is asked live: insurance, inspection, the holder's licence.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "model/plate.h"
#include "model/vehicle.h"

namespace bas {

// What a register says of one plate. A fact it does not say is absent, and absent is not "no": a
// missing inspection date does not mean that the inspection has expired. `holder_is_disqualified`
// is about the registered holder, a person, and says nothing of who drives.
struct VehicleStatus {
  bool is_registered = false;  // false: the register does not know the plate
  std::optional<bool> is_insured;
  std::optional<UtcTime> inspected_until;  // end of the last day that the inspection covers
  std::optional<bool> holder_is_disqualified;
  Vehicle vehicle;
  UtcTime answered_at;  // when the register gave the answer; earlier than now when kept from before
};

// Threads: any. A call may wait for the network up to its own limits and ends early when asked to
// stop. Errors: kUnavailable when no trustworthy answer could be had (down, slow, refused, changed
// form, too many questions); the caller treats the fact as unconfirmed, never as a reason to act.
class VehicleRegister {
 public:
  virtual ~VehicleRegister() = default;

  // Such as "rdw"; for settings and messages.
  virtual std::string name() const = 0;
  // Whether plates of that country (ISO 3166-1 alpha-2) are answered here.
  virtual bool covers(std::string_view country) const = 0;
  virtual Result<VehicleStatus> look_up(const Plate& plate, std::stop_token stop) = 0;
};

}  // namespace bas
