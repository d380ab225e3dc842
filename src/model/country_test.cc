#include "model/country.h"

#include <gtest/gtest.h>

namespace bas {
namespace {

TEST(Country, knows_the_codes_of_iso_3166_in_any_case) {
  EXPECT_EQ(country_from_text("BE"), "BE");
  EXPECT_EQ(country_from_text("nl"), "NL");
  EXPECT_EQ(country_from_text("DEU"), "DE");
  EXPECT_EQ(country_from_text("pol"), "PL");
  EXPECT_EQ(country_from_text(" fra "), "FR");
  EXPECT_EQ(country_from_text("ZWE"), "ZW");
  EXPECT_EQ(country_from_text("AFG"), "AF");
}

TEST(Country, knows_the_signs_on_vehicles) {
  EXPECT_EQ(country_from_text("B"), "BE");
  EXPECT_EQ(country_from_text("D"), "DE");
  EXPECT_EQ(country_from_text("UK"), "GB");
  EXPECT_EQ(country_from_text("SLO"), "SI");
  EXPECT_EQ(country_from_text("NMK"), "MK");
  EXPECT_EQ(country_from_text("RKS"), "XK");
  EXPECT_EQ(country_from_text("RUS"), "RU");
}

TEST(Country, knows_the_names_of_european_countries) {
  EXPECT_EQ(country_from_text("Poland"), "PL");
  EXPECT_EQ(country_from_text("España"), "ES");
  EXPECT_EQ(country_from_text("BELGIUM"), "BE");
  EXPECT_EQ(country_from_text("The Netherlands"), "NL");
  EXPECT_EQ(country_from_text("België"), "BE");
  EXPECT_EQ(country_from_text("Österreich"), "AT");
}

TEST(Country, prefers_a_code_to_a_sign_of_another_country) {
  EXPECT_EQ(country_from_text("ES"), "ES");  // the sign of El Salvador
  EXPECT_EQ(country_from_text("AL"), "AL");
}

TEST(Country, is_empty_for_what_is_not_known) {
  for (const char* text : {"", "  ", "XX", "NON", "-", "unknown", "253", "Atlantis", "T", "ZZZ"}) {
    EXPECT_EQ(country_from_text(text), "") << text;
  }
  EXPECT_EQ(country_from_text(std::string(100'000, 'B')), "");
}

TEST(Country, takes_no_code_that_straddles_two_rows) {
  EXPECT_FALSE(is_country("be"));
  EXPECT_FALSE(is_country("B "));
  EXPECT_FALSE(is_country("BEL"));
  EXPECT_FALSE(is_country(""));
  EXPECT_TRUE(is_country("XK"));
}

}  // namespace
}  // namespace bas
