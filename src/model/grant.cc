#include "model/grant.h"

#include "model/name_table.h"

namespace bas {

std::string_view name_of(GrantState state) {
  static constexpr NameTable<GrantState, 4> kGrantStates{{"coming", "living", "ended", "revoked"}};
  return kGrantStates.of(state);
}

GrantState state_of(const Grant& grant, UtcTime now) {
  if (grant.revoked_at && *grant.revoked_at <= now) return GrantState::kRevoked;
  if (now < grant.from) return GrantState::kComing;
  return now < grant.until ? GrantState::kLiving : GrantState::kEnded;
}

}  // namespace bas
