// What an overview shows, as far as it is the same for many passages.
#pragma once

#include <cstdint>

#include "sim/picture.h"
#include "sim/plan.h"
#include "sim/traffic.h"

namespace bas::sim {

enum class Mood : std::uint8_t { kDay, kDusk, kNight };

struct Scene {
  RoadKind surroundings = RoadKind::kRegional;
  Mood mood = Mood::kDay;
  std::uint8_t flavour = 0;  // below kFlavours: different trees, houses and hills
  VehicleClass vehicle_class = VehicleClass::kCar;
  std::uint8_t colour = 0;  // index of kColours
  bool is_front = true;
  std::uint8_t lane = 1;  // 1 right, 2 left

  bool operator==(const Scene&) const = default;
  template <typename H>
  friend H AbslHashValue(H state, const Scene& scene) {
    return H::combine(std::move(state), scene.surroundings, scene.mood, scene.flavour,
                      scene.vehicle_class, scene.colour, scene.is_front, scene.lane);
  }
};

inline constexpr int kFlavours = 2;

// Mood by the clock of Brussels in that season.
Mood mood_at(UtcTime time);

Scene scene_of(const ProvincePlan& plan, const Passage& passage);

// The plate lies within one tile of the JPEG across and two rows of blocks down (see tiles.h).
PixelBox plate_box_in(const Scene& scene);

// Where the vehicle's body stands: its foot is the lower edge.
PixelBox vehicle_box_in(const Scene& scene);

}  // namespace bas::sim
