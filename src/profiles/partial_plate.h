// What a partial plate must be to be worth looking for.
#pragma once

#include <string_view>

#include "base/result.h"

namespace bas::profiles {

// `pattern` is canonical with `?` (one character) and `*` (any number). kBadInput when it names
// fewer than two characters, bears a letter without a glyph, could fit no plate of ten, or has more
// than three `*`. What passes here is taken by every index of patterns.
Result<> check_partial_plate(std::string_view pattern);

}  // namespace bas::profiles
