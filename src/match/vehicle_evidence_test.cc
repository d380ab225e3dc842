#include "match/vehicle_evidence.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "match/entries_test.h"
#include "match/knowledge.h"

namespace bas::match {
namespace {

const VehicleEvidence& standard() { return Knowledge::standard()->vehicles; }

double ratio(VehicleFacts listed, VehicleFacts seen, Light light = Light::kDay) {
  return standard().ratio(listed, {seen, light}, "BE");
}

TEST(VehicleWords, knows_the_spellings_of_four_languages_and_of_cameras) {
  for (const char* red : {"red", "Rood", "ROUGE", "rot", "wijnrood metallic"}) {
    EXPECT_EQ(facts("", red), facts("", "red")) << red;
  }
  for (const char* make : {"VW", "Volkswagen", "VOLKSWAGEN, VW", "volkswagen golf"}) {
    EXPECT_EQ(facts(make, ""), facts("volkswagen", "")) << make;
  }
  EXPECT_EQ(facts("MERCEDES-BENZ", ""), facts("Mercedes", ""));
  EXPECT_EQ(facts("Citroën", ""), facts("CITROEN", ""));
  EXPECT_EQ(facts("škoda", ""), facts("SKODA", ""));
  EXPECT_EQ(facts("land rover", ""), facts("LANDROVER", ""));
  EXPECT_EQ(facts("", "", "Bestelwagen"), facts("", "", "Lieferwagen"));
  EXPECT_EQ(facts("", "", "SUVMPV"), facts("", "", "personenwagen"));
  EXPECT_EQ(facts("", "", "poids lourd"), facts("", "", "LKW"));
  EXPECT_EQ(standard().words().word(VehicleFact::kMake, facts("vw", "").make), "Volkswagen");
}

TEST(VehicleWords, take_what_they_do_not_know_for_nothing) {
  for (const char* colour : {"", "unknown", "N.v.t.", "Niet geregistreerd", "red/blue", "\xC3"}) {
    EXPECT_TRUE(facts("", colour).is_empty()) << colour;
  }
}

TEST(VehicleWords, say_which_line_is_wrong) {
  for (const char* line : {"colour", "paint red", "colour crimson red", "make -"}) {
    const auto parsed = VehicleWords::parse(std::string("colour red rood\n") + line);
    ASSERT_FALSE(parsed) << line;
    EXPECT_NE(parsed.error().text.find("line 2"), std::string::npos) << parsed.error().text;
  }
  std::string many;
  for (int i = 0; i < 16; ++i) many += "colour c" + std::to_string(i) + "\n";
  EXPECT_FALSE(VehicleWords::parse(many));
}

TEST(VehicleEvidence, speaks_for_what_agrees_and_against_what_differs) {
  EXPECT_GT(ratio(facts("vw", "red"), facts("vw", "red")), 20);
  EXPECT_LT(ratio(facts("", "blue"), facts("", "red")), 0.4);
  EXPECT_GT(ratio(facts("", "orange"), facts("", "orange")),
            ratio(facts("", "grey"), facts("", "grey")))
      << "what is rare says more";
  const double often_confused = ratio(facts("", "grey"), facts("", "silver"));
  EXPECT_GT(often_confused, 0.7);
  EXPECT_LT(often_confused, 1.4);
}

TEST(VehicleEvidence, says_less_of_colours_at_night) {
  const VehicleFacts black = facts("", "black");
  const VehicleFacts blue = facts("", "blue");
  EXPECT_LT(ratio(black, blue, Light::kDay), ratio(black, blue, Light::kNight));
  EXPECT_GT(ratio(blue, blue, Light::kDay), ratio(blue, blue, Light::kNight));
  const double unknown = ratio(blue, blue, Light::kUnknown);
  EXPECT_LT(unknown, ratio(blue, blue, Light::kDay));
  EXPECT_GT(unknown, ratio(blue, blue, Light::kNight));
}

TEST(VehicleEvidence, says_nothing_of_what_one_side_does_not_tell) {
  EXPECT_EQ(ratio(facts("vw", ""), facts("", "red")), 1);
  EXPECT_EQ(ratio(facts("", ""), facts("vw", "red")), 1);
}

// Belgian plates follow the person: a differing vehicle is no proof, and less of one than
// elsewhere.
TEST(VehicleEvidence, never_excludes_and_least_of_all_where_plates_follow_the_person) {
  const SeenVehicle seen{facts("scania", "white", "truck"), Light::kDay};
  const VehicleFacts listed = facts("mini", "pink", "car");
  EXPECT_GE(standard().ratio(listed, seen, "BE"), 0.08);
  EXPECT_GT(standard().ratio(listed, seen, "BE"), standard().ratio(listed, seen, "NL"));
  EXPECT_GE(standard().ratio(listed, seen, ""), 0.02);
  EXPECT_TRUE(standard().follows_person("BE"));
  EXPECT_FALSE(standard().follows_person("NL"));
}

using Said = std::function<double(std::uint8_t seen)>;

double sum_over_words(VehicleFact fact, const Said& said) {
  double sum = 0;
  const auto words = static_cast<std::uint8_t>(standard().words().count(fact));
  for (std::uint8_t seen = 1; seen <= words; ++seen) sum += said(seen);
  return sum;
}

void expect_wholes(VehicleFact fact, Light light) {
  const auto of_any = [&](std::uint8_t seen) { return standard().said_of_any(fact, seen, light); };
  EXPECT_NEAR(sum_over_words(fact, of_any), 1, 1e-9);
  const auto words = static_cast<std::uint8_t>(standard().words().count(fact));
  for (std::uint8_t listed = 1; listed <= words; ++listed) {
    const auto of_one = [&](std::uint8_t seen) {
      return standard().said_of(fact, listed, seen, light);
    };
    EXPECT_NEAR(sum_over_words(fact, of_one), 1, 1e-9);
  }
}

// What a camera may say of a vehicle is a whole, and so is what it says of any.
TEST(VehicleEvidence, shares_a_whole_among_the_words_of_a_camera) {
  for (const VehicleFact fact : kVehicleFacts) {
    for (const Light light : {Light::kUnknown, Light::kDay, Light::kNight}) {
      expect_wholes(fact, light);
    }
  }
}

TEST(VehicleEvidence, says_which_line_is_wrong) {
  const auto words = [] { return VehicleWords::parse("colour red\ncolour blue\n").value(); };
  for (const char* line : {"right colour 200 1", "right paint 1 1", "share colour green 1",
                           "moved BE", "pair colour red red 1", "pair colour red blue", "night 101",
                           "rest colour 0", "share colour red -1", "often"}) {
    const auto parsed = VehicleEvidence::parse(words(), std::string("night 10\n") + line);
    ASSERT_FALSE(parsed) << line;
    EXPECT_NE(parsed.error().text.find("line 2"), std::string::npos) << parsed.error().text;
  }
}

TEST(VehicleEvidence, refuses_or_takes_a_text_cut_anywhere) {
  const std::string whole = "right colour 80 40\nshare colour red 6\npair colour red blue 2\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    auto words = VehicleWords::parse("colour red rouge\ncolour blue bleu\n").value();
    const auto cut = std::string_view(whole).substr(0, length);
    const auto evidence = VehicleEvidence::parse(std::move(words), cut);
    if (!evidence) continue;
    VehicleFacts red;
    red.colour = 1;
    EXPECT_GE(evidence->ratio(red, {red, Light::kDay}, "BE"), 0);
  }
  const std::string spelled = "colour wei\u00DF white\nclass semi_remorque\n";
  for (std::size_t length = 0; length <= spelled.size(); ++length) {
    const auto words = VehicleWords::parse(std::string_view(spelled).substr(0, length));
    if (words) {
      EXPECT_LE(words->count(VehicleFact::kColour), 1U);
    }
  }
}

RC_GTEST_PROP(Weighed, stays_a_probability_and_keeps_the_order, ()) {
  const double probability = *rc::gen::inRange(0, 1001) / 1000.0;
  const double ratio = *rc::gen::inRange(0, 100000) / 1000.0;
  const double after = weighed(probability, ratio);
  RC_ASSERT(after >= 0 && after <= 1);
  RC_ASSERT((ratio >= 1) == (after >= probability) || probability == 0 || probability == 1);
}

}  // namespace
}  // namespace bas::match
