#include "profiles/fact.h"

#include <algorithm>

namespace bas::profiles {

std::optional<Fact> fact_from(std::string_view name) {
  const auto found = std::ranges::find(kFactNames, name);
  if (found == kFactNames.end()) return std::nullopt;
  return static_cast<Fact>(found - kFactNames.begin());
}

}  // namespace bas::profiles
