// Lengths of time and sizes as people write them: "30s", "20 MiB".
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas::config {

// A whole number and ms, s, min, h or d ("30s", "2 min"); a bare number is refused. Up to 100,000
// d.
Result<std::chrono::milliseconds> parse_duration(std::string_view text);
// In the largest unit that leaves it whole: "30s", "2min".
std::string format_duration(std::chrono::milliseconds duration);

// A whole number and B, KiB, MiB, GiB, TiB or kB, MB, GB, TB; a bare number is refused.
Result<std::uint64_t> parse_size(std::string_view text);
std::string format_size(std::uint64_t bytes);

// A whole number, with "_" between digits where it helps reading, nothing else.
Result<std::int64_t> parse_whole(std::string_view text);

}  // namespace bas::config
