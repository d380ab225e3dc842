// How long things took, kept in a fixed number of buckets whatever the length of the run.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

#include "sim/simulate.h"

namespace bas::sim {

// Buckets of 3 % from a microsecond to a quarter of an hour. Threads: one at a time.
class DelayHistogram {
 public:
  void record(std::chrono::nanoseconds delay);
  Delays summary() const;

 private:
  static constexpr std::size_t kBuckets = 32 * 30;
  std::array<std::uint64_t, kBuckets> counts_{};
  std::uint64_t count_ = 0;
  double max_ms_ = 0;

  double percentile_ms(double share) const;
};

}  // namespace bas::sim
