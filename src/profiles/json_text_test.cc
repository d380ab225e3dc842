#include "profiles/json_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::profiles {
namespace {

using testing::ElementsAre;

std::vector<std::string> elements(std::string_view text, std::string_view pointer = "") {
  auto records = JsonRecords::open(text, pointer).value();
  std::vector<std::string> out;
  while (const auto record = records.next()) out.emplace_back(record->text);
  return out;
}

TEST(json_text, gives_the_elements_of_an_array_as_they_stand) {
  EXPECT_THAT(elements(R"([{"a":1}, "x,]}" , [2,[3]] ,4 , null])"),
              ElementsAre(R"({"a":1})", R"("x,]}")", "[2,[3]]", "4", "null"));
  EXPECT_THAT(
      elements(R"( { "n" : {"x":[0]} , "e\"" : 1, "list":[ {"a":"\"]"} ], "z":0 } )", "/list"),
      ElementsAre(R"({"a":"\"]"})"));
  EXPECT_THAT(elements("[]"), ElementsAre());
  EXPECT_THAT(elements("[[1],[2,3]]", "/1"), ElementsAre("2", "3"));
}

TEST(json_text, counts_elements_and_bytes) {
  auto records = JsonRecords::open("[1,\n\n22]", "").value();
  EXPECT_EQ(records.next()->number, 1U);
  const auto second = records.next();
  EXPECT_EQ(second->number, 2U);
  EXPECT_EQ(second->text, "22");
  EXPECT_EQ(records.bytes_taken(), 7U);
}

TEST(json_text, a_pointer_that_leads_to_no_array_is_refused) {
  for (const char* pointer : {"/none", "/a", "/a/0", "/list/7", "/list/x"}) {
    EXPECT_FALSE(JsonRecords::open(R"({"a": 1, "list": [1]})", pointer)) << pointer;
  }
  EXPECT_FALSE(JsonRecords::open("", ""));
}

TEST(json_text, pointers_are_taken_apart) {
  EXPECT_THAT(json_pointer_parts("/a~1b/~01/").value(), ElementsAre("a/b", "~1", ""));
  EXPECT_THAT(json_pointer_parts("").value(), ElementsAre());
  EXPECT_FALSE(json_pointer_parts("a"));
}

TEST(json_text, a_text_cut_at_any_length_is_told_and_gives_no_other_element) {
  const std::string text = R"({"revision":"7","list":[{"a":"x\"}"},{"a":2}],"end":[1]})";
  for (std::size_t length = 0; length < text.size(); ++length) {
    auto records = JsonRecords::open(std::string_view(text).substr(0, length), "/list");
    if (!records) continue;
    std::vector<std::string> whole;
    while (const auto record = records->next()) {
      if (!record->is_cut) whole.emplace_back(record->text);
    }
    EXPECT_TRUE(records->is_cut()) << length;
    for (const std::string& each : whole) {
      EXPECT_TRUE(each == R"({"a":"x\"}"})" || each == R"({"a":2})") << each;
    }
  }
  auto all = JsonRecords::open(text, "/list").value();
  while (all.next()) {
  }
  EXPECT_FALSE(all.is_cut());
}

}  // namespace
}  // namespace bas::profiles
