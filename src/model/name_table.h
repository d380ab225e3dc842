// Names of the values of an enum, in the order of their numbers.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace bas {

template <typename Enum, std::size_t kCount>
struct NameTable {
  std::array<std::string_view, kCount> names;

  constexpr std::string_view of(Enum value) const { return names[static_cast<std::size_t>(value)]; }
  constexpr std::optional<Enum> find(std::string_view name) const {
    for (std::size_t i = 0; i < kCount; ++i) {
      if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

}  // namespace bas
