#include "cameras/time_text.h"

#include <gtest/gtest.h>

#include <string>

namespace bas::cameras {
namespace {

std::string parsed(std::string_view text) {
  const auto time = parse_time(text);
  return time ? format_rfc3339(*time) : "refused";
}

TEST(ParseTime, takes_iso_8601_as_devices_write_it) {
  EXPECT_EQ(parsed("2026-11-23T09:15:30+01:00"), "2026-11-23T08:15:30.000Z");
  EXPECT_EQ(parsed("2026-11-23T09:15:30.1234567Z"), "2026-11-23T09:15:30.123Z");
  EXPECT_EQ(parsed(" 2026-11-23 09:15:30.25+0100 "), "2026-11-23T08:15:30.250Z");
  EXPECT_EQ(parsed("2026/11/23 09:15:30.250Z"), "2026-11-23T09:15:30.250Z");
  EXPECT_EQ(parsed("2026.11.23 09:15:30.250Z"), "2026-11-23T09:15:30.250Z");
}

TEST(ParseTime, takes_a_time_without_offset_as_a_clock_in_brussels) {
  EXPECT_EQ(parsed("2026-11-23T09:15:30"), "2026-11-23T08:15:30.000Z");
  EXPECT_EQ(parsed("2026-07-23T09:15:30"), "2026-07-23T07:15:30.000Z");
  EXPECT_EQ(parsed("20261123091530250"), "2026-11-23T08:15:30.250Z");
  EXPECT_EQ(parsed("20261123 091530250"), "2026-11-23T08:15:30.250Z");
  EXPECT_EQ(parsed("20261123091530"), "2026-11-23T08:15:30.000Z");
  EXPECT_EQ(parsed("20261123T091530Z"), "2026-11-23T09:15:30.000Z");
  EXPECT_EQ(parsed("20261123 091530250-0200"), "2026-11-23T11:15:30.250Z");
}

TEST(ParseTime, takes_a_wall_clock_that_occurs_twice_as_the_later_one) {
  EXPECT_EQ(parsed("2026-10-25T01:59:59"), "2026-10-24T23:59:59.000Z");
  EXPECT_EQ(parsed("2026-10-25T02:30:00"), "2026-10-25T01:30:00.000Z");
  EXPECT_EQ(parsed("2026-03-29T01:59:59"), "2026-03-29T00:59:59.000Z");
  EXPECT_EQ(parsed("2026-03-29T03:00:00"), "2026-03-29T01:00:00.000Z");
}

TEST(ParseTime, tells_seconds_ms_us_and_ns_since_1970_apart) {
  EXPECT_EQ(parsed("1795428000"), "2026-11-23T10:00:00.000Z");
  EXPECT_EQ(parsed("1795428000.25"), "2026-11-23T10:00:00.250Z");
  EXPECT_EQ(parsed("1795428000123"), "2026-11-23T10:00:00.123Z");
  EXPECT_EQ(parsed("1795428000123456"), "2026-11-23T10:00:00.123Z");
  EXPECT_EQ(parsed("1795428000123456789"), "2026-11-23T10:00:00.123Z");
}

TEST(ParseTime, refuses_what_is_no_time) {
  for (const char* text :
       {"", "now", "2026-13-01T00:00:00Z", "2026-11-23", "2026-11-23T25:00:00Z", "99999999999999",
        "123456789012345678901234567890", "20261123 09153", "-1795428000", "1e18", "nan",
        "2026-11-23T09:15:30+99:00", "20261123 0915302501234", "2026-11-23T09:15:30 CET"}) {
    EXPECT_EQ(parsed(text), "refused") << text;
  }
}

TEST(PlausibleTime, refuses_clocks_before_2000_and_more_than_a_day_ahead) {
  const UtcTime now = *parse_rfc3339("2026-11-23T12:00:00Z");
  EXPECT_TRUE(plausible_time(*parse_rfc3339("2000-01-01T00:00:00Z"), now));
  EXPECT_FALSE(plausible_time(*parse_rfc3339("1999-12-31T23:59:59Z"), now));
  EXPECT_TRUE(plausible_time(*parse_rfc3339("2026-11-24T12:00:00Z"), now));
  EXPECT_FALSE(plausible_time(*parse_rfc3339("2026-11-24T12:00:01Z"), now));
}

}  // namespace
}  // namespace bas::cameras
