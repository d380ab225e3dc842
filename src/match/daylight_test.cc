#include "match/daylight.h"

#include <gtest/gtest.h>

namespace bas::match {
namespace {

Light at(std::string_view time) { return light_at(parse_rfc3339(time).value()); }

// In Brussels the sun rose at 3:29 and set at 20:00 UTC on the longest day of 2026, and at 7:42
// and 15:39 on the shortest; dusk is a quarter of an hour to half an hour away from it.
TEST(light_at, knows_long_and_short_days) {
  EXPECT_EQ(at("2026-06-21T02:40:00Z"), Light::kNight);
  EXPECT_EQ(at("2026-06-21T03:30:00Z"), Light::kDay);
  EXPECT_EQ(at("2026-06-21T19:59:00Z"), Light::kDay);
  EXPECT_EQ(at("2026-06-21T20:50:00Z"), Light::kNight);
  EXPECT_EQ(at("2026-12-21T07:05:00Z"), Light::kNight);
  EXPECT_EQ(at("2026-12-21T07:42:00Z"), Light::kDay);
  EXPECT_EQ(at("2026-12-21T15:39:00Z"), Light::kDay);
  EXPECT_EQ(at("2026-12-21T16:20:00Z"), Light::kNight);
}

TEST(light_at, depends_on_the_place) {
  const UtcTime noon = parse_rfc3339("2026-11-23T11:00:00Z").value();
  EXPECT_EQ(light_at(noon), Light::kDay);
  EXPECT_EQ(light_at(noon, {50.6, 184.6}), Light::kNight);
}

}  // namespace
}  // namespace bas::match
