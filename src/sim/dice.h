// Draws from a seed: the same seed gives the same draws on every machine.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "base/random.h"

namespace bas::sim {

// One number from two, well mixed: for what must depend on a vehicle and not on the order of draws.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return SeededRandom(a * 0x9E3779B97F4A7C15U + b).next();
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  std::uint64_t next() { return random_.next(); }
  // 0 (included) to 1 (excluded).
  double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return share() < probability; }
  // 0 (included) to `count` (excluded).
  int below(int count) { return static_cast<int>(share() * count); }
  double between(double low, double high) { return low + (high - low) * share(); }
  // Time to the next of events that come `rate` times a unit on average.
  double wait(double rate) { return -std::log(1 - share()) / rate; }
  // About a normal distribution with mean 0 and deviation 1, never beyond 3.5.
  double bell() { return (share() + share() + share() + share() - 2) * std::sqrt(3.0); }

 private:
  SeededRandom random_;
};

// Draws an index in proportion to its weight. Hot: a binary search.
class Weighted {
 public:
  Weighted() = default;
  explicit Weighted(std::span<const double> weights);
  int draw(Dice& dice) const;
  // The probability of drawing that index.
  double share_of(int index) const;
  double total() const { return cumulated_.empty() ? 0 : cumulated_.back(); }

 private:
  std::vector<double> cumulated_;
};

}  // namespace bas::sim
