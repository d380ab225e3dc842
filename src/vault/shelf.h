// Where keys stand: those of a day, or of what ends before its day does.
#pragma once

#include <compare>
#include <string>

#include "base/time.h"

namespace bas::vault {

// `name`: lower-case letters and `_`; empty for the day itself.
struct Shelf {
  Day day;
  std::string name{};
  auto operator<=>(const Shelf&) const = default;
};

}  // namespace bas::vault
