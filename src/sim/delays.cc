#include "sim/delays.h"

#include <algorithm>
#include <cmath>

namespace bas::sim {
namespace {

constexpr double kBucketsPerDoubling = 32;

}  // namespace

void DelayHistogram::record(std::chrono::nanoseconds delay) {
  const double us = std::max(1.0, static_cast<double>(delay.count()) / 1e3);
  const auto bucket = static_cast<std::size_t>(std::log2(us) * kBucketsPerDoubling);
  ++counts_[std::min(bucket, kBuckets - 1)];
  ++count_;
  max_ms_ = std::max(max_ms_, us / 1e3);
}

Delays DelayHistogram::summary() const {
  if (count_ == 0) return {};
  return {count_, percentile_ms(0.50), percentile_ms(0.99), max_ms_};
}

double DelayHistogram::percentile_ms(double share) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t passed = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    passed += counts_[i];
    if (passed < wanted) continue;
    const double upper_us = std::exp2(static_cast<double>(i + 1) / kBucketsPerDoubling);
    return std::min(upper_us / 1e3, max_ms_);
  }
  return max_ms_;
}

}  // namespace bas::sim
