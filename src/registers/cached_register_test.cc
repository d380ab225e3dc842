#include "registers/cached_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <semaphore>
#include <thread>

#include "registers/register_world_test.h"

namespace bas::registers {
namespace {

using namespace std::chrono_literals;

constexpr CacheSettings kCache{
    .entries_max = 3, .good_life = 10min, .adverse_life = 1min, .unknown_life = 30s};

struct CacheWorld : RegisterWorld {
  VehicleStatus next = insured_status();
  std::unique_ptr<CachedRegister> cached;

  explicit CacheWorld(CacheSettings settings = kCache) {
    cached = std::make_unique<CachedRegister>(source([this]() -> Asked {
                                                next.answered_at = clock.now();
                                                return next;
                                              }),
                                              settings, around());
  }
  Asked ask(std::string_view plate = "GX418K", std::string_view country = "NL") {
    return cached->ask({std::string{plate}, std::string{country}}, {});
  }
  // How long an answer is served.
  milliseconds life() {
    EXPECT_TRUE(ask());
    const int before = asked;
    milliseconds length{0};
    while (ask() && asked == before) {
      clock.advance(1s);
      length += 1s;
    }
    return length;
  }
};

TEST(CachedRegister, asks_once_while_an_answer_lives_and_keeps_when_it_was_given) {
  CacheWorld world;
  ASSERT_TRUE(world.ask());
  world.clock.advance(9min);
  const Asked again = world.ask();
  ASSERT_TRUE(again);
  EXPECT_EQ(world.asked, 1);
  EXPECT_EQ(again->answered_at, kNow);
  EXPECT_EQ(world.health->now().questions, 2U);
  EXPECT_EQ(world.health->now().from_cache, 1U);
}

TEST(CachedRegister, keeps_what_speaks_against_somebody_shorter) {
  CacheWorld world;
  EXPECT_EQ(world.life(), 10min);
  world.next.is_insured = false;
  world.clock.advance(1h);
  EXPECT_EQ(world.life(), 1min);
  world.next = insured_status();
  world.next.holder_is_disqualified = true;
  world.clock.advance(1h);
  EXPECT_EQ(world.life(), 1min);
  world.next = insured_status();
  world.next.inspected_until = world.clock.now() - 24h;
  world.clock.advance(1h);
  EXPECT_EQ(world.life(), 1min);
  world.next = {};
  world.clock.advance(1h);
  EXPECT_EQ(world.life(), 30s);
}

TEST(CachedRegister, keeps_no_failure) {
  RegisterWorld world;
  CachedRegister cached(world.source([] { return failed(Trouble::kPassing, "down"); }), kCache,
                        world.around());
  EXPECT_FALSE(cached.ask(kDutch, {}));
  EXPECT_FALSE(cached.ask(kDutch, {}));
  EXPECT_EQ(world.asked, 2);
  EXPECT_EQ(cached.size(), 0U);
}

TEST(CachedRegister, keeps_nothing_when_told_so) {
  CacheWorld world({.entries_max = 3, .good_life = 0ms, .adverse_life = 0ms, .unknown_life = 0ms});
  ASSERT_TRUE(world.ask());
  ASSERT_TRUE(world.ask());
  EXPECT_EQ(world.asked, 2);
}

TEST(CachedRegister, tells_countries_and_plates_apart) {
  CacheWorld world;
  world.ask("GX418K", "NL");
  world.ask("GX418K", "BE");
  world.ask("GX418L", "NL");
  EXPECT_EQ(world.asked, 3);
  world.ask("GX418K", "BE");
  EXPECT_EQ(world.asked, 3);
}

TEST(CachedRegister, forgets_the_least_recently_asked_for_first) {
  CacheWorld world;
  for (const std::string_view plate : {"A", "B", "C", "A", "D"}) world.ask(plate);
  EXPECT_EQ(world.cached->size(), 3U);
  EXPECT_EQ(world.asked, 4);
  world.ask("A");
  EXPECT_EQ(world.asked, 4);
  world.ask("B");
  EXPECT_EQ(world.asked, 5);
}

TEST(CachedRegister, drops_what_is_over_without_being_asked_for_it) {
  CacheWorld world;
  world.ask("A");
  world.ask("B");
  world.clock.advance(10min - 1ms);
  world.cached->forget_expired();
  EXPECT_EQ(world.cached->size(), 2U);
  world.clock.advance(1ms);
  world.cached->forget_expired();
  EXPECT_EQ(world.cached->size(), 0U);
}

TEST(CachedRegister, counts_what_an_answer_aged_on_its_way) {
  RegisterWorld world;
  CachedRegister cached(world.source([&]() -> Asked { return insured_status(kNow - 9min); }),
                        kCache, world.around());
  ASSERT_TRUE(cached.ask(kDutch, {}));
  world.clock.advance(59s);
  ASSERT_TRUE(cached.ask(kDutch, {}));
  EXPECT_EQ(world.asked, 1);
  world.clock.advance(1s);
  ASSERT_TRUE(cached.ask(kDutch, {}));
  EXPECT_EQ(world.asked, 2);
  ASSERT_TRUE(cached.ask(kDutch, {}));
  EXPECT_EQ(world.asked, 3) << "an answer that came too old is not kept";
}

// Answers when the test lets it, and says when it is being asked.
struct HeldSource {
  std::counting_semaphore<> begun{0};
  std::counting_semaphore<> may_end{0};
  std::atomic<int> asked = 0;

