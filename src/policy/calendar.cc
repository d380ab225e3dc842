#include "policy/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace bas::policy {

namespace chrono = std::chrono;

namespace {

struct UnitName {
  std::string_view name;
  TermUnit unit;
  int most;  // a hundred years
};
constexpr std::array<UnitName, 5> kUnits = {{{"second", TermUnit::kSeconds, 2'000'000'000},
                                             {"minute", TermUnit::kMinutes, 52'000'000},
                                             {"hour", TermUnit::kHours, 876'000},
                                             {"day", TermUnit::kDays, 36'500},
                                             {"month", TermUnit::kMonths, 1'200}}};

chrono::hours offset_of(UtcTime time, Clocks clocks) {
  return brussels_offset(time) - chrono::hours{clocks == Clocks::kLondon ? 1 : 0};
}

chrono::milliseconds fixed_length(const Term& term) {
  switch (term.unit) {
    case TermUnit::kSeconds: return chrono::seconds{term.count};
    case TermUnit::kMinutes: return chrono::minutes{term.count};
    case TermUnit::kHours: return chrono::hours{term.count};
    case TermUnit::kDays: return chrono::days{term.count};
    case TermUnit::kMonths: break;
  }
  return {};
}

// The wall clock of that day of the month, or of the month's last.
UtcTime months_later(UtcTime wall_clock, int count) {
  const auto midnight = chrono::floor<chrono::days>(wall_clock);
  const chrono::year_month_day date{midnight};
  const chrono::year_month month = date.year() / date.month() + chrono::months{count};
  const chrono::day last = (month / chrono::last).day();
  return chrono::sys_days{month / std::min(date.day(), last)} + (wall_clock - midnight);
}

}  // namespace

Result<Term> term_from(std::string_view text) {
  int count = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (failure == std::errc() && count > 0 && unit.starts_with(' ')) {
    unit.remove_prefix(1);
    if (count > 1 && unit.ends_with('s')) unit.remove_suffix(1);
    for (const UnitName& one : kUnits) {
      if (one.name == unit && count <= one.most) return Term{count, one.unit};
    }
  }
  return fail(
      ErrorCode::kBadInput,
      fmt::format("a term such as \"12 months\" or \"28 days\" is needed, not \"{}\"", text));
}

std::string text_of(const Term& term) {
  const auto& name = kUnits[static_cast<std::size_t>(term.unit)].name;
  return fmt::format("{} {}{}", term.count, name, term.count == 1 ? "" : "s");
}

UtcTime end_of(UtcTime start, const Term& term, Clocks clocks) {
  if (term.unit != TermUnit::kMonths) return start + fixed_length(term);
  const UtcTime wall_clock = months_later(start + offset_of(start, clocks), term.count);
  const chrono::hours winter{clocks == Clocks::kLondon ? 0 : 1};
  const UtcTime by_summer = wall_clock - winter - chrono::hours{1};
  const UtcTime by_winter = wall_clock - winter;
  const bool is_summer = offset_of(by_summer, clocks) != winter;
  const bool is_winter = offset_of(by_winter, clocks) == winter;
  return is_winter && !is_summer ? by_winter : by_summer;
}

std::optional<UtcTime> last_over(const Starts& starts, const Term& term, Clocks clocks,
                                 UtcTime now) {
  constexpr chrono::milliseconds kStep{1};
  const auto is_over = [&](UtcTime start) { return end_of(start, term, clocks) <= now; };
  const bool is_fixed = term.unit != TermUnit::kMonths;
  const auto least =
      is_fixed ? fixed_length(term) : chrono::days{28} * term.count - chrono::hours{1};
  UtcTime last = std::min(starts.until - kStep, now - least);
  // Within an hour the wall clock runs evenly, so that ends rise with starts; from one hour to the
  // next they need not.
  while (last >= starts.from && !is_over(last)) {
    UtcTime over = std::max(starts.from, UtcTime{chrono::floor<chrono::hours>(last)}) - kStep;
    UtcTime not_over = last;
    if (!is_over(over + kStep)) {
      last = over;
      continue;
    }
    while (not_over - over > kStep) {
      const UtcTime middle = over + (not_over - over) / 2;
      (is_over(middle) ? over : not_over) = middle;
    }
    return over;
  }
  return last >= starts.from ? std::optional(last) : std::nullopt;
}

}  // namespace bas::policy
