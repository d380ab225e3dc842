#include "sim/dice.h"

#include <algorithm>

#include "base/check.h"

namespace bas::sim {

Weighted::Weighted(std::span<const double> weights) {
  double sum = 0;
  for (const double weight : weights) {
    sum += weight;
    cumulated_.push_back(sum);
  }
}

int Weighted::draw(Dice& dice) const {
  check(total() > 0);
  const double wanted = dice.share() * total();
  const auto found = std::ranges::upper_bound(cumulated_, wanted);
  return static_cast<int>(std::min(found, cumulated_.end() - 1) - cumulated_.begin());
}

double Weighted::share_of(int index) const {
  const auto i = static_cast<std::size_t>(index);
  const double before = i == 0 ? 0 : cumulated_[i - 1];
  return (cumulated_[i] - before) / total();
}

}  // namespace bas::sim
