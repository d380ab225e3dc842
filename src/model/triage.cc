#include "model/triage.h"

#include <algorithm>
#include <array>

namespace bas {

namespace {

struct Class {
  double seriousness;
  std::chrono::minutes half_life;
};
// By priority, from 1. A class is worth ten of the next that may be stopped; half-lives
// are about how long such a position is of use to whoever drives there.
constexpr std::array<Class, 4> kClasses = {{{1.0, std::chrono::minutes{5}},
                                            {0.1, std::chrono::minutes{10}},
                                            {0.01, std::chrono::minutes{30}},
                                            {0.005, std::chrono::minutes{60}}}};
constexpr double kNotLive = 0.1;
constexpr double kProbabilityLeast = 0.001;  // what nobody believes still has its place

}  // namespace

Urgency urgency_of(const Hit& hit) {
  const auto place = static_cast<std::size_t>(std::clamp(hit.priority, 1, 4) - 1);
  const double live = hit.is_late || hit.is_quiet ? kNotLive : 1;
  const double probability = std::clamp(hit.probability, kProbabilityLeast, 1.0);
  return {kClasses[place].seriousness * probability * live, kClasses[place].half_life};
}

}  // namespace bas
