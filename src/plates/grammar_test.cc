#include "plates/grammar.h"

#include <gtest/gtest.h>

#include "plates/form_pattern.h"
#include "plates/standard_data.h"

namespace bas::plates {
namespace {

const Grammars& standard() {
  static const Grammars grammars = Grammars::parse(plates::grammars()).value();
  return grammars;
}

bool obeys(std::string_view text, std::string_view country) {
  return standard().obeys(PackedPlate::of(text).value(), country);
}

struct Known {
  const char* country;
  std::vector<const char*> plates;
};

TEST(Grammars, know_every_series_of_each_country) {
  const std::vector<Known> known = {
      {"BE", {"1ABC123", "2XYZ999", "8AAA001", "9ZZZ123", "ABC123",  "123ABC",  "MABC123",
              "OABC123", "QABC123", "UAB123",  "TXAB123", "TLAB123", "SABC123", "GABC123",
              "YABC123", "ZABC123", "VABC123", "WABC123", "CD123AB", "A1",      "P12",
              "7",       "A1234",   "1A234",   "AB123",   "12345"}},
      {"NL",
       {"AB1234", "1234AB", "12AB34", "GH12JK", "GHJK12", "12GHJK", "12GHJ3", "1GHJ23", "GH123J",
        "G123HJ", "GHJ12K"}},
      {"FR", {"AB123CD", "1234ABC59", "123AB75", "W123AB"}},
      {"DE", {"MAB1234", "BA1", "KAB123E", "KAB12H", "TÖLS123"}},
      {"LU", {"AB1234", "1234", "12345"}},
      {"GB", {"AB12CDE", "A123BCD", "ABC123D"}},
      {"ES", {"1234BCD", "M1234AB", "E1234BCD"}},
      {"IT", {"AB123CD", "AB12345"}},
      {"PL", {"WA12345", "WGM12345", "WA1234A"}},
      {"RO", {"CJ12ABC", "B123ABC"}},
      {"CZ", {"1A23456", "1AB2345"}},
      {"AT", {"W12345A", "WU123AB"}},
      {"CH", {"ZH123456", "GE1"}},
      {"PT", {"AB1234", "12AB34", "AB12CD"}},
  };
  for (const Known& one : known) {
    EXPECT_TRUE(standard().knows(one.country)) << one.country;
    for (const char* plate : one.plates) EXPECT_TRUE(obeys(plate, one.country)) << plate;
  }
}

TEST(Grammars, refuse_what_no_series_gives_out) {
  EXPECT_FALSE(obeys("1ABO123", "BE"));  // no letter O since 2010
  EXPECT_FALSE(obeys("1ABC12", "BE"));
  EXPECT_FALSE(obeys("ABCDEF", "BE"));
  EXPECT_FALSE(obeys("GHJ12A", "NL"));  // no vowels
  EXPECT_FALSE(obeys("AB123CDE", "FR"));
  EXPECT_FALSE(obeys("AI123CD", "IT"));
}

TEST(Grammars, judge_other_countries_by_the_general_form) {
  EXPECT_FALSE(standard().knows("EE"));
  EXPECT_TRUE(obeys("123ABC", "EE"));
  EXPECT_TRUE(obeys("1ABC123", ""));
  EXPECT_FALSE(obeys("ABCDEFG", ""));
}

TEST(Grammars, tell_the_form_and_how_many_texts_obey_it) {
  const auto forms = standard().forms_of(PackedPlate::of("1ABC123").value(), "BE");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0]->shown, "1-ABC-123");
  EXPECT_EQ(forms[0]->use, "car");
  EXPECT_DOUBLE_EQ(forms[0]->strings, 25.0 * 25 * 25 * 1000);
  EXPECT_DOUBLE_EQ(forms[0]->vehicles, 3'300'000);
}

TEST(Grammars, say_which_line_is_wrong) {
  const std::string general = "EU | #@ | 1A | any | 1\n";
  for (const char* line :
       {"BE | 1@@@### | x | car", "BE | [Z-A] | x | car | 1", "BE | {2} | x | y | 1",
        "BE | <no> | x | y | 1", "BE | @{20} | x | y | 1", "set be [A]", "BE | ### | x | y | many",
        "BE | @? | x | y | 1", "BE | [A | x | y | 1"}) {
    const auto parsed = Grammars::parse(general + line);
    ASSERT_FALSE(parsed) << line;
    EXPECT_NE(parsed.error().text.find("line 2"), std::string::npos) << parsed.error().text;
  }
  EXPECT_FALSE(Grammars::parse("BE | ### | x | y | 1"));
}

TEST(FormPattern, gives_equal_choices_once) {
  const auto sequences = expand_pattern("@{1,3}@{1,2}", {}).value();
  EXPECT_EQ(sequences.size(), 4U);  // two to five letters
}

}  // namespace
}  // namespace bas::plates
