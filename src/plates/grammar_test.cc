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

// One plate at least of every form in docs/protocols/plates.md.
TEST(Grammars, know_every_series_of_each_country) {
  const std::vector<Known> known = {
      {"BE", {"1ABC123", "2XYZ999", "8AAA001", "9ZZZ123", "ABC123",  "123ABC",  "MABC123",
              "OABC123", "OAB123",  "QABC123", "QAB123",  "UAB123",  "TXAB123", "TLAB123",
              "TXM123",  "TLM123",  "SABC123", "GABC123", "YABC123", "ZABC123", "VABC123",
              "UABC123", "WABC123", "XABC123", "CDA12",   "CD123AB", "A1",      "E12",
              "P123",    "7",       "123",     "A1234",   "1A234",   "12A34",   "123A4",
              "1234A",   "AB123",   "1AB23",   "12AB3",   "123AB",   "A123B",   "12345"}},
      {"NL", {"AB1234", "1234AB", "12AB34", "GH12JK", "GHJK12", "12GHJK", "12GHJ3",
              "1GHJ23", "GH123J", "G123HJ", "GHJ12K", "G12HJK", "1GH234", "123GH4",
              "CD1234", "BX12JK", "VB12JK", "DX12JK", "MX12JK", "WX12JK"}},
      {"FR",
       {"AB123CD", "1234ABC59", "1234AB59", "123ABC75", "1AB75", "12AB2A", "123AB971", "W123AB",
        "AB12C", "AB123C"}},
      {"DE",
       {"MAB1234", "BA1", "HHA1", "GTHAB123", "GTHA1234", "KAB123E", "KAB12H", "TÖLS123", "MÜXY12",
        "HH06123", "Y123456"}},
      {"LU", {"AB1234", "1234", "12345", "A1234", "AB123"}},
      {"GB",
       {"AB12CDE", "A123BCD", "ABC123D", "ABC1D", "AIZ1234", "ABC1", "1234AB", "1A", "123D456"}},
      {"ES", {"1234BCD", "M1234AB", "PO1234A", "M123456", "E1234BCD", "C1234BCD", "R1234BCD"}},
      {"IT", {"AB123CD", "AB12345", "X2BCDF", "MI123456", "MIA12345"}},
      {"PL",
       {"WA12345", "WA1234A", "WA123AB", "WA1A234", "WA1AB23", "WGMA123", "WGM12AB", "WGM1A23",
        "WGM12A3", "WGM1AB2", "WGMAB12", "WGM12345", "WGM1234A", "WGM123AB", "WA1234", "WA123A",
        "WGM123", "W1ABC"}},
      {"RO", {"CJ12ABC", "B12ABC", "B123ABC", "CJ123456"}},
      {"CZ", {"1A23456", "1AB2345", "ABC1234", "AB1234", "EL123AB"}},
      {"AT", {"W12345A", "WU123AB", "AM12ABC", "G1ABC", "WUABC1", "BP12345", "BH1"}},
      {"CH", {"ZH123456", "GE1", "ZH1234U", "A12345", "P12345", "M12345"}},
      {"PT", {"AB1234", "1234AB", "12AB34", "AB12CD"}},
      // By the general form.
      {"EE", {"123ABC"}},
      {"DK", {"AB12345"}},
      {"SE", {"ABC123", "ABC12D"}},
      {"SK", {"AB123CD"}},
      {"UA", {"AB1234CD"}},
      {"IE", {"191D12345", "12LH123"}},
      {"RU", {"A123BC777"}},
      {"TR", {"34ABC12"}},
      {"VA", {"SCV12345"}},
      {"MC", {"A123", "123A"}},
  };
  for (const Known& one : known) {
    for (const char* plate : one.plates) {
      EXPECT_TRUE(obeys(plate, one.country)) << one.country << ' ' << plate;
    }
  }
  for (const char* country :
       {"BE", "NL", "FR", "DE", "LU", "GB", "ES", "IT", "PL", "RO", "CZ", "AT", "CH", "PT"}) {
    EXPECT_TRUE(standard().knows(country)) << country;
  }
}

// So many texts in most forms are not given out, and one that none gives out speaks for a misread.
TEST(Grammars, leave_most_texts_to_no_country) {
  const std::vector<Known> unknown = {
      {"BE",
       {"1ABO123", "3ABC123", "1ABC12", "11BC123", "1ABCD23", "ABCDEF", "1234567", "ABC1234"}},
      {"NL", {"GHJ12A", "12345A", "123456", "GHJK1L", "GHJKLM"}},
      {"FR", {"AB123CDE", "AB1234C", "ABC123D", "12345AB75"}},
      {"DE", {"1ABC123", "ABCDEF12", "GTHAB1234", "AB", "MAB12345"}},
      {"LU", {"ABC123", "123456", "1AB234"}},
      {"GB", {"AB123CD", "1ABC123", "ABCDEF"}},
      {"ES", {"1234ABC", "12345BC", "1234BC"}},
      {"IT", {"AI123CD", "AB12CDE", "1AB234"}},
      {"PL", {"12AB345", "ABCDEF"}},
      {"RO", {"B1234ABC", "C12ABC", "1AB234"}},
      {"CZ", {"AB12345", "11A2345"}},
      {"AT", {"12345A", "ABCDEFG"}},
      {"CH", {"ZH1234567", "ABC123", "123456"}},
      {"PT", {"ABC123", "123456", "A12345"}},
      {"EE", {"ABCDEFG", "AB"}},
  };
  for (const Known& one : unknown) {
    for (const char* plate : one.plates) {
      EXPECT_FALSE(obeys(plate, one.country)) << one.country << ' ' << plate;
    }
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
