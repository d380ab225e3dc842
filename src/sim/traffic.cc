#include "sim/traffic.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <queue>
#include <vector>

#include "sim/agents.h"
#include "sim/followed.h"
#include "sim/misread.h"
#include "sim/trips.h"
#include "sim/wanted.h"

namespace bas::sim {
namespace {

constexpr double kTrafficShareMin = 0.3;  // of the rate, whatever the agents take

int circuits_of(double rate_per_s) {
  return std::clamp(static_cast<int>(rate_per_s), 2, kCircuitAgents);
}

TrafficSettings with_defaults(TrafficSettings settings) {
  if (settings.listed_cars <= 0) settings.listed_cars = listed_cars_for(settings.rate_per_s);
  return settings;
}

}  // namespace

// Trips on the road wait in a heap for their next camera.
class Traffic::Roads {
 public:
  Roads(const ProvincePlan& plan, const TrafficSettings& settings)
      : plan_(plan),
        settings_(settings),
        network_(make_network(plan)),
        departures_(network_, settings, traffic_rate()),
        dice_(mix(settings.seed, 0x0A)) {
    for (int agent = 0; agent < kAgents; ++agent)
      if (is_active(agent)) follow(first_leg(network_, agent, settings_.seed));
  }

  Passage next() {
    while (waiting_.empty() || departures_.next_at() <= waiting_.top().at_s)
      set_out(departures_.next());
    const Waiting due = waiting_.top();
    waiting_.pop();
    Passage passage = passage_of(trips_[due.slot], due.at_s);
    drive_on(due.slot);
    return passage;
  }

 private:
  struct Waiting {
    double at_s = 0;
    std::uint32_t slot = 0;
    bool operator>(const Waiting& other) const {
      return at_s != other.at_s ? at_s > other.at_s : slot > other.slot;
    }
  };

  bool is_active(int agent) const {
    return agent_kind(agent) != PassageKind::kWanted || agent < circuits_of(settings_.rate_per_s);
  }

  double traffic_rate() const {
    double rate = settings_.rate_per_s;
    for (int agent = 0; agent < kAgents; ++agent)
      if (is_active(agent)) rate -= agent_rate(network_, agent, settings_.seed);
    return std::max(rate, settings_.rate_per_s * kTrafficShareMin);
  }

  const Route& route_of(const Trip& trip) const {
    return network_.routes[static_cast<std::size_t>(trip.route)];
  }

  // Puts the trip on the road unless it passes no camera after the start any more.
  bool set_out(Trip trip) {
    const auto stops = static_cast<std::uint32_t>(route_of(trip).stops.size());
    while (trip.next_stop < stops && passes_at(network_, trip, trip.next_stop) < 0)
      ++trip.next_stop;
    if (trip.next_stop >= stops) return false;
    std::uint32_t slot = 0;
    if (free_slots_.empty()) {
      slot = static_cast<std::uint32_t>(trips_.size());
      trips_.push_back(trip);
    } else {
      slot = free_slots_.back();
      free_slots_.pop_back();
      trips_[slot] = trip;
    }
    waiting_.push({passes_at(network_, trip, trip.next_stop), slot});
    return true;
  }

  // An agent's leg, or the first after it that passes a camera.
  void follow(Trip leg) {
    while (!set_out(leg)) leg = next_leg(network_, leg, settings_.seed);
  }

  void drive_on(std::uint32_t slot) {
    Trip& trip = trips_[slot];
    if (++trip.next_stop < route_of(trip).stops.size()) {
      waiting_.push({passes_at(network_, trip, trip.next_stop), slot});
      return;
    }
    const Trip done = trip;
    free_slots_.push_back(slot);
    if (done.population == Population::kAgents) follow(next_leg(network_, done, settings_.seed));
  }

  Identity identity_of(const Trip& trip) const {
    if (trip.population == Population::kAgents)
      return identify_agent(static_cast<int>(trip.vehicle), settings_.seed);
    return identify(trip.population, trip.vehicle, settings_.seed);
  }

  Passage passage_of(const Trip& trip, double at_s) {
    const Identity identity = identity_of(trip);
    Passage passage;
    passage.number = ++passages_;
    passage.at = settings_.start + std::chrono::milliseconds(std::llround(at_s * 1000));
    passage.camera = route_of(trip).stops[trip.next_stop].camera;
    passage.true_plate = identity.plate.canonical;
    passage.shown_plate = identity.plate.shown;
    passage.country = identity.plate.country;
    passage.vehicle = identity.vehicle;
    passage.vehicle_id = identity.vehicle_id;
    passage.kind = trip.kind;
    const Reading reading = read_plate(passage.true_plate, settings_.misread_share, dice_);
    passage.read_plate = reading.plate;
    passage.confidence = reading.confidence;
    passage.glyph_confidences = reading.glyph_confidences;
    passage.misread = reading.misread;
    drive_by(passage, trip);
    return passage;
  }

  void drive_by(Passage& passage, const Trip& trip) {
    const PlannedCamera& camera = plan_.cameras[static_cast<std::size_t>(passage.camera)];
    double limit_kmh = plan_.sites[static_cast<std::size_t>(camera.site)].limit_kmh;
    if (is_lorry(trip)) limit_kmh = std::min(limit_kmh, kTruckLimitKmh);
    passage.speed_kmh = std::round(limit_kmh * trip.pace * (1 + 0.02 * dice_.bell()) * 10) / 10;
    const bool may_overtake = !is_lorry(trip) && camera.lanes > 1;
    passage.lane = may_overtake && dice_.chance(0.4) ? 2 : 1;
  }

  const ProvincePlan plan_;
  const TrafficSettings settings_;
  const RoadNetwork network_;
  Departures departures_;
  Dice dice_;
  std::vector<Trip> trips_;
  std::vector<std::uint32_t> free_slots_;
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting_;
  std::uint64_t passages_ = 0;
};

Traffic::Traffic(const ProvincePlan& plan, const TrafficSettings& settings)
    : roads_(std::make_unique<Roads>(plan, with_defaults(settings))) {}
Traffic::~Traffic() = default;
Traffic::Traffic(Traffic&&) noexcept = default;

Passage Traffic::next() { return roads_->next(); }

std::string_view name_of(PassageKind kind) {
  switch (kind) {
    case PassageKind::kResident: return "resident";
    case PassageKind::kCommuter: return "commuter";
    case PassageKind::kTruck: return "truck";
    case PassageKind::kTransit: return "transit";
    case PassageKind::kListed: return "listed";
    case PassageKind::kWanted: return "wanted";
    case PassageKind::kConvoy: return "convoy";
    case PassageKind::kClone: return "clone";
  }
  return {};
}

std::string_view name_of(Misread misread) {
  switch (misread) {
    case Misread::kNone: return "none";
    case Misread::kSubstitution: return "substitution";
    case Misread::kLostGlyph: return "lost_glyph";
    case Misread::kExtraGlyph: return "extra_glyph";
    case Misread::kTwoGlyphs: return "two_glyphs";
  }
  return {};
}

std::string_view name_of(VehicleClass vehicle_class) {
  switch (vehicle_class) {
    case VehicleClass::kCar: return "car";
    case VehicleClass::kSuv: return "suv";
    case VehicleClass::kVan: return "van";
    case VehicleClass::kTruck: return "truck";
  }
  return {};
}

}  // namespace bas::sim
