#include "profiles/csv.h"

#include <algorithm>

#include "base/encode.h"

namespace bas::profiles {

namespace {

// Windows-1252 beyond ASCII: the Latin-1 letters are what lists hold; 0x80 is the euro sign, the
// other signs of 0x81 to 0x9F become U+FFFD.
std::string from_windows_1252(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else if (byte >= 0xA0) {
      out.push_back(static_cast<char>(0xC0 | (byte >> 6)));
      out.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
    } else {
      out += byte == 0x80 ? "\xE2\x82\xAC" : "\xEF\xBF\xBD";
    }
  }
  return out;
}

std::string as_utf8(std::string field) {
  return is_valid_utf8(field) ? field : from_windows_1252(field);
}

char separator_of(std::string_view first_line) {
  char best = ',';
  for (const char candidate : {',', ';', '\t'}) {
    if (std::ranges::count(first_line, candidate) > std::ranges::count(first_line, best)) {
      best = candidate;
    }
  }
  return best;
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : rest_(text), bytes_(text.size()) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  skip_blank_lines();
  separator_ = separator_of(rest_.substr(0, rest_.find_first_of("\r\n")));
}

Result<std::optional<CsvRow>> CsvReader::next() {
  if (rest_.empty()) return std::optional<CsvRow>();
  CsvRow row;
  row.line = row_line_ = line_;
  const std::size_t before = rest_.size();
  while (true) {
    row.fields.push_back(as_utf8(rest_.starts_with('"') ? quoted_field() : plain_field()));
    if (is_quote_open_) {
      return fail(ErrorCode::kBadInput, "a quote is opened and never closed");
    }
    if (rest_.empty() || at_line_end()) break;
    rest_.remove_prefix(1);  // the separator
  }
  const std::size_t bytes = before - rest_.size();
  skip_line_end();
  skip_blank_lines();
  if (bytes > kRowBytesMax) return fail(ErrorCode::kTooLarge, "the line is longer than 64 KiB");
  return row;
}

std::string CsvReader::quoted_field() {
  std::string field;
  rest_.remove_prefix(1);
  while (true) {
    const std::size_t quote = rest_.find('"');
    is_quote_open_ = quote == std::string_view::npos;
    const std::string_view part = rest_.substr(0, quote);
    line_ += static_cast<std::size_t>(std::ranges::count(part, '\n'));
    field += part;
    rest_.remove_prefix(is_quote_open_ ? rest_.size() : quote + 1);
    if (is_quote_open_ || !rest_.starts_with('"')) break;
    field.push_back('"');
    rest_.remove_prefix(1);
  }
  return field + plain_field();  // what stands behind the closing quote belongs to the field
}

std::string CsvReader::plain_field() {
  const char ends[] = {separator_, '\r', '\n'};
  const std::size_t length = rest_.find_first_of(std::string_view(ends, sizeof ends));
  std::string field(rest_.substr(0, length));
  rest_.remove_prefix(field.size());
  return field;
}

bool CsvReader::at_line_end() const { return rest_.starts_with('\n') || rest_.starts_with('\r'); }

void CsvReader::skip_blank_lines() {
  while (at_line_end()) skip_line_end();
}

void CsvReader::skip_line_end() {
  if (rest_.empty()) return;
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
  ++line_;
}

}  // namespace bas::profiles
