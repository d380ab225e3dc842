#include "app/csv_portions.h"

#include "profiles/csv.h"

namespace bas::app {

CsvPortions::CsvPortions(std::string_view text, std::size_t rows_at_once)
    : text_(text), records_(text, profiles::csv_format_of(text)), rows_at_once_(rows_at_once) {
  take_row();
  header_ = text_.substr(0, bytes_taken());
  header_lines_ = records_.lines_taken();
}

std::optional<CsvPortion> CsvPortions::next() {
  if (bytes_taken() == text_.size() && !is_first_) return std::nullopt;
  is_first_ = false;
  CsvPortion portion{std::string(header_), records_.lines_taken() - header_lines_};
  const std::size_t begin = bytes_taken();
  for (std::size_t i = 0; i < rows_at_once_ && bytes_taken() < text_.size(); ++i) take_row();
  portion.csv += text_.substr(begin, bytes_taken() - begin);
  return portion;
}

// A row that cannot be read is part of a portion as well: the server says what is wrong with it.
void CsvPortions::take_row() { static_cast<void>(records_.next()); }

}  // namespace bas::app
