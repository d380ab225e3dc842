// A CSV text cut into texts that each begin with its header line, so that a long import shows
// progress and can be stopped in between.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bas::app {

struct CsvPortion {
  std::string csv;
  std::size_t lines_before = 0;  // add this to a line number of the portion
};

// `text` must outlive it. Never cuts inside quotes.
class CsvPortions {
 public:
  explicit CsvPortions(std::string_view text, std::size_t lines_at_once = 20'000);

  // At least one portion, even of an empty text, so that the server judges it.
  std::optional<CsvPortion> next();
  std::size_t bytes_taken() const { return text_.size() - rest_.size(); }

 private:
  std::string_view take_line();

  std::string_view text_;
  std::string_view rest_;
  std::string_view header_;
  std::size_t lines_at_once_;
  std::size_t header_lines_ = 0;
  std::size_t lines_taken_ = 0;  // physical lines, the header's included
  bool is_first_ = true;
};

}  // namespace bas::app
