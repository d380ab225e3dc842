#include "api/sign_in_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace bas::api {
namespace {

TEST(SignInQueue, runs_at_once_when_nobody_is_at_it) {
  SignInQueue queue;
  int runs = 0;
  EXPECT_TRUE(queue.run([&] { ++runs; }));
  EXPECT_TRUE(queue.run([&] { ++runs; }));
  EXPECT_EQ(runs, 2);
}

TEST(SignInQueue, holds_one_thread_keeps_the_order_and_refuses_what_is_too_much) {
  SignInQueue queue;
  std::promise<void> begun;
  std::promise<void> may_end;
  std::vector<std::size_t> order;
  std::thread worker([&] {
    EXPECT_TRUE(queue.run([&] {
      begun.set_value();
      may_end.get_future().wait();
    }));
  });
  begun.get_future().wait();
  for (std::size_t i = 0; i < SignInQueue::kWaitingMax; ++i) {
    EXPECT_TRUE(queue.run([&order, i] { order.push_back(i); }));
  }
  EXPECT_THAT(order, testing::IsEmpty());  // this thread was not held
  EXPECT_FALSE(queue.run([] { FAIL() << "it was refused"; }));
  may_end.set_value();
  worker.join();
  ASSERT_EQ(order.size(), SignInQueue::kWaitingMax);
  EXPECT_TRUE(std::ranges::is_sorted(order));
  bool runs_again = false;
  EXPECT_TRUE(queue.run([&] { runs_again = true; }));
  EXPECT_TRUE(runs_again);
}

}  // namespace
}  // namespace bas::api
