// What is good once: remembered until it would be good no more.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <mutex>
#include <string>
#include <string_view>

#include "base/encode.h"
#include "base/time.h"

namespace bas::flow {

// Threads: any. In memory, of this process; past `kMost` what ends first is forgotten first.
class Once {
 public:
  static constexpr std::size_t kMost = 10'000;

  // True the first time. `until`: from then on it is refused elsewhere, for its age.
  bool take(std::string_view text, UtcTime now, UtcTime until) {
    const std::lock_guard lock(mutex_);
    if (taken_.size() >= kMost) make_room(now);
    return taken_.emplace(sha256(text), until).second;
  }

 private:
  void make_room(UtcTime now) {
    absl::erase_if(taken_, [now](const auto& one) { return one.second <= now; });
    if (taken_.size() < kMost) return;
    auto first = taken_.begin();
    for (auto one = taken_.begin(); one != taken_.end(); ++one) {
      if (one->second < first->second) first = one;
    }
    taken_.erase(first);
  }

  std::mutex mutex_;  // guards taken_
  absl::flat_hash_map<std::string, UtcTime> taken_;
};

}  // namespace bas::flow
