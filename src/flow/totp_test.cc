#include "flow/totp.h"

#include <gtest/gtest.h>

namespace bas::flow {
namespace {

using std::chrono::seconds;

constexpr std::string_view kSecret = "12345678901234567890";  // RFC 6238 appendix B
UtcTime at(std::int64_t unix_seconds) { return UtcTime{seconds{unix_seconds}}; }

// The appendix prints eight digits; six are the last six of them.
TEST(Totp, gives_the_codes_of_rfc_6238) {
  const std::pair<std::int64_t, std::string_view> expected[] = {
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [time, code] : expected) {
    EXPECT_EQ(totp_code(kSecret, totp_step(at(time))), code) << time;
  }
}

// RFC 4226 appendix D.
TEST(Totp, gives_the_codes_of_rfc_4226) {
  const std::string_view expected[] = {"755224", "287082", "359152", "969429", "338314",
                                       "254676", "287922", "162583", "399871", "520489"};
  for (std::int64_t step = 0; step < 10; ++step) {
    EXPECT_EQ(totp_code(kSecret, step), expected[step]);
  }
}

TEST(Totp, takes_a_code_one_step_early_or_late_and_no_more) {
  const std::int64_t step = 41'152'263;
  const std::string code = totp_code(kSecret, step);
  for (const std::int64_t off : {-2, -1, 0, 1, 2}) {
    const auto found =
        matching_totp_step({.secret = kSecret, .code = code, .now = at((step + off) * 30 + 29)});
    EXPECT_EQ(found.has_value(), off >= -1 && off <= 1) << off;
    EXPECT_EQ(found.value_or(step), step);
  }
}

TEST(Totp, takes_no_code_twice_nor_one_from_before) {
  const std::int64_t step = 41'152'263;
  const auto taken = [&](std::int64_t of, std::int64_t last) {
    return matching_totp_step({kSecret, totp_code(kSecret, of), at(step * 30), last}).has_value();
  };
  EXPECT_TRUE(taken(step, step - 1));
  EXPECT_FALSE(taken(step, step));
  EXPECT_FALSE(taken(step - 1, step));
  EXPECT_TRUE(taken(step + 1, step));
}

TEST(Totp, refuses_what_is_no_code_of_it) {
  const UtcTime now = at(59);
  for (const std::string_view code :
       {"", "28708", "2870820", "287083", "287082 ", "28708\0", "２８７０８２"}) {
    EXPECT_FALSE(matching_totp_step({kSecret, code, now, -5})) << code;
  }
  EXPECT_TRUE(matching_totp_step({kSecret, "287082", now, -5}));
  EXPECT_FALSE(matching_totp_step({"12345678901234567891", "287082", now, -5}));
}

TEST(Totp, writes_the_link_that_apps_read) {
  EXPECT_EQ(otpauth_url("Hello!\xDE\xAD\xBE\xEF", "jan peeters@zone/5364"),
            "otpauth://totp/BAS:jan%20peeters%40zone%2F5364?secret=JBSWY3DPEHPK3PXP&issuer=BAS"
            "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace bas::flow
