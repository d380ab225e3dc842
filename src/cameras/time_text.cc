#include "cameras/time_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>

#include "base/text.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace chrono = std::chrono;

namespace {

constexpr UtcTime kEarliest{chrono::sys_days{chrono::January / 1 / 2000}};
constexpr chrono::days kAheadMax{1};

std::size_t leading_digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

tl::unexpected<Error> not_a_time() {
  return fail(ErrorCode::kBadInput, "the capture time cannot be read as a time");
}

// Seconds, ms, µs or ns since 1970, told apart by their number of digits.
Result<UtcTime> from_epoch(std::string_view digits) {
  std::uint64_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{}) return not_a_time();
  const auto count = static_cast<std::int64_t>(value / (digits.size() >= 18   ? 1'000'000
                                                        : digits.size() >= 15 ? 1'000
                                                                              : 1));
  if (digits.size() <= 10) return UtcTime{chrono::seconds{count}};
  return UtcTime{chrono::milliseconds{count}};
}

Result<UtcTime> from_float_seconds(std::string_view text) {
  const auto seconds = parse_number(text);
  if (!seconds) return not_a_time();
  return UtcTime{chrono::milliseconds{std::llround(*seconds * 1000)}};
}

// YYYYMMDD, maybe a blank or T, HHMMSS with or without ms, maybe an offset.
Result<UtcTime> from_packed(std::string_view text) {
  const std::string_view date = text.substr(0, 8);
  text.remove_prefix(8);
  if (text.starts_with(' ') || text.starts_with('T')) text.remove_prefix(1);
  const std::size_t digits = leading_digits(text);
  if (digits != 6 && digits != 9) return not_a_time();
  const std::string iso =
      fmt::format("{}-{}-{}T{}:{}:{}.{}{}", date.substr(0, 4), date.substr(4, 2), date.substr(6, 2),
                  text.substr(0, 2), text.substr(2, 2), text.substr(4, 2),
                  text.substr(6, digits - 6), trimmed(text.substr(digits)));
  return parse_rfc3339(iso, NoOffset::kAssumeBrussels);
}

Result<UtcTime> from_iso(std::string_view text) {
  std::string iso(text);
  if (iso.size() > 10) {
    for (char* const separator : {&iso[4], &iso[7]}) {
      if (*separator == '/' || *separator == '.' || *separator == ':') *separator = '-';
    }
  }
  return parse_rfc3339(iso, NoOffset::kAssumeBrussels);
}

}  // namespace

Result<UtcTime> parse_time(std::string_view text) {
  text = trimmed(text);
  const std::size_t digits = leading_digits(text);
  if (digits == text.size()) {
    if (digits == 0 || digits > 19) return not_a_time();
    return digits == 14 || digits == 17 ? from_packed(text) : from_epoch(text);
  }
  if (digits == 8 || digits == 14 || digits == 17) return from_packed(text);
  if ((digits == 9 || digits == 10) && text[digits] == '.') return from_float_seconds(text);
  return from_iso(text);
}

Result<UtcTime> plausible_time(UtcTime time, UtcTime received_at) {
  if (time < kEarliest) {
    return fail(ErrorCode::kBadInput,
                "the capture time lies before the year 2000: set the clock of the camera");
  }
  if (time > received_at + kAheadMax) {
    return fail(ErrorCode::kBadInput,
                "the capture time lies more than a day ahead: set the clock of the camera");
  }
  return time;
}

}  // namespace bas::cameras
