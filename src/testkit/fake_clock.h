// A clock that a test sets.
#pragma once

#include <atomic>

#include "base/clock.h"

namespace bas::testkit {

// Threads: any. Starts at the time given; the steady clock starts at an hour.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(UtcTime start) : now_ms_(start.time_since_epoch().count()) {}

  UtcTime now() const override { return UtcTime{std::chrono::milliseconds{now_ms_.load()}}; }
  std::chrono::steady_clock::time_point steady_now() const override {
    return std::chrono::steady_clock::time_point{std::chrono::milliseconds{steady_ms_.load()}};
  }

  void advance(std::chrono::milliseconds by) {
    now_ms_ += by.count();
    steady_ms_ += by.count();
  }

 private:
  std::atomic<std::int64_t> now_ms_;
  std::atomic<std::int64_t> steady_ms_{3'600'000};
};

}  // namespace bas::testkit
