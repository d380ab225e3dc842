// How long something took, as counts in bins that widen with the duration.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>

namespace bas::links {

// Bin 0 holds all up to 5 s, each further one is 8 % wider, and the last holds all above 1 h 2.
class DurationSums {
 public:
  static constexpr std::size_t kBins = 88;
  using Seconds = std::chrono::duration<double>;

  void add(Seconds took);
  // Counts as they were taken from bins(); more than kBins are left out.
  static DurationSums from(std::span<const float> bins);
  std::span<const float> bins() const { return bins_; }

  double total() const { return total_; }
  // Halves every count: what was seen long ago counts less and less.
  void halve();

  // The share, 0..1, that took longer.
  double share_above(Seconds duration) const;
  // Below it lies that share (0..1) of those that took longer than `above`; within a bin as if they
  // lay evenly. None where nothing took longer.
  std::optional<Seconds> quantile(double share, Seconds above = {}) const;

 private:
  double count_above(Seconds duration) const;

  std::array<float, kBins> bins_{};
  double total_ = 0;
};

}  // namespace bas::links
