#include "cameras/json_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace bas::cameras {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ScanFirstObject, gives_the_keys_of_the_top_level_and_its_end) {
  const std::string text = R"( {"a": {"inner": 1}, "b" : ["x", {"deep": 2}], "c": "}"} tail)";
  const JsonScan scan = scan_first_object(text);
  EXPECT_THAT(scan.keys, ElementsAre("a", "b", "c"));
  EXPECT_EQ(text.substr(scan.end), " tail");
}

TEST(ScanFirstObject, looks_into_the_first_element_of_an_array) {
  EXPECT_THAT(scan_first_object(R"([{"a":1},{"b":2}])").keys, ElementsAre("a"));
}

TEST(ScanFirstObject, is_not_misled_by_escaped_quotes) {
  EXPECT_THAT(scan_first_object(R"({"a":"\\","b":"\"c\":","d":"\\\""})").keys,
              ElementsAre("a", "b", "d"));
}

TEST(ScanFirstObject, takes_single_quotes) {
  EXPECT_THAT(scan_first_object("{'a': 'it', 'b': {}}").keys, ElementsAre("a", "b"));
}

TEST(ScanFirstObject, stops_where_a_string_never_closes) {
  const JsonScan scan = scan_first_object("{\"a\":1,\"b\n{\"c\":1}");
  EXPECT_THAT(scan.keys, ElementsAre("a"));
  EXPECT_EQ(scan.end, std::string_view::npos);
}

TEST(ScanFirstObject, takes_at_most_64_keys) {
  std::string text = "{";
  for (int i = 0; i < 1000; ++i) text += "\"k\":1,";
  EXPECT_EQ(scan_first_object(text + "\"k\":1}").keys.size(), kScannedKeysMax);
}

TEST(ScanFirstObject, finds_nothing_in_what_is_no_object) {
  for (const char* text : {"", "[", "\"a\":1", "<a b=\"c\"/>", "}{"}) {
    EXPECT_THAT(scan_first_object(text).keys, IsEmpty()) << text;
  }
}

TEST(ScanFirstObject, takes_time_in_line_with_the_length) {
  // Quadratic work would take minutes.
  EXPECT_EQ(scan_first_object(std::string(8 << 20, '{')).end, std::string_view::npos);
  EXPECT_EQ(scan_first_object("{\"" + std::string(8 << 20, '\\')).end, std::string_view::npos);
  std::string quotes = "{\"";
  for (int i = 0; i < (1 << 20); ++i) quotes += "\\\"";
  EXPECT_EQ(scan_first_object(quotes).end, std::string_view::npos);
}

}  // namespace
}  // namespace bas::cameras
