// What of a hit decides who is looked at first.
#pragma once

#include <chrono>

#include "model/hit.h"

namespace bas {

// `weight`: seriousness of its priority times the probability that this is the listed vehicle;
// above 0, at most 1. It halves with every `half_life` that passes since the vehicle was seen: an
// old position helps nobody. What came late or never rings weighs a tenth.
struct Urgency {
  double weight = 0;
  std::chrono::seconds half_life{};
};
Urgency urgency_of(const Hit& hit);

}  // namespace bas
