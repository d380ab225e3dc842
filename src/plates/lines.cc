#include "plates/lines.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace bas::plates {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// In grammars `#` stands for a digit, so a comment begins a line or stands behind a blank and is
// followed by one.
std::string_view without_comment(std::string_view line) {
  if (line.starts_with('#') && (line.size() == 1 || is_blank(line[1]))) return {};
  const std::size_t at = line.find(" # ");
  return line.substr(0, at);
}

}  // namespace

Result<> for_each_line(std::string_view text,
                       const std::function<Result<>(std::string_view line)>& take) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    ++number;
    const std::string_view line = trimmed(without_comment(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    const Result<> taken = take(line);
    if (!taken) {
      return fail(taken.error().code, fmt::format("line {}: {}", number, taken.error().text));
    }
  }
  return {};
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!(line = trimmed(line)).empty()) {
    std::size_t end = 0;
    while (end < line.size() && !is_blank(line[end])) ++end;
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return words;
}

Result<double> number_in(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || !(value >= 0)) {
    return fail(ErrorCode::kBadInput, fmt::format("'{}' is not a number of 0 or more", word));
  }
  return value;
}

}  // namespace bas::plates
