// Instants in UTC with millisecond resolution, their RFC 3339 text, and the Brussels calendar day.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas {

using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

// A calendar day in Brussels: days since 1970-01-01. Keys, retention and files go by this day.
struct Day {
  std::int32_t number = 0;
  auto operator<=>(const Day&) const = default;
};

// "2026-11-23T20:16:23.123Z".
std::string format_rfc3339(UtcTime time);

// Takes RFC 3339 with `Z` or an offset, `T` or blank between date and time, 0 to 9 decimals.
// Without any offset it is refused unless told what to assume; a wall clock of Brussels that occurs
// twice (the end of summer time) is the later one. Years 1970 to 2199.
enum class NoOffset { kRefuse, kAssumeUtc, kAssumeBrussels };
Result<UtcTime> parse_rfc3339(std::string_view text, NoOffset no_offset = NoOffset::kRefuse);

// How far the clocks of Brussels are before UTC. Summer time by Directive 2000/84/EC: from 01:00
// UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
std::chrono::hours brussels_offset(UtcTime time);

// The Brussels calendar day of an instant.
Day brussels_day(UtcTime time);

// The instant at which that Brussels day begins.
UtcTime start_of(Day day);

// "2026-11-23".
std::string format_day(Day day);
Result<Day> parse_day(std::string_view text);

}  // namespace bas