  std::unique_ptr<AskedRegister> open() {
    return std::make_unique<ScriptedRegister>([this](const Plate&, std::stop_token stop) -> Asked {
      ++asked;
      begun.release();
      may_end.acquire();
      if (stop.stop_requested()) return stopped();
      return insured_status();
    });
  }
};

// Ends when a question has joined the one under way.
void wait_for_questions(const RegisterWorld& world, std::uint64_t count) {
  while (world.health->now().questions < count) std::this_thread::yield();
}

TEST(CachedRegister, asks_once_for_all_who_ask_at_the_same_time) {
  RegisterWorld world;
  HeldSource held;
  CachedRegister cached(held.open(), kCache, world.around());
  std::vector<std::future<Asked>> answers;
  for (int i = 0; i < 8; ++i) {
    answers.push_back(std::async(std::launch::async, [&] { return cached.ask(kDutch, {}); }));
  }
  held.begun.acquire();
  wait_for_questions(world, 8);
  held.may_end.release();
  for (auto& answer : answers) EXPECT_TRUE(answer.get());
  EXPECT_EQ(held.asked, 1);
  EXPECT_EQ(world.health->now().shared + world.health->now().from_cache, 7U);
}

TEST(CachedRegister, lets_the_next_one_ask_when_the_first_is_stopped) {
  RegisterWorld world;
  HeldSource held;
  CachedRegister cached(held.open(), kCache, world.around());
  std::stop_source stop;
  auto first = std::async(std::launch::async, [&] { return cached.ask(kDutch, stop.get_token()); });
  held.begun.acquire();
  auto second = std::async(std::launch::async, [&] { return cached.ask(kDutch, {}); });
  wait_for_questions(world, 2);
  stop.request_stop();
  held.may_end.release(2);
  EXPECT_EQ(first.get().error().trouble, Trouble::kStopped);
  EXPECT_TRUE(second.get());
  EXPECT_EQ(held.asked, 2);
}

TEST(CachedRegister, stops_waiting_for_another_ones_answer_when_told) {
  RegisterWorld world;
  HeldSource held;
  CachedRegister cached(held.open(), kCache, world.around());
  auto first = std::async(std::launch::async, [&] { return cached.ask(kDutch, {}); });
  held.begun.acquire();
  std::stop_source stop;
  auto second =
      std::async(std::launch::async, [&] { return cached.ask(kDutch, stop.get_token()); });
  wait_for_questions(world, 2);
  stop.request_stop();
  EXPECT_EQ(second.get().error().trouble, Trouble::kStopped);
  held.may_end.release();
  EXPECT_TRUE(first.get());
  EXPECT_EQ(held.asked, 1);
}

}  // namespace
}  // namespace bas::registers
