#include "flow/device_marks.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr std::size_t kDeviceDigits = 16;
constexpr std::size_t kMadeDigits = 10;  // seconds since 1970
constexpr std::size_t kFactDigits = kDeviceDigits + kMadeDigits;
constexpr std::size_t kMarkDigits = kFactDigits + 32;

// What may be marks, none of them looked into; at most as many as one cookie holds.
std::vector<std::string_view> marks_in(std::string_view text) {
  std::vector<std::string_view> marks;
  while (!text.empty() && marks.size() < DeviceMarks::kMarksMax) {
    const std::string_view mark = text.substr(0, text.find('~'));
    if (mark.size() == kMarkDigits) marks.push_back(mark);
    text.remove_prefix(std::min(text.size(), mark.size() + 1));
  }
  return marks;
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Result<std::string> DeviceMarks::device(const Shown& shown) {
  for (const std::string_view mark : marks_in(shown.marks)) {
    if (TRY(is_of(mark, shown.name))) return std::string(mark.substr(0, kDeviceDigits));
  }
  return std::string();
}

Result<std::string> DeviceMarks::renewed(const Shown& shown) {
  const auto now = std::chrono::floor<std::chrono::seconds>(parts_.clock.now());
  std::string marks = fmt::format("{}{:010x}", to_hex(parts_.random.bytes(kDeviceDigits / 2)),
                                  now.time_since_epoch().count());
  marks += TRY(mac(shown.name, marks));
  std::size_t count = 1;
  for (const std::string_view mark : marks_in(shown.marks)) {
    if (count == kMarksMax || !is_hex(mark) || TRY(is_of(mark, shown.name))) continue;
    marks.append("~").append(mark);
    ++count;
  }
  return marks;
}

Result<std::string> DeviceMarks::mac(std::string_view name, std::string_view facts) {
  const auto keys = TRY(parts_.vault.standing_keys());
  return to_hex(TRY(keys->token("device", fmt::format("{}{}", facts, name))));
}

Result<bool> DeviceMarks::is_of(std::string_view mark, std::string_view name) {
  const std::string_view facts = mark.substr(0, kFactDigits);
  const std::string expected = TRY(mac(name, facts));
  if (!equal_constant_time(expected, mark.substr(kFactDigits))) return false;
  const std::string_view digits = facts.substr(kDeviceDigits);
  std::int64_t made = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), made, 16);
  return parts_.clock.now() - UtcTime{std::chrono::seconds{made}} < kLife;
}

}  // namespace bas::flow
