// The file in which travel times lie.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "links/travel_times.h"

namespace bas::flow {

std::string travel_times_text(const links::TravelTimes& times);
// kCorrupt when it is not as travel_times_text() writes it.
Result<links::TravelTimes> parse_travel_times(std::string_view text);

}  // namespace bas::flow
