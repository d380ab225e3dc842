// Sign-ins, one after another. A password costs a tenth of a second of work and 32 MiB on purpose;
// whoever tries many may wait for himself, and never for the workers that serve the desks.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace bas::api {

// Threads: any. Work runs on the thread that found nobody at it, so at most one is held.
class SignInQueue {
 public:
  static constexpr std::size_t kWaitingMax = 64;

  // Runs `work` now, or leaves it to the thread that is at it. False, and nothing is run: too many
  // are waiting. `work` must not throw.
  bool run(std::function<void()> work);

 private:
  std::function<void()> next();

  std::mutex mutex_;  // guards the rest
  std::deque<std::function<void()>> waiting_;
  bool is_running_ = false;
};

}  // namespace bas::api
