#include "flow/sign_in_guard.h"

#include <gtest/gtest.h>

#include "testkit/fake_clock.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Attempt = SignInGuard::Attempt;

class sign_in_guard : public testing::Test {
 protected:
  // Fails as often as it is let; how often that was.
  int fail(const Attempt& attempt, int times) {
    int let = 0;
    for (int i = 0; i < times; ++i) {
      if (guard_.admit(attempt) == seconds{0}) ++let;
    }
    return let;
  }
  void come_in(const Attempt& attempt) {
    ASSERT_EQ(guard_.admit(attempt), seconds{0});
    guard_.forgive(attempt);
  }

  testkit::FakeClock clock_{parse_rfc3339("2026-11-23T12:00:00Z").value()};
  SeededRandom random_{20261123};
  SignInGuard guard_{clock_, random_};
};

TEST_F(sign_in_guard, lets_people_mistype_and_then_makes_them_wait_twice_as_long_each_time) {
  const Attempt an{"an", "192.0.2.1"};
  EXPECT_EQ(fail(an, 100), 6) << "five cost nothing, the sixth is the first that costs";
  std::vector<std::int64_t> waits;
  for (int i = 0; i < 12; ++i) {
    const seconds wait = guard_.admit(an);
    waits.push_back(wait.count());
    clock_.advance(wait);
    EXPECT_EQ(guard_.admit(an), seconds{0});
  }
  EXPECT_EQ(waits, (std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}));
}

TEST_F(sign_in_guard, forgets_an_hour_after_the_last_failure) {
  const Attempt an{"an", "192.0.2.1"};
  fail(an, 100);
  clock_.advance(hours{1} + seconds{1});
  EXPECT_EQ(fail(an, 100), 6);
}

TEST_F(sign_in_guard, counts_an_account_wherever_strangers_come_from) {
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(guard_.admit({"an", "192.0.2." + std::to_string(i)}), seconds{0});
  }
  EXPECT_GT(guard_.admit({"an", "203.0.113.9"}), seconds{0});
  EXPECT_EQ(guard_.admit({"bo", "203.0.113.9"}), seconds{0});
}

TEST_F(sign_in_guard, counts_an_address_whatever_names_it_tries) {
  int let = 0;
  for (int i = 0; i < 100; ++i) {
    if (guard_.admit({"name-" + std::to_string(i), "192.0.2.1"}) == seconds{0}) ++let;
  }
  EXPECT_EQ(let, 21);
  EXPECT_EQ(guard_.admit({"an", "192.0.2.2"}), seconds{0});
}

TEST_F(sign_in_guard, never_delays_who_comes_from_where_it_came_in_before) {
  const Attempt home{"an", "192.0.2.1"};
  come_in(home);
  fail({"an", "203.0.113.1"}, 100);
  EXPECT_GT(guard_.admit({"an", "203.0.113.2"}), seconds{0});
  for (int i = 0; i < 50; ++i) come_in(home);
  EXPECT_GT(guard_.admit({"an", "203.0.113.2"}), seconds{0}) << "her success frees no stranger";
}

TEST_F(sign_in_guard, never_delays_a_known_device_for_what_its_address_does) {
  fail({"an", "192.0.2.1"}, 100);
  fail({"bo", "192.0.2.1"}, 100);
  for (int i = 0; i < 30; ++i) guard_.admit({std::to_string(i), "192.0.2.1"});
  EXPECT_GT(guard_.admit({"an", "192.0.2.1"}), seconds{0});
  come_in({"an", "192.0.2.1", "device"});
}

TEST_F(sign_in_guard, delays_who_tries_at_a_known_place_there_alone) {
  come_in({"an", "192.0.2.1"});
  EXPECT_EQ(fail({"an", "192.0.2.1"}, 100), 6);
  EXPECT_EQ(fail({"an", "192.0.2.1", "stolen"}, 100), 6);
  EXPECT_EQ(guard_.admit({"an", "192.0.2.1", "device"}), seconds{0});
  EXPECT_EQ(guard_.admit({"an", "203.0.113.1"}), seconds{0});
}

TEST_F(sign_in_guard, forgets_failures_at_a_place_once_it_comes_in) {
  const Attempt home{"an", "192.0.2.1"};
  come_in(home);
  for (int i = 0; i < 30; ++i) {
    EXPECT_EQ(guard_.admit(home), seconds{0});
    come_in(home);
  }
}

TEST_F(sign_in_guard, knows_an_address_for_a_month) {
  const Attempt home{"an", "192.0.2.1"};
  come_in(home);
  clock_.advance(hours{24 * 30});
  fail({"an", "203.0.113.1"}, 100);
  EXPECT_GT(guard_.admit(home), seconds{0});
}

TEST_F(sign_in_guard, holds_its_count_through_a_flood_of_names) {
  fail({"an", "203.0.113.1"}, 100);
  const seconds wait = guard_.admit({"an", "192.0.2.1"});
  ASSERT_GT(wait, seconds{0});
  for (int i = 0; i < 200'000; ++i) {
    guard_.admit({std::to_string(i), "198.51.100." + std::to_string(i)});
  }
  EXPECT_EQ(guard_.admit({"an", "192.0.2.1"}), wait);
}

TEST_F(sign_in_guard, tells_names_and_places_apart_wherever_they_are_cut) {
  fail({"an", "192.0.2.1", "device"}, 100);
  EXPECT_EQ(guard_.admit({"and", "192.0.2.1", "evice"}), seconds{0});
  EXPECT_EQ(guard_.admit({std::string(1'000'000, 'n'), "192.0.2.1"}), seconds{0});
}

}  // namespace
}  // namespace bas::flow
