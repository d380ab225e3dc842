// Who drives: every vehicle is computed from its population and number, so that none is kept.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/plates.h"
#include "sim/traffic.h"

namespace bas::sim {

inline constexpr std::array<std::string_view, 9> kColours{
    "white", "silver", "grey", "black", "blue", "red", "green", "brown", "beige"};

// Vehicles of different populations never share a plate.
enum class Population : std::uint8_t {
  kResidents,
  kBorderResidents,  // of Baarle-Hertog, where every fifth plate is Dutch
  kTrucks,
  kTransit,
  kListed,   // uninsured or uninspected
  kAgents,   // the few that are followed: circuits, convoy, clones
  kResting,  // listed, and never driving
};
inline constexpr std::uint64_t kPopulations = 8;

struct Identity {
  std::uint64_t vehicle_id = 0;
  SimPlate plate;
  SimVehicle vehicle;
};

// Hot: about 200 ns.
Identity identify(Population population, std::uint64_t number, std::uint64_t seed);

}  // namespace bas::sim
