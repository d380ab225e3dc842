#include "profiles/csv.h"

#include <algorithm>

namespace bas::profiles {

char delimiter_of(std::string_view line) {
  char best = ',';
  for (const char candidate : {',', ';', '\t', '|'}) {
    if (std::ranges::count(line, candidate) > std::ranges::count(line, best)) best = candidate;
  }
  return best;
}

CsvFormat csv_format_of(std::string_view text) {
  const auto first = LineRecords(text).next();
  return {delimiter_of(first ? first->text : std::string_view()), '"'};
}

const std::vector<std::string_view>& CsvSplitter::split(std::string_view record) {
  fields_.clear();
  unquoted_.clear();
  unquoted_.reserve(record.size());  // so that views of it stay
  while (true) {
    const bool is_quoted =
        format_.quote != '\0' && !record.empty() && record.front() == format_.quote;
    if (is_quoted) {
      fields_.push_back(quoted_field(record));
    } else {
      fields_.push_back(plain_field(record));
      record.remove_prefix(fields_.back().size());
    }
    if (record.empty()) return fields_;
    record.remove_prefix(1);  // the delimiter
  }
}

std::string_view CsvSplitter::plain_field(std::string_view rest) const {
  return rest.substr(0, rest.find(format_.delimiter));
}

std::string_view CsvSplitter::quoted_field(std::string_view& rest) {
  const std::size_t begin = unquoted_.size();
  do {
    const std::size_t close = std::min(rest.find(format_.quote, 1), rest.size());
    unquoted_ += rest.substr(1, close - 1);
    rest.remove_prefix(std::min(close + 1, rest.size()));
    if (rest.empty() || rest.front() != format_.quote) break;
    unquoted_.push_back(format_.quote);
  } while (true);
  const std::string_view tail = plain_field(rest);
  unquoted_ += tail;
  rest.remove_prefix(tail.size());
  return std::string_view(unquoted_).substr(begin);
}

}  // namespace bas::profiles
