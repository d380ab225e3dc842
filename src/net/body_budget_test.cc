#include "net/body_budget.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <thread>
#include <vector>

namespace bas::net {
namespace {

constexpr std::size_t kBody = 1 << 20;
constexpr std::size_t kAll = 8 << 20;
constexpr std::size_t kSmallPool = kAll / 8;
constexpr std::size_t kLargePool = kAll - kSmallPool - kBody;

struct Client {
  explicit Client(BodyBudget& budget)
      : share(std::make_unique<BodyShare>(budget, [this] { ++wakes; })) {}
  int wakes = 0;
  std::unique_ptr<BodyShare> share;
};

using Clients = std::vector<std::unique_ptr<Client>>;

// So many that each take `bytes` at once.
Clients takers(BodyBudget& budget, std::size_t count, std::size_t bytes) {
  Clients clients;
  for (std::size_t i = 0; i < count; ++i) {
    clients.push_back(std::make_unique<Client>(budget));
    EXPECT_TRUE(clients.back()->share->extend_to(bytes)) << i;
  }
  return clients;
}

TEST(BodyBudget, counts_what_is_held_and_given_back) {
  BodyBudget budget(kAll, kBody);
  {
    const Clients clients = takers(budget, 2, 600);
    EXPECT_EQ(budget.held(), 1200U);
    EXPECT_TRUE(clients[0]->share->extend_to(kBody));
    EXPECT_EQ(budget.held(), kBody + 600);
    clients[0]->share->release();
    EXPECT_EQ(budget.held(), 600U);
  }
  EXPECT_EQ(budget.held(), 0U);
}

TEST(BodyBudget, large_bodies_leave_room_for_small_ones) {
  BodyBudget budget(kAll, kBody);
  const Clients large = takers(budget, kLargePool / kBody, kBody);
  Client next(budget);
  EXPECT_FALSE(next.share->extend_to(kBody));
  EXPECT_TRUE(next.share->is_waiting());
  const Clients small = takers(budget, kSmallPool / kSmallBodyBytes, kSmallBodyBytes);
  EXPECT_LE(budget.held(), budget.bytes_max());
}

TEST(BodyBudget, who_waits_is_served_in_turn) {
  BodyBudget budget(kAll, kBody);
  const Clients large = takers(budget, kLargePool / kBody, kBody);
  Client first(budget);
  Client second(budget);
  EXPECT_FALSE(first.share->extend_to(kBody));
  EXPECT_FALSE(second.share->extend_to(kSmallBodyBytes + 1));
  large[0]->share->release();
  EXPECT_FALSE(first.share->is_waiting());
  EXPECT_EQ(first.wakes, 1);
  EXPECT_EQ(first.share->bytes(), kBody);
  EXPECT_TRUE(second.share->is_waiting());
  first.share->release();
  EXPECT_EQ(second.wakes, 1);
}

TEST(BodyBudget, who_stops_waiting_gets_nothing_and_lets_the_next_pass) {
  BodyBudget budget(kAll, kBody);
  const Clients large = takers(budget, kLargePool / kBody, kBody);
  large[0]->share->release();
  const Clients half = takers(budget, 1, kBody / 2);
  Client first(budget);
  Client second(budget);
  EXPECT_FALSE(first.share->extend_to(kBody));
  EXPECT_FALSE(second.share->extend_to(kBody / 2));
  first.share->release();
  EXPECT_EQ(first.wakes, 0);
  EXPECT_EQ(second.wakes, 1);
}

TEST(BodyBudget, is_raised_so_that_the_longest_body_fits) {
  BodyBudget budget(0, kBody);
  EXPECT_EQ(budget.bytes_max(), 3 * kBody);
  const Clients one = takers(budget, 1, kBody);
}

// Everybody holds a step and wants it all: the case in which growing step by step could stand
// still for ever.
TEST(BodyBudget, growing_bodies_finish_one_after_the_other) {
  BodyBudget budget(kAll, kBody);
  Clients clients = takers(budget, (kLargePool + kSmallPool) / kSmallBodyBytes, kSmallBodyBytes);
  for (const auto& client : clients) client->share->extend_to(kBody);
  std::size_t finished = 0;
  while (finished < clients.size()) {
    const std::size_t before = finished;
    for (const auto& client : clients) {
      ASSERT_LE(budget.held(), budget.bytes_max());
      if (client->share->bytes() < kBody || client->share->is_waiting()) continue;
      client->share->release();
      ++finished;
    }
    ASSERT_GT(finished, before);
  }
  EXPECT_EQ(budget.held(), 0U);
}

TEST(BodyBudget, never_stands_still_nor_holds_too_much_in_any_order) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  BodyBudget budget(kAll, kBody);
  Clients clients;
  for (int i = 0; i < 60; ++i) clients.push_back(std::make_unique<Client>(budget));
  for (int round = 0; round < 20'000; ++round) {
    BodyShare& share = *clients[random() % clients.size()]->share;
    const auto choice = random() % 10;
    if (choice == 0 || (choice < 3 && !share.is_waiting())) {
      share.release();
    } else if (!share.is_waiting() && (share.bytes() == 0 || share.bytes() < kBody)) {
      share.extend_to(std::min(std::max(share.bytes() * 2, 1 + random() % (2 * kBody)), kBody));
    }
    ASSERT_LE(budget.held(), budget.bytes_max()) << round;
  }
  // Whoever does not wait finishes: then everyone must come to an end.
  for (int left = 60; left > 0;) {
    int ended = 0;
    for (auto& client : clients) {
      if (!client || client->share->is_waiting()) continue;
      client.reset();
      ++ended;
    }
    ASSERT_GT(ended, 0) << left << " wait for ever";
    left -= ended;
  }
  EXPECT_EQ(budget.held(), 0U);
}

TEST(BodyBudget, threads_take_and_give_back_side_by_side) {
  BodyBudget budget(kAll, kBody);
  std::atomic<std::size_t> over{0};
  const auto work = [&](unsigned seed) {
    std::mt19937 random(seed);
    for (int i = 0; i < 5'000; ++i) {
      BodyShare share(budget, [] {});
      share.extend_to(1 + random() % kBody);
      if (!share.is_waiting()) share.extend_to(kBody);
      if (budget.held() > budget.bytes_max()) ++over;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < 16; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(over, 0U);
  EXPECT_EQ(budget.held(), 0U);
}

}  // namespace
}  // namespace bas::net
