// Days as registers write them.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace bas::registers {

// A pattern holds YYYY, MM and DD once each; every other character stands for itself, such as in
// "YYYYMMDD", "DD/MM/YYYY", "YYYY-MM-DDT00:00:00".
bool is_date_pattern(std::string_view pattern);

// The last instant (ms) of that day in Brussels, which has Amsterdam's time; nothing when the text
// is not so written or is no day from 1970 to 2199. `pattern` is one.
std::optional<UtcTime> end_of_day(std::string_view text, std::string_view pattern);

}  // namespace bas::registers
