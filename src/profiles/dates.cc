#include "profiles/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace bas::profiles {

namespace {

constexpr std::array<std::string_view, 6> kParts = {"YYYY", "MM", "DD", "hh", "mm", "ss"};
constexpr std::string_view kPartLetters = "YMDhms";
constexpr std::int32_t kExcelEpoch = -25'569;  // 1899-12-30 as days since 1970
constexpr std::int32_t kExcelFirst = 20'000;   // 1954
constexpr std::int32_t kExcelLast = 80'000;    // 2119

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_part_letter(char c) { return kPartLetters.find(c) != std::string_view::npos; }

std::optional<std::size_t> part_at(std::string_view format, std::size_t at) {
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    if (format.substr(at).starts_with(kParts[i])) return i;
  }
  return std::nullopt;
}

bool is_format(std::string_view format) {
  std::array<int, kParts.size()> times{};
  for (std::size_t at = 0; at < format.size();) {
    const auto part = part_at(format, at);
    if (!part && (is_part_letter(format[at]) || is_digit(format[at]))) return false;
    if (part) ++times[*part];
    at += part ? kParts[*part].size() : 1;
  }
  const bool has_clock = times[3] == 1 && times[4] == 1 && times[5] <= 1;
  const bool has_none = times[3] + times[4] + times[5] == 0;
  return times[0] == 1 && times[1] == 1 && times[2] == 1 && (has_clock || has_none);
}

// The number that `text` begins with. A part that signs stand around may be one digit short.
std::optional<int> number(std::string_view& text, std::size_t digits, bool stands_alone) {
  std::size_t length = 0;
  while (length < digits && length < text.size() && is_digit(text[length])) ++length;
  if (length == 0 || (length < digits && (!stands_alone || digits != 2))) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + length, value);
  text.remove_prefix(length);
  return value;
}

using Values = std::array<int, kParts.size()>;

std::optional<Values> values_of(std::string_view text, std::string_view format) {
  Values values{};
  for (std::size_t at = 0; at < format.size();) {
    if (const auto part = part_at(format, at)) {
      const std::size_t width = kParts[*part].size();
      const bool stands_alone =
          (at == 0 || !is_part_letter(format[at - 1])) &&
          (at + width == format.size() || !is_part_letter(format[at + width]));
      const auto value = number(text, width, stands_alone);
      if (!value) return std::nullopt;
      values[*part] = *value;
      at += width;
    } else {
      if (text.empty() || text.front() != format[at]) return std::nullopt;
      text.remove_prefix(1);
      ++at;
    }
  }
  return text.empty() ? std::optional(values) : std::nullopt;
}

UtcTime edge_of(Day day, DayEdge edge) {
  return start_of(edge == DayEdge::kStart ? day : Day{day.number + 1});
}

std::optional<UtcTime> by_format(std::string_view text, std::string_view format, DayEdge edge) {
  const auto values = values_of(text, format);
  if (!values) return std::nullopt;
  const auto& [year, month, day, hour, minute, second] = *values;
  const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (format.find("hh") == std::string_view::npos) {
    const auto parsed = parse_day(date);
    return parsed ? std::optional(edge_of(*parsed, edge)) : std::nullopt;
  }
  const auto moment = parse_rfc3339(fmt::format("{}T{:02}:{:02}:{:02}", date, hour, minute, second),
                                    NoOffset::kAssumeBrussels);
  return moment ? std::optional(*moment) : std::nullopt;
}

// "45231" or "45231.75": whole days, and the part of a day behind the point.
struct ExcelDay {
  std::int32_t days = 0;
  double part = 0;
};
std::optional<ExcelDay> excel_day(std::string_view text) {
  ExcelDay day;
  const std::string_view whole = text.substr(0, text.find('.'));
  if (whole.size() != 5 || !std::ranges::all_of(whole, is_digit)) return std::nullopt;
  std::from_chars(whole.data(), whole.data() + whole.size(), day.days);
  if (day.days < kExcelFirst || day.days > kExcelLast) return std::nullopt;
  const std::string_view behind = text.substr(whole.size());
  if (behind.empty()) return day;
  if (behind.size() < 2 || !std::ranges::all_of(behind.substr(1), is_digit)) return std::nullopt;
  std::from_chars(behind.data(), behind.data() + behind.size(), day.part);
  return day;
}

UtcTime moment_of(ExcelDay excel, DayEdge edge) {
  const Day day{excel.days + kExcelEpoch};
  if (excel.part == 0) return edge_of(day, edge);
  const auto minutes = static_cast<int>(std::lround(excel.part * 1'440));
  if (minutes >= 1'440) return edge_of(day, DayEdge::kEnd);
  const std::string text =
      fmt::format("{}T{:02}:{:02}:00", format_day(day), minutes / 60, minutes % 60);
  return parse_rfc3339(text, NoOffset::kAssumeBrussels).value_or(edge_of(day, edge));
}

// With month and day as one letter: formats that differ in nothing else mistake one for the other.
std::string without_order(std::string format) {
  std::ranges::replace(format, 'M', 'D');
  return format;
}

}  // namespace

Result<DateFormats> DateFormats::parse(const std::vector<std::string>& formats) {
  DateFormats made;
  for (const std::string& format : formats) {
    if (format == "excel") {
      made.takes_excel_ = true;
      continue;
    }
    if (!is_format(format)) {
      return fail(
          ErrorCode::kBadInput,
          fmt::format("`{}` is no date format: it needs YYYY, MM and DD once each, may have "
                      "hh, mm and ss, and signs between; or it is `excel`",
                      format));
    }
    for (const std::string& other : made.formats_) {
      if (without_order(format) == without_order(other)) {
        return fail(ErrorCode::kBadInput,
                    fmt::format("`{}` and `{}` read one text as two days: keep one of them", other,
                                format));
      }
    }
    made.formats_.push_back(format);
  }
  return made;
}

Result<UtcTime> DateFormats::moment(std::string_view text, DayEdge edge) const {
  for (const std::string& format : formats_) {
    if (const auto moment = by_format(text, format, edge)) return *moment;
  }
  if (const auto day = parse_day(text)) return edge_of(*day, edge);
  if (const auto time = parse_rfc3339(text)) return *time;
  const auto excel = excel_day(text);
  if (excel && takes_excel_) return moment_of(*excel, edge);
  if (excel) {
    return fail(
        ErrorCode::kBadInput,
        "this looks like a date of Excel's, a number of days since 1900: add `excel` to the "
        "profile's dates, or write days such as 2026-11-23");
  }
  return fail(
      ErrorCode::kBadInput,
      fmt::format("a day such as 2026-11-23, or a time such as 2026-11-23T20:16:23Z, is "
                  "needed{}{}",
                  formats_.empty() ? "" : "; the profile also takes ", fmt::join(formats_, ", ")));
}

}  // namespace bas::profiles
