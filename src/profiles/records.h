// A text cut into the pieces that each speak of one plate.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bas::profiles {

// A piece of the text, without its line end. `number`: of the line it begins on, from 1; of the
// element, from 1, in a JSON array.
struct Record {
  std::size_t number = 0;
  std::string_view text;
  bool is_cut = false;  // the text ends inside it
};

// A record that is longer is refused; it costs no memory, since a record is a view.
inline constexpr std::size_t kRecordBytesMax = 64 * 1024;

// Gives one record after another. The text must outlive it.
class Records {
 public:
  virtual ~Records() = default;
  virtual std::optional<Record> next() = 0;
  // What of the text the records so far have taken.
  virtual std::size_t bytes_taken() const = 0;
  // Asked after the last record: does the text end before it should?
  virtual bool is_cut() const = 0;
};

// How fields stand in a line: RFC 4180, with any delimiter. Without quotes where `quote` is 0.
struct CsvFormat {
  char delimiter = ',';
  char quote = '"';
};

// Lines that end with LF, CR LF or CR; blank ones are passed over. With a format, a line break
// between quotes ends no record.
class LineRecords : public Records {
 public:
  explicit LineRecords(std::string_view text) : LineRecords(text, CsvFormat{'\n', '\0'}) {}
  LineRecords(std::string_view text, CsvFormat format);

  std::optional<Record> next() override;
  std::size_t bytes_taken() const override { return bytes_ - rest_.size(); }
  bool is_cut() const override { return is_quote_open_; }

  // The next lines as they stand, blank or not: what is skipped before the first record.
  std::string_view skip_lines(std::size_t count);
  std::size_t lines_taken() const { return line_ - 1; }

 private:
  std::size_t line_length();
  std::size_t quoted_length();
  void take(std::size_t length);
  void skip_blank_lines();
  bool at_line_end() const { return rest_.starts_with('\n') || rest_.starts_with('\r'); }

  std::string_view rest_;
  std::size_t bytes_;
  CsvFormat format_;
  std::size_t line_ = 1;
  std::size_t next_return_ = 0;  // bytes left behind the next CR, its own included; 0: none
  bool is_quote_open_ = false;
};

}  // namespace bas::profiles
