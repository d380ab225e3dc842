#include "links/duration_sums.h"

#include <algorithm>
#include <cmath>

namespace bas::links {

namespace {

constexpr double kFirstEnd = 5;  // seconds
constexpr double kWider = 1.08;

double end_of(std::size_t bin) { return kFirstEnd * std::pow(kWider, static_cast<double>(bin)); }
double begin_of(std::size_t bin) { return bin == 0 ? 0 : end_of(bin - 1); }

std::size_t bin_of(double seconds) {
  if (seconds <= kFirstEnd) return 0;
  const double bin = std::ceil(std::log(seconds / kFirstEnd) / std::log(kWider));
  return std::min(DurationSums::kBins - 1, static_cast<std::size_t>(bin));
}

// The share of a bin that lies above that many seconds.
double part_above(std::size_t bin, double seconds) {
  const double width = end_of(bin) - begin_of(bin);
  return std::clamp((end_of(bin) - seconds) / width, 0.0, 1.0);
}

}  // namespace

void DurationSums::add(Seconds took) {
  bins_[bin_of(took.count())] += 1;
  total_ += 1;
}

DurationSums DurationSums::from(std::span<const float> bins) {
  DurationSums sums;
  for (std::size_t bin = 0; bin < std::min(bins.size(), kBins); ++bin) {
    sums.bins_[bin] = bins[bin];
    sums.total_ += static_cast<double>(bins[bin]);
  }
  return sums;
}

void DurationSums::halve() {
  for (float& count : bins_) count /= 2;
  total_ /= 2;
}

double DurationSums::count_above(Seconds duration) const {
  double above = 0;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    above += static_cast<double>(bins_[bin]) * part_above(bin, duration.count());
  }
  return above;
}

double DurationSums::share_above(Seconds duration) const {
  return total_ > 0 ? count_above(duration) / total_ : 0;
}

std::optional<DurationSums::Seconds> DurationSums::quantile(double share, Seconds above) const {
  const double counted = count_above(above);
  if (counted <= 0) return std::nullopt;
  double wanted = std::clamp(share, 0.0, 1.0) * counted;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const double begin = std::max(begin_of(bin), std::min(above.count(), end_of(bin)));
    const double here = static_cast<double>(bins_[bin]) * part_above(bin, above.count());
    if (here <= 0) continue;
    if (wanted <= here) return Seconds(begin + (end_of(bin) - begin) * wanted / here);
    wanted -= here;
  }
  return Seconds(end_of(kBins - 1));
}

}  // namespace bas::links
