#include "registers/guarded_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <semaphore>

#include "registers/register_world_test.h"

namespace bas::registers {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

constexpr GuardSettings kGuard{.failures_max = 3, .open_for = 30s, .open_longest = 5min};

struct GuardWorld : RegisterWorld {
  Asked next = failed(Trouble::kPassing, "down");
  GuardedRegister guarded{source([this] { return next; }), kGuard, around()};

  Asked ask() { return guarded.ask(kDutch, {}); }
  Circuit circuit() { return health->now().circuit; }
  void fail_times(int count) {
    for (int i = 0; i < count; ++i) ask();
  }
};

TEST(GuardedRegister, lets_questions_pass_until_too_many_failed_in_a_row) {
  GuardWorld world;
  world.fail_times(2);
  world.next = insured_status();
  EXPECT_TRUE(world.ask());
  world.next = failed(Trouble::kLasting, "changed");
  world.fail_times(2);
  EXPECT_EQ(world.circuit(), Circuit::kClosed);
  world.fail_times(1);
  EXPECT_EQ(world.circuit(), Circuit::kOpen);
  EXPECT_EQ(world.asked, 6);
}

TEST(GuardedRegister, refuses_at_once_while_open_and_says_why) {
  GuardWorld world;
  world.fail_times(3);
  world.clock.advance(30s - 1ms);
  const Asked refused = world.ask();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().trouble, Trouble::kHeldBack);
  EXPECT_THAT(refused.error().text, HasSubstr("down"));
  EXPECT_EQ(world.asked, 3);
  EXPECT_EQ(world.health->now().shut_out, 1U);
}

TEST(GuardedRegister, closes_when_a_probe_is_answered) {
  GuardWorld world;
  world.fail_times(3);
  world.clock.advance(30s);
  world.next = insured_status();
  EXPECT_TRUE(world.ask());
  EXPECT_EQ(world.circuit(), Circuit::kClosed);
  EXPECT_TRUE(world.ask());
  world.next = failed(Trouble::kPassing, "down");
  world.fail_times(2);
  EXPECT_EQ(world.circuit(), Circuit::kClosed) << "the count begins anew";
}

TEST(GuardedRegister, opens_again_when_a_probe_fails) {
  GuardWorld world;
  world.fail_times(3);
  world.clock.advance(30s);
  world.fail_times(2);
  EXPECT_EQ(world.asked, 4);
  EXPECT_EQ(world.circuit(), Circuit::kOpen);
}

TEST(GuardedRegister, lets_one_probe_pass_at_a_time) {
  RegisterWorld world;
  std::binary_semaphore begun{0};
  std::binary_semaphore may_end{0};
  bool is_held = false;
  GuardedRegister guarded(world.source([&]() -> Asked {
    if (!is_held) return failed(Trouble::kPassing, "down");
    begun.release();
    may_end.acquire();
    return insured_status();
  }),
                          kGuard, world.around());
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(guarded.ask(kDutch, {}));
  world.clock.advance(30s);
  is_held = true;
  auto probe = std::async(std::launch::async, [&] { return guarded.ask(kDutch, {}); });
  begun.acquire();
  EXPECT_EQ(world.health->now().circuit, Circuit::kHalfOpen);
  EXPECT_EQ(guarded.ask(kDutch, {}).error().trouble, Trouble::kHeldBack);
  may_end.release();
  EXPECT_TRUE(probe.get());
  EXPECT_EQ(world.health->now().circuit, Circuit::kClosed);
}

TEST(GuardedRegister, is_not_closed_by_the_answer_to_an_earlier_question) {
  RegisterWorld world;
  std::binary_semaphore begun{0};
  std::binary_semaphore may_end{0};
  std::atomic<bool> is_held = true;
  GuardedRegister guarded(world.source([&]() -> Asked {
    if (!is_held.exchange(false)) return failed(Trouble::kPassing, "down");
    begun.release();
    may_end.acquire();
    return insured_status();
  }),
                          kGuard, world.around());
  auto earlier = std::async(std::launch::async, [&] { return guarded.ask(kDutch, {}); });
  begun.acquire();
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(guarded.ask(kDutch, {}));
  may_end.release();
  EXPECT_TRUE(earlier.get());
  EXPECT_EQ(world.health->now().circuit, Circuit::kOpen);
  EXPECT_EQ(guarded.ask(kDutch, {}).error().trouble, Trouble::kHeldBack);
}

TEST(GuardedRegister, tries_another_probe_when_one_was_stopped_or_held_back) {
  for (const Trouble trouble : {Trouble::kStopped, Trouble::kHeldBack}) {
    GuardWorld world;
    world.fail_times(3);
    world.clock.advance(30s);
    world.next = failed(trouble, "not asked");
    world.fail_times(1);
    EXPECT_EQ(world.circuit(), Circuit::kOpen);
    world.next = insured_status();
    EXPECT_TRUE(world.ask());
    EXPECT_EQ(world.circuit(), Circuit::kClosed);
  }
}

TEST(GuardedRegister, does_not_blame_the_register_for_what_was_not_asked) {
  for (const Trouble trouble : {Trouble::kStopped, Trouble::kHeldBack}) {
    GuardWorld world;
    world.next = failed(trouble, "not asked");
    world.fail_times(10);
    EXPECT_EQ(world.circuit(), Circuit::kClosed);
    const Health health = world.health->now();
    EXPECT_EQ(health.failed, 0U);
    EXPECT_EQ(trouble == Trouble::kStopped ? health.stopped : health.held_back, 10U);
  }
}

TEST(GuardedRegister, leaves_a_register_alone_as_long_as_it_asks_up_to_a_bound) {
  GuardWorld world;
  world.next = tl::make_unexpected(Failure{Trouble::kPassing, "busy", 2min});
  world.fail_times(1);
  EXPECT_EQ(world.circuit(), Circuit::kOpen);
  world.clock.advance(2min - 1ms);
  world.fail_times(1);
  EXPECT_EQ(world.asked, 1);
  world.clock.advance(1ms);
  world.next = tl::make_unexpected(Failure{Trouble::kPassing, "busy", 24h});
  world.fail_times(1);
  EXPECT_EQ(world.asked, 2);
  world.clock.advance(5min);
  world.fail_times(1);
  EXPECT_EQ(world.asked, 3);
}

TEST(GuardedRegister, keeps_the_health_of_the_register) {
  GuardWorld world;
  world.fail_times(1);
  world.clock.advance(1s);
  world.next = insured_status();
  world.ask();
  const Health health = world.health->now();
  EXPECT_EQ(health.last_failure, kNow);
  EXPECT_EQ(health.last_failure_reason, "down");
  EXPECT_EQ(health.last_success, kNow + 1s);
  EXPECT_EQ(health.failed, 1U);
  EXPECT_EQ(health.succeeded, 1U);
}

}  // namespace
}  // namespace bas::registers
