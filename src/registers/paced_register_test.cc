#include "registers/paced_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registers/register_world_test.h"

namespace bas::registers {
namespace {

using testing::ElementsAre;
using namespace std::chrono_literals;

struct PaceWorld : RegisterWorld {
  PacedRegister paced;
  explicit PaceWorld(PaceSettings settings)
      : paced(source([]() -> Asked { return insured_status(); }), settings, around()) {}

  // How many of `count` questions at this moment pass.
  int passing(int count) {
    int passed = 0;
    for (int i = 0; i < count; ++i) passed += paced.ask(kDutch, {}).has_value() ? 1 : 0;
    return passed;
  }
};

TEST(PacedRegister, lets_a_burst_pass_and_refuses_the_rest_at_once) {
  PaceWorld world({.per_minute = 60, .burst = 4, .wait_max = 0ms});
  EXPECT_EQ(world.passing(10), 4);
  EXPECT_EQ(world.asked, 4);
  EXPECT_TRUE(world.pause.waits.empty());
  EXPECT_EQ(world.paced.ask(kDutch, {}).error().trouble, Trouble::kHeldBack);
}

TEST(PacedRegister, lets_pass_what_the_rate_allows_and_never_saves_more_than_a_burst) {
  PaceWorld world({.per_minute = 60, .burst = 4, .wait_max = 0ms});
  world.passing(4);
  world.clock.advance(999ms);
  EXPECT_EQ(world.passing(1), 0);
  world.clock.advance(1ms);
  EXPECT_EQ(world.passing(2), 1);
  world.clock.advance(2s);
  EXPECT_EQ(world.passing(5), 2);
  world.clock.advance(1h);
  EXPECT_EQ(world.passing(10), 4);
}

TEST(PacedRegister, holds_its_rate_over_an_hour_of_greed) {
  PaceWorld world({.per_minute = 7, .burst = 2, .wait_max = 0ms});
  int passed = 0;
  for (int second = 0; second < 3600; ++second) {
    passed += world.passing(3);
    world.clock.advance(1s);
  }
  EXPECT_LE(passed, 7 * 60 + 2);
  EXPECT_GE(passed, 7 * 60 - 2);
}

TEST(PacedRegister, waits_for_a_turn_that_comes_soon) {
  PaceWorld world({.per_minute = 600, .burst = 1, .wait_max = 100ms});
  EXPECT_EQ(world.passing(3), 3);
  EXPECT_THAT(world.pause.waits, ElementsAre(100ms, 100ms));
}

TEST(PacedRegister, stops_waiting_when_told) {
  PaceWorld world({.per_minute = 600, .burst = 1, .wait_max = 100ms});
  world.passing(1);
  std::stop_source stop;
  world.pause.on_wait = [&] { stop.request_stop(); };
  EXPECT_EQ(world.paced.ask(kDutch, stop.get_token()).error().trouble, Trouble::kStopped);
  EXPECT_EQ(world.asked, 1);
}

}  // namespace
}  // namespace bas::registers
