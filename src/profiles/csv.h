// CSV by RFC 4180: quoted fields, doubled quotes, line breaks inside quotes; `,`, `;` or tab.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::profiles {

// A row with the number of the line it starts on, counted from 1.
struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> fields;
};

// Reads a text row by row. A byte-order mark is skipped; the separator is the one that the first
// line that is not blank has most of. Bytes that are not UTF-8 are taken as Windows-1252, which is
// what office programs write. `text` must outlive it.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text);

  // The next row that is not blank; empty at the end. A quote left open is an error that ends the
  // text. A row over `kRowBytesMax` is an error; the next call goes on behind it.
  Result<std::optional<CsvRow>> next();

  // The line at which the row last returned, or refused, began.
  std::size_t line() const { return row_line_; }

  // What of the text the rows so far have taken, with their line ends and the blank lines behind.
  std::size_t bytes_taken() const { return bytes_ - rest_.size(); }
  std::size_t lines_taken() const { return line_ - 1; }

  static constexpr std::size_t kRowBytesMax = 64 * 1024;

 private:
  std::string quoted_field();
  std::string plain_field();
  bool at_line_end() const;
  void skip_blank_lines();
  void skip_line_end();

  std::string_view rest_;
  std::size_t bytes_;  // of the whole text
  char separator_ = ',';
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  bool is_quote_open_ = false;
};

}  // namespace bas::profiles
