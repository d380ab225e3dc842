// The few vehicles that are followed through the whole run.
#pragma once

#include <cstdint>

#include "sim/traffic.h"
#include "sim/vehicles.h"

namespace bas::sim {

inline constexpr int kCircuitAgents = 12;  // the first ones; stolen and wanted
inline constexpr int kConvoyAgents = 3;
inline constexpr int kCloneAgents = 2;
inline constexpr int kAgents = kCircuitAgents + kConvoyAgents + kCloneAgents;

constexpr PassageKind agent_kind(int agent) {
  if (agent < kCircuitAgents) return PassageKind::kWanted;
  return agent < kCircuitAgents + kConvoyAgents ? PassageKind::kConvoy : PassageKind::kClone;
}

// Of one group all drive the same way: the convoy is one, everybody else is alone.
constexpr int agent_group(int agent) {
  return agent_kind(agent) == PassageKind::kConvoy ? kCircuitAgents : agent;
}

// Both clones carry the plate of the first, on different vehicles.
inline Identity identify_agent(int agent, std::uint64_t seed) {
  Identity identity = identify(Population::kAgents, static_cast<std::uint64_t>(agent), seed);
  constexpr int kFirstClone = kCircuitAgents + kConvoyAgents;
  if (agent > kFirstClone) identity.plate = identify_agent(kFirstClone, seed).plate;
  return identity;
}

}  // namespace bas::sim
