#include "app/stdin_lines.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string>

#include "base/text.h"

namespace bas::app {

namespace {

constexpr std::size_t kLineBytesMax = 4096;

// Up to the next comma, which goes too.
std::string_view take_field(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(','), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return trimmed(field);
}

}  // namespace

void for_each_line_of(std::string_view text, const TakeLine& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty()) take(line);
  }
}

Result<> for_each_line_of_stdin(const TakeLine& take) {
  std::string buffer(kLineBytesMax + 2, '\0');
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), stdin) != nullptr) {
    const std::string_view line(buffer.c_str());
    if (line.size() > kLineBytesMax && !line.ends_with('\n')) {
      return fail(ErrorCode::kTooLarge, "a line of standard input is longer than 4096 bytes");
    }
    for_each_line_of(line, take);
  }
  return {};
}

Plate plate_of(std::string_view line) { return seen_line_of(line).plate; }

SeenLine seen_line_of(std::string_view line) {
  SeenLine seen;
  seen.plate.text = canonical_plate(take_field(line));
  for (const char c : take_field(line)) {
    seen.plate.country += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  take_field(line);  // the confidence
  seen.vehicle.make = take_field(line);
  seen.vehicle.colour = take_field(line);
  seen.vehicle.vehicle_class = take_field(line);
  return seen;
}

}  // namespace bas::app
