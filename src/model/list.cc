#include "model/list.h"

#include <array>

namespace bas {

namespace {

constexpr std::array<std::string_view, 3> kInexactUses = {"nothing", "review", "alarm"};

}  // namespace

std::string_view name_of(InexactUse use) { return kInexactUses[static_cast<std::size_t>(use)]; }

std::optional<InexactUse> inexact_use_from(std::string_view name) {
  for (std::size_t i = 0; i < kInexactUses.size(); ++i) {
    if (kInexactUses[i] == name) return static_cast<InexactUse>(i);
  }
  return std::nullopt;
}

}  // namespace bas
