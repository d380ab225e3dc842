// That somebody else agrees to a wide search before it is made.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace bas {

// `question`: as it will be asked, JSON. Without effect until `agreed_at`, and from `until` on.
struct Agreement {
  Id id;
  Id zone;  // whose people ask and agree
  std::string purpose, case_number, reason;
  std::string question;
  Id asked_by;
  UtcTime asked_at;
  UtcTime until;  // excluded
  std::optional<UtcTime> agreed_at{};
  Id agreed_by{};
};

}  // namespace bas
