#include "profiles/records.h"

#include <algorithm>

namespace bas::profiles {

LineRecords::LineRecords(std::string_view text, CsvFormat format)
    : rest_(text), bytes_(text.size()), format_(format), next_return_(text.size() + 1) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

std::optional<Record> LineRecords::next() {
  skip_blank_lines();
  if (rest_.empty()) return std::nullopt;
  Record record{line_, {}, false};
  std::size_t length = line_length();
  const bool has_quote = format_.quote != '\0' &&
                         rest_.substr(0, length).find(format_.quote) != std::string_view::npos;
  if (has_quote) length = quoted_length();
  record.text = rest_.substr(0, length);
  record.is_cut = is_quote_open_;
  take(length);
  skip_blank_lines();
  return record;
}

std::string_view LineRecords::skip_lines(std::size_t count) {
  const std::string_view before = rest_;
  for (; count > 0 && !rest_.empty(); --count) take(line_length());
  return before.substr(0, before.size() - rest_.size());
}

// Up to the line end, wherever quotes stand. The place of the next CR is remembered, so that a text
// without any is searched for one only once.
std::size_t LineRecords::line_length() {
  if (next_return_ > rest_.size()) {
    const std::size_t found = rest_.find('\r');
    next_return_ = found == std::string_view::npos ? 0 : rest_.size() - found;
  }
  const std::size_t to_return = rest_.size() - next_return_;  // all of it where there is none
  return std::min(rest_.find('\n'), to_return);
}

// Up to the line end that stands between no quotes. A quote opens only where a field begins.
std::size_t LineRecords::quoted_length() {
  const char ends[] = {format_.delimiter, '\r', '\n'};
  std::size_t at = 0;
  while (true) {
    if (at < rest_.size() && rest_[at] == format_.quote) {
      do {
        const std::size_t close = rest_.find(format_.quote, at + 1);
        is_quote_open_ = close == std::string_view::npos;
        const std::size_t end = is_quote_open_ ? rest_.size() : close;
        line_ += static_cast<std::size_t>(std::ranges::count(rest_.substr(at, end - at), '\n'));
        if (is_quote_open_) return rest_.size();
        at = close + 1;
      } while (at < rest_.size() && rest_[at] == format_.quote);
    }
    at = std::min(rest_.find_first_of(std::string_view(ends, sizeof ends), at), rest_.size());
    if (at == rest_.size() || rest_[at] != format_.delimiter) return at;
    ++at;
  }
}

// With the line end behind it, if one is there.
void LineRecords::take(std::size_t length) {
  rest_.remove_prefix(length);
  if (rest_.empty()) return;
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
  ++line_;
}

void LineRecords::skip_blank_lines() {
  while (at_line_end()) take(0);
}

}  // namespace bas::profiles
