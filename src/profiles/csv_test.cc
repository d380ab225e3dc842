#include "profiles/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/encode.h"

namespace bas::profiles {

namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

// Every row up to the end, or to the first error.
std::vector<CsvRow> rows(std::string_view text) {
  CsvReader reader(text);
  std::vector<CsvRow> out;
  while (true) {
    auto row = reader.next();
    EXPECT_TRUE(row) << row.error().text;
    if (!row || !*row) return out;
    out.push_back(std::move(**row));
  }
}

template <typename... Fields>
auto row_is(std::size_t line, Fields... fields) {
  return testing::AllOf(Field(&CsvRow::line, line), Field(&CsvRow::fields, ElementsAre(fields...)));
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

TEST(csv, utf_8_stays_and_windows_1252_becomes_utf_8) {
  EXPECT_THAT(rows("a,b\nAndr\xC3\xA9,x\n"),
              ElementsAre(row_is(1, "a", "b"), row_is(2, "Andr\xC3\xA9", "x")));
  EXPECT_THAT(rows("a,b\nAndr\xE9,\x80 5\n\xFF,\x95\n"),
              ElementsAre(row_is(1, "a", "b"), row_is(2, "Andr\xC3\xA9", "\xE2\x82\xAC 5"),
                          row_is(3, "\xC3\xBF", "\xEF\xBF\xBD")));
}

TEST(csv, a_quote_left_open_is_an_error_that_ends_the_text) {
  CsvReader reader("a,b\n1,2\n3,\"open\n4,5\n");
  ASSERT_TRUE(reader.next());
  ASSERT_TRUE(reader.next());
  const auto refused = reader.next();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(reader.line(), 3u);
  const auto end = reader.next();
  ASSERT_TRUE(end);
  EXPECT_FALSE(*end);
}

TEST(csv, a_row_that_is_too_long_is_refused_and_the_next_one_read) {
  const std::string longest(CsvReader::kRowBytesMax, 'x');
  const std::string text = "a\n" + longest + "\n" + longest + "x\n\"" + longest + "\n\"\nlast\n";
  CsvReader reader(text);
  ASSERT_TRUE(reader.next());
  EXPECT_THAT(reader.next().value().value(), row_is(2, longest));
  for (const std::size_t line : {3u, 4u}) {
    const auto refused = reader.next();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kTooLarge);
    EXPECT_EQ(reader.line(), line);
  }
  EXPECT_THAT(reader.next().value().value(), row_is(6, "last"));
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
    CsvReader reader(text);
    for (const auto& fields : expected) {
      const auto row = reader.next();
      RC_ASSERT(row.has_value() && row->has_value());
      RC_ASSERT((*row)->fields.size() == fields.size());
      for (std::size_t i = 0; i < fields.size(); ++i) {
        if (is_valid_utf8(fields[i])) RC_ASSERT((*row)->fields[i] == fields[i]);
      }
    }
    RC_ASSERT(!reader.next().value().has_value());
  }));
}

TEST(csv, a_text_cut_at_any_length_ends_and_never_invents_rows) {
  const std::string text = "\xEF\xBB\xBFplate;note\r\n1ABC234;\"a \"\"b\"\"\nc\"\r\n;\xE9\r\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    CsvReader reader(std::string_view(text).substr(0, length));
    int count = 0;
    while (true) {
      const auto row = reader.next();
      if (row && !*row) break;
      EXPECT_TRUE(!row || is_valid_utf8((*row)->fields.back())) << length;
      ASSERT_LE(++count, 3) << length;
    }
  }
}

}  // namespace
}  // namespace bas::profiles
