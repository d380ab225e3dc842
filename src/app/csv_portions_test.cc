#include "app/csv_portions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "profiles/csv.h"

namespace bas::app {
namespace {

using testing::ElementsAre;

std::vector<std::string> portions_of(std::string_view text, std::size_t rows_at_once) {
  std::vector<std::string> texts;
  CsvPortions portions(text, rows_at_once);
  while (auto portion = portions.next()) texts.push_back(std::move(portion->csv));
  return texts;
}

// Every row as one text with its line number. The header comes first.
std::vector<std::string> rows_of(std::string_view text, std::size_t lines_before = 0) {
  std::vector<std::string> rows;
  const profiles::CsvFormat format = profiles::csv_format_of(text);
  profiles::LineRecords records(text, format);
  profiles::CsvSplitter splitter(format);
  while (const auto record = records.next()) {
    std::string& told = rows.emplace_back(std::to_string(record->number + lines_before));
    if (record->is_cut) told += " is cut";
    for (const std::string_view field : splitter.split(record->text)) {
      told += " [" + std::string(field) + "]";
    }
  }
  return rows;
}

// The rows of all portions, taken one by one as the server takes them.
std::vector<std::string> rows_of_portions(std::string_view text, std::size_t rows_at_once) {
  std::vector<std::string> all;
  CsvPortions portions(text, rows_at_once);
  while (const auto portion = portions.next()) {
    auto rows = rows_of(portion->csv, portion->lines_before);
    const std::size_t headers = all.empty() || rows.empty() ? 0 : 1;
    all.insert(all.end(), rows.begin() + static_cast<std::ptrdiff_t>(headers), rows.end());
  }
  return all;
}

TEST(CsvPortions, each_begin_with_the_header) {
  EXPECT_THAT(portions_of("plate,why\n1,a\n2,b\n3,c", 2),
              ElementsAre("plate,why\n1,a\n2,b\n", "plate,why\n3,c"));
}

TEST(CsvPortions, of_an_empty_text_or_a_header_alone_are_one) {
  EXPECT_THAT(portions_of("", 2), ElementsAre(""));
  EXPECT_THAT(portions_of("plate\n", 2), ElementsAre("plate\n"));
}

TEST(CsvPortions, say_how_many_lines_stand_before_them) {
  CsvPortions portions("h\n1\n\"two\nlines\"\n4\n", 2);
  EXPECT_EQ(portions.next()->lines_before, 0U);
  EXPECT_EQ(portions.next()->lines_before, 3U);
  EXPECT_FALSE(portions.next());
}

TEST(CsvPortions, are_never_cut_inside_quotes) {
  EXPECT_THAT(portions_of("h\n\"a\nb\"\n\"c\"\"\nd\"\n", 1),
              ElementsAre("h\n\"a\nb\"\n", "h\n\"c\"\"\nd\"\n"));
}

TEST(CsvPortions, a_quote_within_a_field_opens_nothing) {
  EXPECT_THAT(portions_of("h\n3\" pipe\n4\n5\n", 1),
              ElementsAre("h\n3\" pipe\n", "h\n4\n", "h\n5\n"));
}

TEST(CsvPortions, blank_lines_before_the_header_are_no_header) {
  EXPECT_EQ(rows_of_portions("\r\n\nh;i\n1;2\n3;4\n", 1), rows_of("\r\n\nh;i\n1;2\n3;4\n"));
  EXPECT_THAT(portions_of("\n\nh\n1\n2\n", 1), ElementsAre("\n\nh\n1\n", "\n\nh\n2\n"));
}

TEST(CsvPortions, lines_that_end_as_on_an_old_machine_count_as_lines) {
  EXPECT_THAT(portions_of("h\r1\r2\r", 1), ElementsAre("h\r1\r", "h\r2\r"));
}

TEST(CsvPortions, tell_how_far_they_are) {
  const std::string text = "h\n1\n2\n";
  CsvPortions portions(text, 1);
  portions.next();
  EXPECT_EQ(portions.bytes_taken(), 4U);
  portions.next();
  EXPECT_EQ(portions.bytes_taken(), text.size());
}

RC_GTEST_PROP(CsvPortions, together_hold_the_rows_of_the_whole, ()) {
  const auto letters =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "a", "\"", ",", ";", "\n", "\r\n", "\r", " ", "\"\"", "\xEF\xBB\xBF", "\xE9"}));
  std::string text;
  for (const std::string& letter : letters) text += letter;
  const auto rows_at_once = *rc::gen::inRange<std::size_t>(1, 4);
  RC_ASSERT(rows_of_portions(text, rows_at_once) == rows_of(text));
}

}  // namespace
}  // namespace bas::app
