// The ways in which cameras write a moment.
#pragma once

#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace bas::cameras {

// Takes ISO 8601 (any of - / . : in the date, `T` or blank, 0 to 9 decimals), YYYYMMDD HHMMSSmmm,
// YYYYMMDDHHMMSS and YYYYMMDDHHMMSSmmm, each with or without an offset, and s, ms, µs or ns since
// 1970 by their size (seconds also with decimals). Without an offset it is a wall clock in
// Brussels. Errors: kBadInput.
Result<UtcTime> parse_time(std::string_view text);

// `time` when a camera can have meant it: from 2000 on and at most a day after its arrival.
// Errors: kBadInput, with the reason.
Result<UtcTime> plausible_time(UtcTime time, UtcTime received_at);

}  // namespace bas::cameras
