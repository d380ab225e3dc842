#include "profiles/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace bas::profiles {

namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

struct Row {
  std::size_t line = 0;
  std::vector<std::string> fields;
};

std::vector<Row> rows(std::string_view text, CsvFormat format) {
  LineRecords records(text, format);
  CsvSplitter splitter(format);
  std::vector<Row> out;
  while (const auto record = records.next()) {
    EXPECT_FALSE(record->is_cut);
    const auto& fields = splitter.split(record->text);
    out.push_back({record->number, {fields.begin(), fields.end()}});
  }
  return out;
}
std::vector<Row> rows(std::string_view text) { return rows(text, csv_format_of(text)); }

template <typename... Fields>
auto row_is(std::size_t line, Fields... fields) {
  return testing::AllOf(Field(&Row::line, line), Field(&Row::fields, ElementsAre(fields...)));
}

TEST(csv, reads_rows_with_their_line_numbers) {
  EXPECT_THAT(rows("a,b\n1,2\n3,4"),
              ElementsAre(row_is(1, "a", "b"), row_is(2, "1", "2"), row_is(3, "3", "4")));
}

TEST(csv, an_empty_text_has_no_rows) {
  for (const char* text : {"", "\n", "\r\n\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
    EXPECT_THAT(rows(text), IsEmpty());
  }
}

TEST(csv, the_last_line_may_end_or_not) {
  EXPECT_EQ(rows("a,b").size(), 1u);
  EXPECT_EQ(rows("a,b\r\n").size(), 1u);
}

TEST(csv, every_kind_of_line_end_counts_once) {
  EXPECT_THAT(rows("a,b\r\nc,d\re,f\n"),
              ElementsAre(row_is(1, "a", "b"), row_is(2, "c", "d"), row_is(3, "e", "f")));
}

TEST(csv, blank_lines_are_skipped_and_counted) {
  EXPECT_THAT(rows("a,b\n\n\r\nc,d\n"), ElementsAre(row_is(1, "a", "b"), row_is(4, "c", "d")));
}

TEST(csv, empty_fields_are_fields) {
  EXPECT_THAT(rows("a,b,c\n,,\n\"\",x,\n"),
              ElementsAre(row_is(1, "a", "b", "c"), row_is(2, "", "", ""), row_is(3, "", "x", "")));
}

TEST(csv, quotes_hold_separators_quotes_and_line_breaks) {
  EXPECT_THAT(rows("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"1\n2\r\n3\",z\nlast,one\n"),
              ElementsAre(row_is(1, "a", "b"), row_is(2, "x,y", "he said \"no\""),
                          row_is(3, "1\n2\r\n3", "z"), row_is(6, "last", "one")));
}

TEST(csv, a_quote_inside_an_unquoted_field_is_a_character) {
  EXPECT_THAT(rows("a,b\n5\" tyre,\"q\" tail\n"),
              ElementsAre(row_is(1, "a", "b"), row_is(2, "5\" tyre", "q tail")));
}

TEST(csv, spaces_around_fields_are_kept) {
  EXPECT_THAT(rows("a, b \n"), ElementsAre(row_is(1, "a", " b ")));
}

TEST(csv, the_separator_is_the_one_the_first_line_has_most_of) {
  EXPECT_THAT(rows("a;b;c,d\n1;2,5;3\n"),
              ElementsAre(row_is(1, "a", "b", "c,d"), row_is(2, "1", "2,5", "3")));
  EXPECT_THAT(rows("a\tb\n1\t2;3\n"), ElementsAre(row_is(1, "a", "b"), row_is(2, "1", "2;3")));
  EXPECT_THAT(rows("plate\n1;2\n"), ElementsAre(row_is(1, "plate"), row_is(2, "1;2")));
}

TEST(csv, a_byte_order_mark_is_skipped) {
  EXPECT_THAT(rows("\xEF\xBB\xBFplate,x\n"), ElementsAre(row_is(1, "plate", "x")));
  EXPECT_THAT(rows("\xEF\xBB\xBF\"plate\",x\n"), ElementsAre(row_is(1, "plate", "x")));
}

TEST(csv, without_quotes_a_quote_is_a_character) {
  EXPECT_THAT(rows("\"a,b\nc\",d\n", {',', '\0'}),
              ElementsAre(row_is(1, "\"a", "b"), row_is(2, "c\"", "d")));
}

TEST(csv, any_sign_may_be_the_delimiter) {
  EXPECT_THAT(rows("a|b|'c|d'\n", {'|', '\''}), ElementsAre(row_is(1, "a", "b", "c|d")));
}

TEST(csv, a_quote_left_open_cuts_the_text_there) {
  LineRecords records("a,b\n1,2\n3,\"open\n4,5\n", {',', '"'});
  records.next();
  records.next();
  EXPECT_FALSE(records.is_cut());
  const auto cut = records.next();
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->is_cut);
  EXPECT_EQ(cut->number, 3U);
  EXPECT_FALSE(records.next());
  EXPECT_TRUE(records.is_cut());
}

TEST(csv, lines_are_skipped_as_they_stand) {
  LineRecords records("one \"\n\r\nthree\na,b\n", {',', '"'});
  EXPECT_EQ(records.skip_lines(3), "one \"\n\r\nthree\n");
  EXPECT_EQ(records.next()->number, 4U);
  EXPECT_EQ(records.bytes_taken(), 18U);
  EXPECT_EQ(LineRecords("a\nb").skip_lines(9), "a\nb");
}

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

TEST(csv, gives_back_every_table_that_was_written_quoted) {
  EXPECT_TRUE(rc::check([](const std::vector<std::vector<std::string>>& table) {
    std::string text = "\"h1\",\"h2\"\n";
    std::vector<std::vector<std::string>> expected = {{"h1", "h2"}};
    for (const auto& fields : table) {
      if (fields.empty()) continue;
      for (std::size_t i = 0; i < fields.size(); ++i) text += (i ? "," : "") + quoted(fields[i]);
      text += "\r\n";
      expected.push_back(fields);
    }
    const std::vector<Row> found = rows(text, {',', '"'});
    RC_ASSERT(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) RC_ASSERT(found[i].fields == expected[i]);
  }));
}

TEST(csv, a_text_cut_at_any_length_ends_and_never_invents_rows) {
  const std::string text = "\xEF\xBB\xBFplate;note\r\n1ABC234;\"a \"\"b\"\"\nc\"\r\n;\xE9\r\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    LineRecords records(std::string_view(text).substr(0, length), {';', '"'});
    CsvSplitter splitter({';', '"'});
    int count = 0;
    while (const auto record = records.next()) {
      EXPECT_LE(splitter.split(record->text).size(), 2U) << length;
      ASSERT_LE(++count, 3) << length;
    }
    EXPECT_EQ(records.bytes_taken(), length) << length;
  }
}

}  // namespace
}  // namespace bas::profiles
