#include "base/time.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace bas {

namespace chrono = std::chrono;
using chrono::milliseconds;

namespace {

// Reads fixed-width decimal fields off the front of a text.
class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : rest_(text) {}

  std::optional<int> number(std::size_t digits) {
    if (rest_.size() < digits) return std::nullopt;
    int value = 0;
    for (char c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }

  bool literal(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // ".123456" as milliseconds, cut off, never rounded up.
  int fraction_ms() {
    if (rest_.empty() || (rest_.front() != '.' && rest_.front() != ',')) return 0;
    rest_.remove_prefix(1);
    int value = 0;
    int scale = 100;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      value += (rest_.front() - '0') * scale;
      scale /= 10;
      rest_.remove_prefix(1);
    }
    return value;
  }

  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<chrono::sys_days> read_date(FieldReader& reader) {
  const auto year = reader.number(4);
  if (!year || !reader.literal("-")) return std::nullopt;
  const auto month = reader.number(2);
  if (!month || !reader.literal("-")) return std::nullopt;
  const auto day = reader.number(2);
  if (!day || *year < 1970 || *year > 2199) return std::nullopt;
  const chrono::year_month_day date{chrono::year{*year}, chrono::month(unsigned(*month)),
                                    chrono::day(unsigned(*day))};
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days{date};
}

std::optional<milliseconds> read_time_of_day(FieldReader& reader) {
  const auto hour = reader.number(2);
  if (!hour || !reader.literal(":")) return std::nullopt;
  const auto minute = reader.number(2);
  if (!minute || !reader.literal(":")) return std::nullopt;
  const auto second = reader.number(2);
  if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  const milliseconds fraction{reader.fraction_ms()};
  return chrono::hours{*hour} + chrono::minutes{*minute} + chrono::seconds{*second} + fraction;
}

std::optional<chrono::minutes> read_offset(FieldReader& reader) {
  if (reader.literal("Zz")) return chrono::minutes{0};
  const int sign = reader.peek() == '-' ? -1 : 1;
  if (!reader.literal("+-")) return std::nullopt;
  const auto hours = reader.number(2);
  reader.literal(":");
  const auto minutes = reader.number(2);
  if (!hours || !minutes || *hours > 15 || *minutes > 59) return std::nullopt;
  return sign * (chrono::hours{*hours} + chrono::minutes{*minutes});
}

// 01:00 UTC on the last Sunday of a month.
UtcTime summer_time_switch(chrono::year year, chrono::month month) {
  return chrono::sys_days{year / month / chrono::Sunday[chrono::last]} + chrono::hours{1};
}

std::optional<chrono::minutes> assumed_offset(UtcTime wall_clock, NoOffset no_offset) {
  if (no_offset == NoOffset::kRefuse) return std::nullopt;
  if (no_offset == NoOffset::kAssumeUtc) return chrono::minutes{0};
  return brussels_offset(wall_clock - chrono::hours{1});
}

}  // namespace

chrono::hours brussels_offset(UtcTime time) {
  const auto year = chrono::year_month_day{chrono::floor<chrono::days>(time)}.year();
  const bool is_summer = time >= summer_time_switch(year, chrono::March) &&
                         time < summer_time_switch(year, chrono::October);
  return chrono::hours{is_summer ? 2 : 1};
}

std::string format_rfc3339(UtcTime time) {
  const auto midnight = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date{midnight};
  const chrono::hh_mm_ss clock{time - midnight};
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z"), int(date.year()),
                     unsigned(date.month()), unsigned(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

Result<UtcTime> parse_rfc3339(std::string_view text, NoOffset no_offset) {
  FieldReader reader(text);
  const auto date = read_date(reader);
  if (date && reader.literal("Tt ")) {
    if (const auto time_of_day = read_time_of_day(reader)) {
      const UtcTime wall_clock = UtcTime{*date} + *time_of_day;
      const auto offset =
          reader.at_end() ? assumed_offset(wall_clock, no_offset) : read_offset(reader);
      if (offset && reader.at_end()) return wall_clock - *offset;
    }
  }
  return fail(ErrorCode::kBadInput,
              "not an RFC 3339 time with an offset, such as 2026-11-23T20:16:23.123Z");
}

Day brussels_day(UtcTime time) {
  const auto local = time + brussels_offset(time);
  return Day{
      static_cast<std::int32_t>(chrono::floor<chrono::days>(local).time_since_epoch().count())};
}

UtcTime start_of(Day day) {
  const UtcTime midnight_utc{chrono::sys_days{chrono::days{day.number}}};
  // No switch happens at midnight, so the offset just before local midnight is the right one.
  return midnight_utc - brussels_offset(midnight_utc - chrono::hours{2});
}

std::string format_day(Day day) {
  const chrono::year_month_day date{chrono::sys_days{chrono::days{day.number}}};
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()));
}

Result<Day> parse_day(std::string_view text) {
  FieldReader reader(text);
  const auto date = read_date(reader);
  if (!date || !reader.at_end()) {
    return fail(ErrorCode::kBadInput, "not a day such as 2026-11-23");
  }
  return Day{static_cast<std::int32_t>(date->time_since_epoch().count())};
}

}  // namespace bas
