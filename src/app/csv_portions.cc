#include "app/csv_portions.h"

#include <algorithm>

namespace bas::app {

CsvPortions::CsvPortions(std::string_view text, std::size_t lines_at_once)
    : text_(text), rest_(text), lines_at_once_(lines_at_once) {
  header_ = take_line();
  header_lines_ = lines_taken_;
}

std::optional<CsvPortion> CsvPortions::next() {
  if (rest_.empty() && !is_first_) return std::nullopt;
  is_first_ = false;
  CsvPortion portion{std::string(header_), lines_taken_ - header_lines_};
  for (std::size_t i = 0; i < lines_at_once_ && !rest_.empty(); ++i) portion.csv += take_line();
  return portion;
}

// One record with its line end; a line end inside quotes does not end it.
std::string_view CsvPortions::take_line() {
  bool is_quoted = false;
  std::size_t length = 0;
  while (length < rest_.size()) {
    const char c = rest_[length++];
    if (c == '"') is_quoted = !is_quoted;
    if (c == '\n') ++lines_taken_;
    if (c == '\n' && !is_quoted) break;
  }
  const std::string_view line = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return line;
}

}  // namespace bas::app
