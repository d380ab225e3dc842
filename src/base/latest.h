// The latest of a value that is replaced as a whole and read by many threads.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace bas {

// Threads: any. Cost: a lock held for one copy of a pointer. (libstdc++ 12's atomic shared_ptr
// unlocks its readers without release, which the thread sanitizer rightly reports.)
template <typename T>
class Latest {
 public:
  std::shared_ptr<const T> get() const {
    const std::lock_guard lock(mutex_);
    return value_;
  }

  void set(std::shared_ptr<const T> value) {
    const std::lock_guard lock(mutex_);
    value_.swap(value);
  }

 private:
  mutable std::mutex mutex_;  // guards value_
  std::shared_ptr<const T> value_;
};

}  // namespace bas
