// A CSV text cut into texts that each begin with its header line, so that a long import shows
// progress and can be stopped in between.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "profiles/records.h"

namespace bas::app {

struct CsvPortion {
  std::string csv;
  std::size_t lines_before = 0;  // add this to a line number of the portion
};

// Cuts between rows as the import sees them, so that the portions hold the rows of the whole.
// `text` must outlive it.
class CsvPortions {
 public:
  explicit CsvPortions(std::string_view text, std::size_t rows_at_once = 20'000);

  // At least one portion, even of an empty text, so that the server judges it.
  std::optional<CsvPortion> next();
  std::size_t bytes_taken() const { return records_.bytes_taken(); }

 private:
  void take_row();

  std::string_view text_;
  profiles::LineRecords records_;
  std::string_view header_;  // with the blank lines before it
  std::size_t rows_at_once_;
  std::size_t header_lines_ = 0;
  bool is_first_ = true;
};

}  // namespace bas::app
