#include "config/units.h"

#include <array>
#include <charconv>
#include <limits>

namespace bas::config {

namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};

constexpr std::uint64_t kMsPerDay = 86'400'000;
constexpr std::uint64_t kDurationMsMax = 100'000 * kMsPerDay;
constexpr std::array kDurationUnits = std::to_array<Unit>(
    {{"d", kMsPerDay}, {"h", 3'600'000}, {"min", 60'000}, {"s", 1000}, {"ms", 1}});

// The binary ones first: format_size uses those.
constexpr std::array kSizeUnits = std::to_array<Unit>({{"TiB", 1ULL << 40U},
                                                       {"GiB", 1ULL << 30U},
                                                       {"MiB", 1ULL << 20U},
                                                       {"KiB", 1ULL << 10U},
                                                       {"B", 1},
                                                       {"TB", 1'000'000'000'000},
                                                       {"GB", 1'000'000'000},
                                                       {"MB", 1'000'000},
                                                       {"kB", 1000}});
constexpr std::uint64_t kSizeMax = 1ULL << 60U;

template <std::size_t kCount>
Result<std::uint64_t> parse_with_unit(std::string_view text, const std::array<Unit, kCount>& units,
                                      std::uint64_t most) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{}) return fail(ErrorCode::kBadInput, "a whole number and a unit");
  std::string_view name(rest, static_cast<std::size_t>(end - rest));
  if (name.starts_with(' ')) name.remove_prefix(1);
  for (const Unit& unit : units) {
    if (name != unit.name) continue;
    if (number > most / unit.factor) return fail(ErrorCode::kBadInput, "something smaller");
    return number * unit.factor;
  }
  return fail(ErrorCode::kBadInput, "a whole number and a unit");
}

template <std::size_t kCount>
std::string format_with_unit(std::uint64_t value, const std::array<Unit, kCount>& units,
                             std::string_view between) {
  for (const Unit& unit : units) {
    if (value == 0 && unit.factor != 1) continue;
    if (value % unit.factor != 0) continue;
    return std::to_string(value / unit.factor).append(between).append(unit.name);
  }
  return std::to_string(value);  // not reached: one unit is 1
}

}  // namespace

Result<std::chrono::milliseconds> parse_duration(std::string_view text) {
  const auto ms = parse_with_unit(text, kDurationUnits, kDurationMsMax);
  if (!ms) {
    return fail(ErrorCode::kBadInput, "a length of time is " + ms.error().text +
                                          " (ms, s, min, h, d) in quotes, such as \"30s\"");
  }
  return std::chrono::milliseconds{static_cast<std::int64_t>(*ms)};
}

std::string format_duration(std::chrono::milliseconds duration) {
  return format_with_unit(static_cast<std::uint64_t>(duration.count()), kDurationUnits, "");
}

Result<std::uint64_t> parse_size(std::string_view text) {
  const auto bytes = parse_with_unit(text, kSizeUnits, kSizeMax);
  if (!bytes) {
    return fail(ErrorCode::kBadInput, "a size is " + bytes.error().text +
                                          " (B, KiB, MiB, GiB, TiB) in quotes, such as \"20 MiB\"");
  }
  return *bytes;
}

std::string format_size(std::uint64_t bytes) { return format_with_unit(bytes, kSizeUnits, " "); }

Result<std::int64_t> parse_whole(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && i > 0 && i + 1 < text.size() && text[i - 1] != '_') continue;
    digits += text[i];
  }
  std::int64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || rest != end) {
    return fail(ErrorCode::kBadInput, "expected a whole number, such as 4");
  }
  return number;
}

}  // namespace bas::config
