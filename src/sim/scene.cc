#include "sim/scene.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "sim/vehicles.h"

namespace bas::sim {
namespace {

constexpr int kPlateWidth = 110;
constexpr int kPlateHeight = 24;
constexpr int kPlateTop = 354;  // two rows of blocks, 352 to 383, with the plate's border
constexpr int kRightLaneX = 655;
constexpr int kLeftLaneX = 305;

struct Body {
  int width;
  int height;
  int foot;  // y of the wheels on the road
};

Body body_of(VehicleClass vehicle_class) {
  switch (vehicle_class) {
    case VehicleClass::kCar: return {292, 226, 424};
    case VehicleClass::kSuv: return {300, 262, 430};
    case VehicleClass::kVan: return {296, 310, 430};
    case VehicleClass::kTruck: return {326, 396, 444};
  }
  return {};
}

int middle_of(const Scene& scene) { return scene.lane == 1 ? kRightLaneX : kLeftLaneX; }

}  // namespace

// Sunrise and sunset near 51.3° north, to a quarter of an hour: noon is about 11:40 UTC, and half a
// day lasts 6 h ± 2 h 15 min with the season.
Mood mood_at(UtcTime time) {
  const auto days = std::chrono::floor<std::chrono::days>(time);
  const double hours = std::chrono::duration<double, std::ratio<3600>>(time - days).count();
  const double day_of_year =
      std::fmod(static_cast<double>(days.time_since_epoch().count()), 365.25);
  const double season = std::sin((day_of_year - 80) / 365.25 * 2 * std::numbers::pi);
  const double half_day = 6 + 2.25 * season;
  const double from_noon = std::abs(hours - 11.67);
  if (from_noon < half_day - 0.4) return Mood::kDay;
  return from_noon < half_day + 0.8 ? Mood::kDusk : Mood::kNight;
}

Scene scene_of(const ProvincePlan& plan, const Passage& passage) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  Scene scene;
  scene.surroundings = plan.sites[static_cast<std::size_t>(camera.site)].surroundings;
  scene.mood = mood_at(passage.at);
  scene.flavour = static_cast<std::uint8_t>(camera.site % kFlavours);
  scene.vehicle_class = passage.vehicle.vehicle_class;
  const auto colour = std::ranges::find(kColours, passage.vehicle.colour);
  scene.colour = static_cast<std::uint8_t>(colour - kColours.begin());
  scene.is_front = camera.sees_front;
  scene.lane = static_cast<std::uint8_t>(passage.lane);
  return scene;
}

PixelBox plate_box_in(const Scene& scene) {
  return {middle_of(scene) - kPlateWidth / 2, kPlateTop, kPlateWidth, kPlateHeight};
}

PixelBox vehicle_box_in(const Scene& scene) {
  const Body body = body_of(scene.vehicle_class);
  return {middle_of(scene) - body.width / 2, body.foot - body.height, body.width, body.height};
}

PixelBox plate_box_of(const ProvincePlan& plan, const Passage& passage) {
  return plate_box_in(scene_of(plan, passage));
}

}  // namespace bas::sim
