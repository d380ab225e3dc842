#include "registers/retried_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <set>

#include "registers/register_world_test.h"

namespace bas::registers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

constexpr RetrySettings kRetry{.attempts_max = 4,
                               .wait_first = 100ms,
                               .wait_longest = 300ms,
                               .total_max = 10s,
                               .attempt_max = 1s};

struct RetryWorld : RegisterWorld {
  std::deque<Asked> script;  // the last one for ever
  milliseconds attempt_takes{0};
  RetriedRegister retried;

  explicit RetryWorld(std::deque<Asked> answers, RetrySettings settings = kRetry)
      : script(std::move(answers)),
        retried(source([this] {
                  clock.advance(attempt_takes);
                  Asked next = script.front();
                  if (script.size() > 1) script.pop_front();
                  return next;
                }),
                settings, around()) {}
  Asked ask() { return retried.ask(kDutch, {}); }
};

Asked down() { return failed(Trouble::kPassing, "down"); }
Asked busy(milliseconds after) {
  return tl::make_unexpected(Failure{Trouble::kPassing, "busy", after});
}

TEST(RetriedRegister, asks_again_until_the_failure_has_passed) {
  RetryWorld world({down(), down(), insured_status()});
  EXPECT_TRUE(world.ask());
  EXPECT_EQ(world.asked, 3);
  EXPECT_EQ(world.health->now().retries, 2U);
}

TEST(RetriedRegister, gives_up_after_its_attempts) {
  RetryWorld world({down()});
  const Asked asked = world.ask();
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().text, "down");
  EXPECT_EQ(world.asked, 4);
}

TEST(RetriedRegister, never_asks_again_what_would_not_help) {
  for (const Trouble trouble : {Trouble::kLasting, Trouble::kHeldBack, Trouble::kStopped}) {
    RetryWorld world({failed(trouble, "no")});
    EXPECT_EQ(world.ask().error().trouble, trouble);
    EXPECT_EQ(world.asked, 1);
    EXPECT_THAT(world.pause.waits, IsEmpty());
  }
}

TEST(RetriedRegister, waits_longer_each_time_with_jitter_up_to_its_bound) {
  std::set<milliseconds> first_waits;
  RetryWorld world({down()});
  for (int i = 0; i < 50; ++i) {
    world.pause.waits.clear();
    world.ask();
    ASSERT_THAT(world.pause.waits, SizeIs(3));
    EXPECT_GE(world.pause.waits[0], 50ms);
    EXPECT_LE(world.pause.waits[0], 100ms);
    EXPECT_GE(world.pause.waits[1], 100ms);
    EXPECT_LE(world.pause.waits[1], 200ms);
    EXPECT_GE(world.pause.waits[2], 150ms);
    EXPECT_LE(world.pause.waits[2], 300ms);
    first_waits.insert(world.pause.waits[0]);
  }
  EXPECT_GT(first_waits.size(), 10U) << "all would come back at the same time";
}

TEST(RetriedRegister, waits_at_least_as_long_as_it_is_asked_to) {
  RetryWorld world({busy(2s), insured_status()});
  EXPECT_TRUE(world.ask());
  ASSERT_THAT(world.pause.waits, SizeIs(1));
  EXPECT_GE(world.pause.waits[0], 2s);
}

TEST(RetriedRegister, does_not_wait_when_it_is_asked_to_wait_beyond_its_time) {
  RetryWorld world({busy(9s), insured_status()});
  EXPECT_EQ(world.ask().error().retry_after, 9s);
  EXPECT_THAT(world.pause.waits, IsEmpty());
  EXPECT_EQ(world.asked, 1);
}

TEST(RetriedRegister, begins_no_attempt_that_might_end_after_its_time) {
  RetrySettings settings = kRetry;
  settings.attempts_max = 10;
  settings.total_max = 3s;
  RetryWorld world({down()}, settings);
  world.attempt_takes = 1s;
  const auto began = world.clock.steady_now();
  EXPECT_FALSE(world.ask());
  EXPECT_EQ(world.asked, 2);
  EXPECT_LE(world.clock.steady_now() - began, 3s);
}

TEST(RetriedRegister, stops_waiting_when_told) {
  RetryWorld world({down()});
  std::stop_source stop;
  world.pause.on_wait = [&] { stop.request_stop(); };
  EXPECT_EQ(world.retried.ask(kDutch, stop.get_token()).error().trouble, Trouble::kStopped);
  EXPECT_EQ(world.asked, 1);
}

TEST(RetriedRegister, keeps_the_reason_of_the_register_when_the_pace_holds_it_back) {
  RetryWorld world({down(), failed(Trouble::kHeldBack, "too many")});
  EXPECT_EQ(world.ask().error().text, "down");
  EXPECT_EQ(world.asked, 2);
}

}  // namespace
}  // namespace bas::registers
