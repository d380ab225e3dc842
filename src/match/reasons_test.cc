// What a match says for itself, and what the vehicle has to do with it.
#include "match/reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "match/entries_test.h"
#include "match/entry_index.h"
#include "match/explain.h"

namespace bas::match {
namespace {

using plates::PackedPlate;
using testing::ElementsAre;
using testing::HasSubstr;

IndexedEntry entry_with(char number, VehicleFacts vehicle) {
  IndexedEntry entry;
  entry.entry = id_of(number);
  entry.list = kList;
  entry.country = "BE";
  entry.vehicle = vehicle;
  return entry;
}

Sighting seen_by_day(std::string plate, VehicleFacts vehicle = {}) {
  Sighting sighting;
  sighting.plate = {std::move(plate), "BE"};
  sighting.vehicle = {vehicle, Light::kDay};
  return sighting;
}

Reasons glyph_reasons(std::string_view listed, std::string_view read) {
  Reasons reasons;
  explain_glyphs(PackedPlate::of(listed).value(), PackedPlate::of(read).value(), reasons);
  return reasons;
}

TEST(reasons, tell_the_place_of_each_differing_glyph_on_both_sides) {
  const Reasons alike = glyph_reasons("1ABC123", "IA8C123");
  EXPECT_EQ(alike.kind, MatchKind::kLookAlike);
  EXPECT_THAT(alike.differing,
              ElementsAre(DifferingGlyph{0, 0, "1", "I"}, DifferingGlyph{2, 2, "B", "8"}));
  const Reasons missing = glyph_reasons("1ABC123", "1AC1Z3");
  EXPECT_EQ(missing.kind, MatchKind::kMissing);
  EXPECT_EQ(missing.missing, (LoneGlyph{2, "B"}));
  EXPECT_THAT(missing.differing, ElementsAre(DifferingGlyph{5, 4, "2", "Z"}));
  const Reasons extra = glyph_reasons("1ABC123", "I1A8C123");
  EXPECT_EQ(extra.kind, MatchKind::kExtra);
  EXPECT_EQ(extra.extra, (LoneGlyph{0, "I"}));
  EXPECT_THAT(extra.differing, ElementsAre(DifferingGlyph{2, 3, "B", "8"}));
}

TEST(reasons, count_a_letter_of_two_bytes_as_one_place) {
  const Reasons reasons = glyph_reasons("TÖLS12", "TÖL512");
  EXPECT_THAT(reasons.differing, ElementsAre(DifferingGlyph{3, 3, "S", "5"}));
}

TEST(reasons, say_what_the_camera_saw_and_the_entry_names) {
  Reasons reasons;
  explain_country({"BE", "BE"}, reasons);
  const VehicleEvidence& evidence = Knowledge::standard()->vehicles;
  explain_vehicle(
      evidence, {.listed = facts("", "blue", "car"), .seen = {facts("vw", "red", "car")}}, reasons);
  EXPECT_EQ(reasons.vehicle.size(), 2U) << "the entry names no make";
  EXPECT_EQ(reasons.vehicle_verdict(), Verdict::kAgainst);
  EXPECT_FALSE(reasons.vehicle[0].agrees());
  EXPECT_TRUE(reasons.vehicle[1].agrees());
  EXPECT_EQ(sentence_of(reasons),
            "Every character equals the entry; country BE on both sides; the camera saw a red car, "
            "the entry names a blue car: speaks against it, but plates follow the person there.");
}

TEST(reasons, say_that_a_rare_vehicle_agrees) {
  EntryIndex index(7);
  ASSERT_TRUE(index.put("1ABC123", entry_with(1, facts("audi", "orange"))));
  const Match match = index.find(seen_by_day("1ABC123", facts("AUDI", "oranje"))).at(0);
  EXPECT_EQ(match.reasons.vehicle_verdict(), Verdict::kFor);
  EXPECT_THAT(match.explanation,
              HasSubstr("the camera saw an orange Audi, as the entry says: speaks for it."));
}

TEST(vehicles, give_the_entry_back_with_what_it_says) {
  EntryIndex index(7);
  const VehicleFacts vehicle = facts("schmitz", "gold", "motorhome");
  ASSERT_TRUE(index.put("1ABC123", entry_with(1, vehicle)));
  EXPECT_EQ(index.find(seen_by_day("1ABC123")).at(0).entry.vehicle, vehicle);
  EXPECT_TRUE(index.find(seen_by_day("1ABC123")).at(0).reasons.vehicle.empty());
}

// The plate is what is listed: another vehicle makes an exact match less probable, never silent.
TEST(vehicles, never_silence_an_exact_match) {
  EntryIndex index(7);
  index.set_rule(kList, {InexactUse::kReview, 0.99, true});
  ASSERT_TRUE(index.put("1ABC123", entry_with(1, facts("mini", "pink", "car"))));
  const auto matches = index.find(seen_by_day("1ABC123", facts("scania", "white", "truck")));
  ASSERT_EQ(matches.size(), 1U);
  const double other = matches[0].probability;
  const double same =
      index.find(seen_by_day("1ABC123", facts("mini", "pink", "car"))).at(0).probability;
  const double unknown = index.find(seen_by_day("1ABC123")).at(0).probability;
  EXPECT_LT(other, unknown);
  EXPECT_GT(same, unknown);
}

TEST(vehicles, decide_whether_a_look_alike_counts) {
  EntryIndex index(7);
  index.set_rule(kList, {InexactUse::kReview, 0, true});
  ASSERT_TRUE(index.put("1ABC123", entry_with(1, facts("vw", "red"))));
  const double alone = index.find(seen_by_day("1ABC12B")).at(0).probability;
  index.set_rule(kList, {InexactUse::kReview, alone, true});
  EXPECT_EQ(index.find(seen_by_day("1ABC12B", facts("vw", "red"))).size(), 1U);
  EXPECT_TRUE(index.find(seen_by_day("1ABC12B", facts("bmw", "black"))).empty());
}

// Two listed plates may lie behind the read: what speaks for the one speaks against the other.
TEST(vehicles, are_weighed_beside_those_of_other_listed_plates) {
  EntryIndex index(7);
  index.set_rule(kList, {InexactUse::kReview, 0, true});
  ASSERT_TRUE(index.put("1ABC123", entry_with(1, facts("", "red"))));
  ASSERT_TRUE(index.put("1ASC123", entry_with(2, facts("", "blue"))));
  const auto of = [&](const std::vector<Match>& matches, char entry) {
    for (const Match& match : matches) {
      if (match.entry.entry == id_of(entry)) return match.probability;
    }
    return -1.0;
  };
  const auto plain = index.find(seen_by_day("1A8C123"));
  const auto coloured = index.find(seen_by_day("1A8C123", facts("", "red")));
  EXPECT_GT(of(coloured, 1), of(plain, 1));
  EXPECT_LT(of(coloured, 2), of(plain, 2));
  EXPECT_LE(of(coloured, 1) + of(coloured, 2), 1 + 1e-9);
  const double alone =
      weighed(of(plain, 2), Knowledge::standard()->vehicles.ratio(
                                facts("", "blue"), {facts("", "red"), Light::kDay}, "BE"));
  EXPECT_LT(of(coloured, 2), alone) << "the red one beside it took its share";
}

TEST(vehicles, make_a_partial_plate_probable) {
  EntryIndex index(7);
  index.set_rule(kList, {InexactUse::kReview, 0, true});
  ASSERT_TRUE(index.put("1AB?12?", entry_with(1, facts("porsche", "yellow", "car"))));
  const Match plain = index.find(seen_by_day("1ABC123")).at(0);
  const Match seen_so = index.find(seen_by_day("1ABC123", facts("porsche", "yellow", "car"))).at(0);
  EXPECT_GT(seen_so.probability, 20 * plain.probability);
  EXPECT_GT(plain.reasons.vehicles_that_fit, 1);
  EXPECT_EQ(plain.reasons.pattern, "1AB?12?");
  EXPECT_THAT(seen_so.explanation, HasSubstr("a yellow Porsche car, as the entry says"));
}

}  // namespace
}  // namespace bas::match
