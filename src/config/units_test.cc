#include "config/units.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace bas::config {
namespace {

using std::chrono::milliseconds;

TEST(units, reads_durations) {
  EXPECT_EQ(parse_duration("30s").value(), milliseconds(30'000));
  EXPECT_EQ(parse_duration("2 min").value(), milliseconds(120'000));
  EXPECT_EQ(parse_duration("250ms").value(), milliseconds(250));
  EXPECT_EQ(parse_duration("0s").value(), milliseconds(0));
  EXPECT_EQ(parse_duration("7d").value(), std::chrono::hours(168));
}

TEST(units, reads_sizes) {
  EXPECT_EQ(parse_size("20 MiB").value(), 20U << 20U);
  EXPECT_EQ(parse_size("1kB").value(), 1000U);
  EXPECT_EQ(parse_size("0 B").value(), 0U);
}

TEST(units, refuses_bare_numbers_fractions_signs_and_what_is_too_much) {
  for (const char* text : {"", "30", "s", "-1s", "+1s", "1.5s", "1  s", "1 S", "1s ", " 1s", "1m",
                           "99999999999999999999s", "18446744073709551615 d", "100001d"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
  for (const char* text : {"", "20", "MiB", "1 mib", "1.5 GiB", "-1 B", "99999999 TiB"}) {
    EXPECT_FALSE(parse_size(text)) << text;
  }
}

TEST(units, reads_whole_numbers_with_underscores_between_digits) {
  EXPECT_EQ(parse_whole("50_000").value(), 50'000);
  EXPECT_EQ(parse_whole("-3").value(), -3);
  for (const char* text : {"", "_1", "1_", "1__0", "0x10", "1e3", "1 ", "9999999999999999999"}) {
    EXPECT_FALSE(parse_whole(text)) << text;
  }
}

TEST(units, writes_what_it_reads_back) {
  EXPECT_TRUE(rc::check("durations and sizes", [](std::uint32_t number) {
    const milliseconds duration{number};
    RC_ASSERT(parse_duration(format_duration(duration)).value() == duration);
    RC_ASSERT(parse_size(format_size(number)).value() == number);
  }));
  EXPECT_EQ(format_duration(milliseconds(0)), "0ms");
  EXPECT_EQ(format_duration(milliseconds(90'000)), "90s");
  EXPECT_EQ(format_size(20U << 20U), "20 MiB");
}

}  // namespace
}  // namespace bas::config
