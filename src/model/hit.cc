#include "model/hit.h"

#include <array>
#include <utility>

namespace bas {

namespace {
constexpr std::array<std::pair<HitState, std::string_view>, 4> kStates{{
    {HitState::kCandidate, "candidate"},
    {HitState::kValidated, "validated"},
    {HitState::kRejected, "rejected"},
    {HitState::kExpired, "expired"},
}};
}  // namespace

std::string_view name_of(HitState state) {
  for (const auto& [value, name] : kStates) {
    if (value == state) return name;
  }
  return {};
}

std::optional<HitState> hit_state_from(std::string_view wanted) {
  for (const auto& [value, name] : kStates) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace bas
