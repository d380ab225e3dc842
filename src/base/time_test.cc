#include "base/time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

UtcTime at(std::string_view text) { return parse_rfc3339(text).value(); }

std::int64_t ms_of(std::string_view text) { return at(text).time_since_epoch().count(); }

// Any instant from 1970-01-02 to 2199-12-30, in milliseconds.
rc::Gen<std::int64_t> any_ms() {
  return rc::gen::inRange<std::int64_t>(86'400'000LL, 7'258'000'000'000LL);
}

TEST(Rfc3339, reads_utc_and_offsets_as_the_same_instant) {
  EXPECT_EQ(ms_of("2026-11-23T20:16:23.123Z"), 1795464983123);
  EXPECT_EQ(at("2026-11-23T21:16:23.123+01:00"), at("2026-11-23T20:16:23.123Z"));
  EXPECT_EQ(at("2026-11-23t15:46:23.123-04:30"), at("2026-11-23 20:16:23.123z"));
  EXPECT_EQ(at("2026-11-23T21:16:23+0100"), at("2026-11-23T20:16:23Z"));
}

TEST(Rfc3339, cuts_decimals_at_the_millisecond) {
  EXPECT_EQ(at("2026-11-23T20:16:23.1239999Z"), at("2026-11-23T20:16:23.123Z"));
  EXPECT_EQ(at("2026-11-23T20:16:23,5Z"), at("2026-11-23T20:16:23.500Z"));
}

TEST(Rfc3339, takes_a_leap_second_as_the_next_minute) {
  EXPECT_EQ(at("2016-12-31T23:59:60Z"), at("2017-01-01T00:00:00Z"));
}

TEST(Rfc3339, refuses_a_missing_offset_unless_told_what_to_assume) {
  EXPECT_FALSE(parse_rfc3339("2026-11-23T20:16:23"));
  EXPECT_EQ(parse_rfc3339("2026-11-23T20:16:23", NoOffset::kAssumeUtc).value(),
            at("2026-11-23T20:16:23Z"));
  EXPECT_EQ(parse_rfc3339("2026-11-23T21:16:23", NoOffset::kAssumeBrussels).value(),
            at("2026-11-23T20:16:23Z"));
  EXPECT_EQ(parse_rfc3339("2026-07-01T22:00:00", NoOffset::kAssumeBrussels).value(),
            at("2026-07-01T20:00:00Z"));
}

TEST(Rfc3339, refuses_what_is_no_time) {
  for (const char* text :
       {"", "now", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-23T24:00:00Z",
        "2026-11-23T20:60:00Z", "2026-11-23T20:16:61Z", "2026-11-23T20:16:23+25:00",
        "2026-11-23T20:16:23+01:60", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z",
        "2026-11-23T20:16:23ZZ", "2026-1-23T20:16:23Z", "+2026-11-23T20:16:23Z",
        "2026-11-23T20:16:23.Z-", "2026-11-23T20:16Z"}) {
    EXPECT_FALSE(parse_rfc3339(text)) << text;
  }
}

TEST(Rfc3339, refuses_every_truncation) {
  const std::string whole = "2026-11-23T20:16:23.123+01:00";
  for (std::size_t length = 0; length + 3 < whole.size(); ++length) {
    EXPECT_FALSE(parse_rfc3339(whole.substr(0, length))) << length;
  }
}

RC_GTEST_PROP(Rfc3339, gives_back_what_it_was_given, ()) {
  const UtcTime time{milliseconds{*any_ms()}};
  RC_ASSERT(parse_rfc3339(format_rfc3339(time)).value() == time);
}

RC_GTEST_PROP(Rfc3339, takes_any_bytes_without_harm, (const std::string& bytes)) {
  const auto result = parse_rfc3339(bytes);
  RC_ASSERT(result || result.error().code == ErrorCode::kBadInput);
}

TEST(BrusselsDay, begins_an_hour_before_utc_in_winter_and_two_in_summer) {
  EXPECT_EQ(format_day(brussels_day(at("2026-11-23T22:59:59.999Z"))), "2026-11-23");
  EXPECT_EQ(format_day(brussels_day(at("2026-11-23T23:00:00Z"))), "2026-11-24");
  EXPECT_EQ(format_day(brussels_day(at("2026-07-01T21:59:59.999Z"))), "2026-07-01");
  EXPECT_EQ(format_day(brussels_day(at("2026-07-01T22:00:00Z"))), "2026-07-02");
}

TEST(BrusselsDay, has_23_hours_when_summer_time_begins_and_25_when_it_ends) {
  const Day spring = parse_day("2026-03-29").value();
  EXPECT_EQ(start_of(spring), at("2026-03-28T23:00:00Z"));
  EXPECT_EQ(start_of(Day{spring.number + 1}) - start_of(spring), hours{23});
  const Day autumn = parse_day("2026-10-25").value();
  EXPECT_EQ(start_of(autumn), at("2026-10-24T22:00:00Z"));
  EXPECT_EQ(start_of(Day{autumn.number + 1}) - start_of(autumn), hours{25});
}

TEST(BrusselsDay, knows_the_clock_on_both_sides_of_a_switch) {
  const auto brussels = [](std::string_view text) {
    return parse_rfc3339(text, NoOffset::kAssumeBrussels).value();
  };
  EXPECT_EQ(brussels("2026-03-29T01:59:59"), at("2026-03-29T00:59:59Z"));
  EXPECT_EQ(brussels("2026-03-29T03:00:00"), at("2026-03-29T01:00:00Z"));
  EXPECT_EQ(brussels("2026-10-25T01:59:59"), at("2026-10-24T23:59:59Z"));
  EXPECT_EQ(brussels("2026-10-25T03:00:00"), at("2026-10-25T02:00:00Z"));
}

RC_GTEST_PROP(BrusselsDay, holds_exactly_the_instants_from_its_start_to_the_next, ()) {
  const UtcTime time{milliseconds{*any_ms()}};
  const Day day = brussels_day(time);
  RC_ASSERT(start_of(day) <= time);
  RC_ASSERT(time < start_of(Day{day.number + 1}));
  RC_ASSERT(brussels_day(start_of(day)) == day);
}

RC_GTEST_PROP(BrusselsDay, gives_back_the_day_it_was_given, ()) {
  const Day day{*rc::gen::inRange<std::int32_t>(0, 84'000)};
  RC_ASSERT(parse_day(format_day(day)).value() == day);
}

TEST(BrusselsDay, refuses_what_is_no_day) {
  for (const char* text : {"", "2026-11", "2026-11-31", "2026-11-23T", "23-11-2026"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

}  // namespace
}  // namespace bas
