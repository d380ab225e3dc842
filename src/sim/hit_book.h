// Joins what was sent with the hits that came of it.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "sim/delays.h"

namespace bas::sim {

using SteadyTime = std::chrono::steady_clock::time_point;

// A read as both sides name it: the server's camera id and the moment of capture.
std::string read_key(std::string_view camera_id, UtcTime captured_at);

// Threads: any. Forgets what is older than a minute.
class HitBook {
 public:
  // The last byte of the message with that read was handed over at `at`.
  void sent(const std::string& key, SteadyTime at);
  // A desk got the hit of that read. May come before sent(): the answer is slower than the event.
  void arrived(const std::string& key, SteadyTime at);

  Delays summary() const;
  std::uint64_t arrivals() const;
  std::uint64_t unmatched() const;  // arrivals whose read was not sent in the last minute

 private:
  struct Line {
    bool is_sent = false;
    SteadyTime sent_at;
    SteadyTime touched_at;
    std::vector<SteadyTime> waiting;  // arrivals before sent()
  };

  void forget(SteadyTime now);

  mutable std::mutex mutex_;  // guards all below
  absl::flat_hash_map<std::string, Line> lines_;
  DelayHistogram delays_;
  SteadyTime forgotten_at_;
  std::uint64_t arrivals_ = 0;
  std::uint64_t unmatched_ = 0;
};

}  // namespace bas::sim
