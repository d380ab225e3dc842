// Vehicles driving through the province, and what its cameras make of them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/time.h"
#include "sim/plan.h"

namespace bas::sim {

enum class PassageKind : std::uint8_t {
  kResident,  // an errand and the way back
  kCommuter,  // out in the morning, home in the evening
  kTruck,
  kTransit,  // passes through the province
  kListed,   // uninsured or uninspected, on an ordinary trip
  kWanted,   // stolen or wanted, driving circuits
  kConvoy,   // three vehicles together
  kClone,    // the same plate on two vehicles far apart
};
std::string_view name_of(PassageKind kind);

enum class Misread : std::uint8_t { kNone, kSubstitution, kLostGlyph, kExtraGlyph, kTwoGlyphs };
std::string_view name_of(Misread misread);

enum class VehicleClass : std::uint8_t { kCar, kSuv, kVan, kTruck };
std::string_view name_of(VehicleClass vehicle_class);

// The views point into tables that live as long as the program.
struct SimVehicle {
  std::string_view make;
  std::string_view model;
  std::string_view colour;  // one of kColours in sim/vehicles.h
  VehicleClass vehicle_class = VehicleClass::kCar;
};

inline constexpr std::size_t kGlyphsMax = 12;

// One vehicle passing one camera.
struct Passage {
  std::uint64_t number = 0;  // counts from 1 in the order of the stream
  UtcTime at;
  int camera = 0;                                     // index in ProvincePlan::cameras
  std::string true_plate;                             // canonical
  std::string shown_plate;                            // as it stands on the vehicle: "1-ABC-123"
  std::string country;                                // ISO 3166-1 alpha-2
  std::string read_plate;                             // what the camera made of it, canonical
  double confidence = 0;                              // 0..1
  std::array<float, kGlyphsMax> glyph_confidences{};  // of read_plate's glyphs, 0..1
  Misread misread = Misread::kNone;
  SimVehicle vehicle;
  double speed_kmh = 0;
  int lane = 1;
  std::uint64_t vehicle_id = 0;  // one per vehicle, also when two carry one plate
  PassageKind kind = PassageKind::kResident;
};

struct TrafficSettings {
  std::uint64_t seed = 1;
  double rate_per_s = 15;       // passages per second, met by the number of vehicles
  UtcTime start;                // of the stream; the hour decides which way commuters drive
  double misread_share = 0.04;  // 0..1
  double listed_share = 0.012;  // share of passages by uninsured and uninspected vehicles
  int listed_cars = 0;          // 0: listed_cars_for(rate_per_s)
};

// An endless stream in time order. The same plan and settings give the same stream. Threads: one at
// a time. Hot: next() takes about a microsecond; opening a high rate fills the roads first
// (2.5 s for 12,000 a second).
class Traffic {
 public:
  Traffic(const ProvincePlan& plan, const TrafficSettings& settings);
  ~Traffic();
  Traffic(Traffic&&) noexcept;

  Passage next();

 private:
  class Roads;
  std::unique_ptr<Roads> roads_;
};

}  // namespace bas::sim
