#include "base/periodic.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace bas {
namespace {

TEST(periodic, runs_at_once_and_again) {
  std::latch thrice(3);
  std::atomic<int> runs = 0;
  Periodic periodic;
  periodic.start(std::chrono::milliseconds(1), [&](const std::stop_token&) {
    if (++runs <= 3) thrice.count_down();
  });
  thrice.wait();
  EXPECT_GE(runs, 3);
}

TEST(periodic, a_long_pause_does_not_hold_up_its_end) {
  std::latch once(1);
  const auto began = std::chrono::steady_clock::now();
  {
    Periodic periodic;
    periodic.start(std::chrono::hours(1), [&](const std::stop_token&) { once.count_down(); });
    once.wait();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::minutes(1));
}

TEST(periodic, a_running_job_is_asked_to_stop_and_awaited) {
  std::latch begun(1);
  std::atomic<bool> has_ended = false;
  {
    Periodic periodic;
    periodic.start(std::chrono::hours(1), [&](const std::stop_token& stop) {
      begun.count_down();
      while (!stop.stop_requested()) std::this_thread::yield();
      has_ended = true;
    });
    begun.wait();
  }
  EXPECT_TRUE(has_ended);
}

TEST(periodic, a_failure_is_no_end) {
  std::latch twice(2);
  std::atomic<int> runs = 0;
  Periodic periodic;
  periodic.start(std::chrono::milliseconds(1), or_complain("could not be done", [&]() -> Result<> {
                   if (++runs <= 2) twice.count_down();
                   return fail(ErrorCode::kUnavailable, "not now");
                 }));
  twice.wait();
  EXPECT_GE(runs, 2);
}

}  // namespace
}  // namespace bas
