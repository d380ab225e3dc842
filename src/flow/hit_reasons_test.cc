#include "flow/hit_reasons.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace bas::flow {
namespace {

using Json = nlohmann::ordered_json;

TEST(hit_reasons, of_a_misread_name_each_glyph_on_both_sides) {
  match::Reasons reasons;
  reasons.kind = match::MatchKind::kMissing;
  reasons.differing = {{0, 0, "1", "I"}};
  reasons.missing = match::LoneGlyph{2, "B"};
  reasons.obeys_grammar = false;
  reasons.country = match::CountryReason::kEntryOnly;
  reasons.entry_country = "BE";
  const Json told = Json(reasons_json(reasons));
  EXPECT_EQ(told, Json::parse(R"({"kind": "missing", "country": "entry_only",
    "entry_country": "BE",
    "differing": [{"listed_place": 1, "read_place": 1, "listed": "1", "read": "I"}],
    "missing": {"place": 3, "glyph": "B"}, "obeys_grammar": false, "read_is_known": false})"));
}

TEST(hit_reasons, of_a_partial_plate_tell_the_pattern_and_how_many_fit) {
  match::Reasons reasons;
  reasons.kind = match::MatchKind::kPartial;
  reasons.pattern = "1AB*";
  reasons.vehicles_that_fit = 61.7;
  const Json told = Json(reasons_json(reasons));
  EXPECT_EQ(told["pattern"], "1AB*");
  EXPECT_EQ(told["vehicles_that_fit"], 62.0);
  EXPECT_FALSE(told.contains("differing"));
}

TEST(hit_reasons, of_the_vehicle_tell_what_was_seen_and_what_it_speaks_for) {
  match::Reasons reasons;
  reasons.vehicle = {{match::VehicleFact::kColour, "red", "blue", 0.1}};
  reasons.vehicle_ratio = 0.1;
  reasons.follows_person = true;
  const Json told = Json(reasons_json(reasons))["vehicle"];
  EXPECT_EQ(told["facts"][0]["seen"], "red");
  EXPECT_EQ(told["facts"][0]["listed"], "blue");
  EXPECT_EQ(told["speaks"], "against");
  EXPECT_EQ(told["plate_follows_person"], true);
}

}  // namespace
}  // namespace bas::flow
