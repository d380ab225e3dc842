#include "registers/date_pattern.h"

#include <string>

namespace bas::registers {

namespace {

bool stands_once(std::string_view pattern, std::string_view part) {
  const std::size_t at = pattern.find(part);
  return at != std::string_view::npos && pattern.find(part, at + 1) == std::string_view::npos;
}

}  // namespace

bool is_date_pattern(std::string_view pattern) {
  return stands_once(pattern, "YYYY") && stands_once(pattern, "MM") && stands_once(pattern, "DD");
}

std::optional<UtcTime> end_of_day(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return std::nullopt;
  const std::size_t year = pattern.find("YYYY");
  const std::size_t month = pattern.find("MM");
  const std::size_t day = pattern.find("DD");
  const auto is_in = [](std::size_t at, std::size_t from, std::size_t count) {
    return at >= from && at < from + count;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_digit = is_in(at, year, 4) || is_in(at, month, 2) || is_in(at, day, 2);
    if (!is_digit && text[at] != pattern[at]) return std::nullopt;
  }
  const auto part = [&](std::size_t at, std::size_t count) {
    return std::string{text.substr(at, count)};
  };
  const auto parsed = parse_day(part(year, 4) + '-' + part(month, 2) + '-' + part(day, 2));
  if (!parsed) return std::nullopt;
  return start_of(Day{parsed->number + 1}) - std::chrono::milliseconds{1};
}

}  // namespace bas::registers
