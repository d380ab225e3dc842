// The reasons of a match as they are kept with its hit and told to programs and screens.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "match/reasons.h"

namespace bas::flow {

// As HitReasons of the API: places count from 1, what does not apply is left out. Holds glyphs of
// plates: to be sealed.
nlohmann::ordered_json reasons_json(const match::Reasons& reasons);

}  // namespace bas::flow
