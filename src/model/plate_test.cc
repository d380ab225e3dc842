#include "model/plate.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas {
namespace {

TEST(CanonicalPlate, drops_how_it_was_written) {
  for (const char* raw : {"1-ABC-234", "1 abc 234", "1.ABC.234", " 1-aBc·234 ", "1\tABC\n234",
                          "１－ＡＢＣ－２３４", "1-ABC-234\xff", "1•ABC•234", "1–ABC—234"}) {
    EXPECT_EQ(canonical_plate(raw), "1ABC234") << raw;
  }
}

TEST(CanonicalPlate, keeps_look_alikes_apart) {
  EXPECT_NE(canonical_plate("O"), canonical_plate("0"));
  EXPECT_NE(canonical_plate("I"), canonical_plate("1"));
  EXPECT_NE(canonical_plate("А"), canonical_plate("A")) << "Cyrillic and Latin";
}

TEST(CanonicalPlate, keeps_letters_beyond_ascii_in_upper_case) {
  EXPECT_EQ(canonical_plate("mü-äö 1"), "MÜÄÖ1");
  EXPECT_EQ(canonical_plate("ő-č-ż"), "ŐČŻ");
  EXPECT_EQ(canonical_plate("αβ-1"), "ΑΒ1");
  EXPECT_EQ(canonical_plate("а123вс"), "А123ВС");
}

TEST(CanonicalPlate, may_be_empty) {
  for (const char* raw : {"", " - . ", "\xC3", "\xF0\x9F", "×÷"}) {
    EXPECT_EQ(canonical_plate(raw), "") << raw;
  }
}

TEST(CanonicalPlate, drops_overlong_and_cut_forms) {
  EXPECT_EQ(canonical_plate("A\xC0\x81"
                            "B"),
            "AB");
  EXPECT_EQ(canonical_plate("\xE0\x81\x81"), "") << "an overlong A";
  const std::string whole = "1-ÄBC-２３４";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const std::string canonical = canonical_plate(std::string_view(whole).substr(0, length));
    EXPECT_EQ(std::string("1ÄBC234").substr(0, canonical.size()), canonical) << length;
  }
}

RC_GTEST_PROP(CanonicalPlate, changes_nothing_the_second_time, (const std::string& raw)) {
  const std::string once = canonical_plate(raw);
  RC_ASSERT(canonical_plate(once) == once);
}

RC_GTEST_PROP(CanonicalPlate, ignores_case_and_separators_of_ascii_plates, ()) {
  const std::string plate = *rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")));
  std::string written;
  for (const char c : plate) {
    const bool is_lower = *rc::gen::arbitrary<bool>() && c >= 'A';
    written += is_lower ? static_cast<char>(c + 32) : c;
    written += *rc::gen::elementOf(std::vector<std::string>{"", " ", "-", ".", "\xC2\xB7"});
  }
  RC_ASSERT(canonical_plate(written) == plate);
}

RC_GTEST_PROP(CanonicalPlate, is_the_same_wherever_separators_stand, ()) {
  const std::vector<std::string> glyphs = {"1", "0", "A", "z", "O", "Ä", "ö",
                                           "Ü", "Č", "š", "А", "Х", "β"};
  const std::vector<std::string> signs = {" ", "-", ".", "·", "•", "–", "_", "/", "\t", "'"};
  std::string plain;
  std::string separated;
  for (const std::string& glyph :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(glyphs))) {
    plain += glyph;
    separated += glyph;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) separated += *rc::gen::elementOf(signs);
  }
  const std::string once = canonical_plate(separated);
  RC_ASSERT(once == canonical_plate(plain));
  RC_ASSERT(canonical_plate(once) == once);
}

TEST(CanonicalPattern, keeps_the_signs_of_a_partial_plate) {
  EXPECT_EQ(canonical_pattern("1-ab?-12*"), "1AB?12*");
  EXPECT_EQ(canonical_plate("1-ab?-12*"), "1AB12");
  EXPECT_TRUE(is_pattern("1AB?12"));
  EXPECT_TRUE(is_pattern("*12"));
  EXPECT_FALSE(is_pattern("1ABC123"));
}

}  // namespace
}  // namespace bas
