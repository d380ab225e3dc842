#include "api/sign_in_queue.h"

#include <utility>

namespace bas::api {

bool SignInQueue::run(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kWaitingMax) return false;
    waiting_.push_back(std::move(work));
    if (std::exchange(is_running_, true)) return true;
  }
  while (const auto mine = next()) mine();
  return true;
}

// Empty when nobody waits any more.
std::function<void()> SignInQueue::next() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) {
    is_running_ = false;
    return {};
  }
  auto work = std::move(waiting_.front());
  waiting_.pop_front();
  return work;
}

}  // namespace bas::api
