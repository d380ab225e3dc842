// What one zone allows another to see of its data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace bas {

// `purposes`: codes of the law. In force in [from, until), until it is revoked.
struct Grant {
  Id id;
  Id from_zone;  // whose data
  Id to_zone;    // whose people
  std::vector<std::string> purposes;
  UtcTime from, until;
  std::string reason;
  std::string impact_assessment;  // version of the assessment that covers it
  Id made_by;
  UtcTime made_at;
  std::optional<UtcTime> revoked_at{};
  Id revoked_by{};
};

enum class GrantState { kComing, kLiving, kEnded, kRevoked };
std::string_view name_of(GrantState state);
GrantState state_of(const Grant& grant, UtcTime now);

}  // namespace bas
