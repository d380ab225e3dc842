#include "plates/shown.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plates/standard_data.h"

namespace bas::plates {
namespace {

const Grammars& shown_by() {
  static const Grammars grammars = Grammars::parse(plates::grammars()).value();
  return grammars;
}

std::string shown(std::string_view plate, std::string_view country) {
  return shown_as(shown_by(), plate, country);
}

std::string without_separators(std::string_view text) {
  std::string plate;
  for (const char c : text) {
    if (c != ' ' && c != '-' && c != '.') plate += c;
  }
  return plate;
}

// The data are their own test: what a form shows is a plate of that form, written like that.
TEST(shown_as, writes_the_example_of_every_form_as_the_form_does) {
  int examples = 0;
  for (const Form& form : shown_by().forms()) {
    const std::string text = without_separators(form.shown);
    const auto plate = PackedPlate::of(text);
    ASSERT_TRUE(plate) << form.country << ' ' << form.shown;
    ASSERT_TRUE(shown_by().obeys(*plate, form.country)) << form.country << ' ' << form.shown;
    const bool is_alone = shown_by().forms_of(*plate, form.country).size() == 1;
    if (!is_alone || form.country == "EU") continue;
    EXPECT_EQ(shown(text, form.country), form.shown);
    ++examples;
  }
  EXPECT_GT(examples, 90);
}

struct Written {
  const char* country;
  const char* plate;
  const char* shown;
};

TEST(shown_as, sets_apart_what_the_characters_tell) {
  const std::vector<Written> cases = {
      {"BE", "1ABC123", "1-ABC-123"},
      {"BE", "ABC123", "ABC-123"},
      {"BE", "TXAB123", "T-XAB-123"},
      {"BE", "A1234", "A.1234"},
      {"BE", "7", "7"},
      {"NL", "GH12JK", "GH-12-JK"},
      {"NL", "GHJ12K", "GHJ-12-K"},
      {"NL", "123456", "123456"},
      {"FR", "AB123CD", "AB-123-CD"},
      {"FR", "12AB59", "12 AB 59"},
      {"FR", "1234ABC59", "1234 ABC 59"},
      {"DE", "MÜAB12", "MÜAB 12"},
      {"DE", "KAB123E", "KAB 123E"},
      {"LU", "AB1234", "AB 1234"},
      {"GB", "AB12CDE", "AB12 CDE"},
      {"ES", "1234BCD", "1234 BCD"},
      {"IT", "AB123CD", "AB 123 CD"},
      {"PL", "WA12345", "WA 12345"},
      {"RO", "B123ABC", "B 123 ABC"},
      {"CZ", "1A23456", "1A2 3456"},
      {"AT", "W12345A", "W 12345A"},
      {"CH", "GE1", "GE 1"},
      {"PT", "12AB34", "12-AB-34"},
  };
  for (const Written& one : cases) {
    EXPECT_EQ(shown(one.plate, one.country), one.shown) << one.country;
  }
}

TEST(shown_as, leaves_alone_what_it_does_not_know) {
  EXPECT_EQ(shown("1ABC123", ""), "1ABC123");
  EXPECT_EQ(shown("123ABC", "EE"), "123ABC");
  EXPECT_EQ(shown("1ABC12", "BE"), "1ABC12") << "no such plate";
  EXPECT_EQ(shown("1A?C*", "BE"), "1A?C*");
  EXPECT_EQ(shown("", "BE"), "");
  EXPECT_EQ(shown("KENTEKENLANGERDANTIEN", "BE"), "KENTEKENLANGERDANTIEN");
}

RC_GTEST_PROP(shown_as, only_ever_adds_separators, ()) {
  static const std::string kGlyphs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const auto text = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(1, 11),
                                                     rc::gen::elementOf(kGlyphs));
  const std::string country = *rc::gen::element<std::string>("BE", "NL", "FR", "DE", "AT", "PL");
  RC_ASSERT(without_separators(shown(text, country)) == text);
}

}  // namespace
}  // namespace bas::plates
