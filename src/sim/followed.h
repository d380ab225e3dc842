// The legs that agents drive one after the other.
#pragma once

#include <cstdint>

#include "sim/routes.h"
#include "sim/trips.h"

namespace bas::sim {

// The first leg of an agent: it passes its first camera a few seconds after the start, one agent
// after the other, so that a run has something to show soon.
Trip first_leg(const RoadNetwork& network, int agent, std::uint64_t seed);

// The leg after `done`, from where it ended, after a pause. All vehicles of a group drive the same.
Trip next_leg(const RoadNetwork& network, const Trip& done, std::uint64_t seed);

// Camera passages a second of one agent, on average.
double agent_rate(const RoadNetwork& network, int agent, std::uint64_t seed);

}  // namespace bas::sim
