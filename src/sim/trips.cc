#include "sim/trips.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace bas::sim {
namespace {

// Passages by kind; what is left of 1 after listed vehicles is divided in these proportions.
constexpr std::array kShares{
    std::pair{PassageKind::kResident, 0.38}, std::pair{PassageKind::kCommuter, 0.36},
    std::pair{PassageKind::kTransit, 0.14}, std::pair{PassageKind::kTruck, 0.12}};
constexpr double kQuickestShare = 0.4;  // of drivers; the other tastes share the rest
constexpr double kLocalReachKm = 14;    // how trips get rarer with distance
constexpr int kBaarle = 10;             // its place among the terminals
constexpr int kTilburg = 29;            // the gate behind it
constexpr std::size_t kReturnsMax = 200'000;
constexpr double kHalfDay = 43'200;

double local_weight(const Terminal& from, const Terminal& to) {
  if (from.is_gate && to.is_gate) return 0;
  const double km = distance_km(from.place, to.place);
  return from.weight * to.weight * std::exp(-km / kLocalReachKm) * 1e-8;
}

double lorry_weight(const Terminal& from, const Terminal& to) {
  const double pull = (from.is_motorway ? 1.0 : 0.12) * (to.is_motorway ? 1.0 : 0.12);
  return pull * from.weight * to.weight * 1e-8;
}

double transit_weight(const Terminal& from, const Terminal& to) {
  if (!from.is_gate || !to.is_gate || distance_km(from.place, to.place) < 8) return 0;
  return from.weight * to.weight * 1e-8;
}

int draw_taste(Dice& dice) { return dice.chance(kQuickestShare) ? 0 : 1 + dice.below(kTastes - 1); }

double taste_share(int taste) {
  return taste == 0 ? kQuickestShare : (1 - kQuickestShare) / (kTastes - 1);
}

}  // namespace

bool is_lorry(const Trip& trip) { return trip.population == Population::kTrucks; }

double passes_at(const RoadNetwork& network, const Trip& trip, std::uint32_t stop) {
  const Stop& passed = network.routes[static_cast<std::size_t>(trip.route)].stops[stop];
  return trip.departs_s + (is_lorry(trip) ? passed.truck_s : passed.car_s) / trip.pace;
}

double arrives_at(const RoadNetwork& network, const Trip& trip) {
  const Route& route = network.routes[static_cast<std::size_t>(trip.route)];
  return trip.departs_s + (is_lorry(trip) ? route.truck_s : route.car_s) / trip.pace;
}

int route_index(const RoadNetwork& network, int pair, int taste) {
  const int count = static_cast<int>(network.terminals.size());
  return network.index_of(pair / count, pair % count, taste);
}

Departures::Departures(const RoadNetwork& network, const TrafficSettings& settings,
                       double rate_per_s)
    : network_(network),
      settings_(settings),
      dice_(mix(settings.seed, 0xDE)),
      terminals_(static_cast<int>(network.terminals.size())),
      local_(pairs_between(local_weight)),
      lorries_(pairs_between(lorry_weight)),
      transit_(pairs_between(transit_weight)) {
  const double listed = settings.listed_share;
  std::vector<double> trips_per_s;
  for (const auto& [kind, share] : kShares) {
    const Weighted& pairs = kind == PassageKind::kTruck     ? lorries_
                            : kind == PassageKind::kTransit ? transit_
                                                            : local_;
    trips_per_s.push_back(rate_per_s * (1 - listed) * share / stops_per_trip(pairs));
  }
  trips_per_s.push_back(rate_per_s * listed / stops_per_trip(local_));
  sources_ = Weighted(trips_per_s);

  double longest_s = 0;
  for (const Route& route : network.routes) longest_s = std::max(longest_s, route.truck_s);
  next_s_ = -longest_s / 0.75;
  schedule();
}

Trip Departures::next() {
  follow_clock();
  const int drawn = sources_.draw(dice_);
  Trip trip;
  if (drawn == std::ssize(kShares)) {
    trip = trip_between(local_.draw(dice_), PassageKind::kListed);
    trip.population = Population::kListed;
    trip.vehicle = listed_++ % static_cast<std::uint64_t>(settings_.listed_cars);
  } else {
    switch (kShares[static_cast<std::size_t>(drawn)].first) {
      case PassageKind::kCommuter: trip = commuter_trip(); break;
      case PassageKind::kTruck:
        trip = trip_between(lorries_.draw(dice_), PassageKind::kTruck);
        trip.population = Population::kTrucks;
        trip.pace = std::clamp(0.95 + 0.03 * dice_.bell(), 0.85, 1.03);
        trip.vehicle = lorries_out_++;
        break;
      case PassageKind::kTransit:
        trip = trip_between(transit_.draw(dice_), PassageKind::kTransit);
        trip.population = Population::kTransit;
        trip.vehicle = passing_++;
        break;
      default: trip = resident_trip();
    }
  }
  schedule();
  return trip;
}

void Departures::schedule() { next_s_ += dice_.wait(sources_.total()); }

// Out to somewhere, or back from there after a while.
Trip Departures::resident_trip() {
  if (!returns_.empty() && returns_.front().ready_s <= next_s_ && dice_.chance(0.5)) {
    const Return back = returns_.front();
    returns_.pop_front();
    Trip trip = trip_between(reversed(back.pair), PassageKind::kResident);
    trip.vehicle = back.vehicle;
    return trip;
  }
  const int pair = local_.draw(dice_);
  Trip trip = trip_between(pair, PassageKind::kResident);
  trip.vehicle = 2 * residents_++;
  const double stay_s = dice_.between(1'200, 5'400);
  if (returns_.size() < kReturnsMax)
    returns_.push_back({arrives_at(network_, trip) + stay_s, pair, trip.vehicle});
  return trip;
}

// The commuter of a number always has the same home and work, and they set out in the same order
// in the evening as in the morning.
Trip Departures::commuter_trip() {
  const std::uint64_t vehicle = 2 * commuters_++ + 1;
  Dice own(mix(settings_.seed, vehicle));
  const int pair = local_.draw(own);
  Trip trip = trip_between(is_morning_ ? pair : reversed(pair), PassageKind::kCommuter);
  trip.vehicle = vehicle;
  return trip;
}

Trip Departures::trip_between(int pair, PassageKind kind) {
  Trip trip;
  trip.departs_s = next_s_;
  trip.kind = kind;
  trip.route = route_index(network_, pair, draw_taste(dice_));
  trip.pace = std::clamp(0.97 + 0.07 * dice_.bell(), 0.75, 1.2);
  trip.population = touches_border(pair) ? Population::kBorderResidents : Population::kResidents;
  return trip;
}

int Departures::reversed(int pair) const {
  return pair % terminals_ * terminals_ + pair / terminals_;
}

bool Departures::touches_border(int pair) const {
  const auto is_at_border = [](int terminal) {
    return terminal == kBaarle || terminal == kTilburg;
  };
  return is_at_border(pair / terminals_) || is_at_border(pair % terminals_);
}

void Departures::follow_clock() {
  if (next_s_ < half_day_ends_s_) return;
  const UtcTime now =
      settings_.start + std::chrono::milliseconds(static_cast<std::int64_t>(next_s_ * 1000));
  const double of_day = std::chrono::duration<double>(now - start_of(brussels_day(now))).count();
  is_morning_ = of_day < kHalfDay;
  half_day_ends_s_ = next_s_ + (is_morning_ ? kHalfDay : 2 * kHalfDay) - of_day;
  commuters_ = 0;
}

Weighted Departures::pairs_between(double (*weight)(const Terminal&, const Terminal&)) const {
  std::vector<double> weights;
  for (int from = 0; from < terminals_; ++from)
    for (int to = 0; to < terminals_; ++to)
      weights.push_back(from == to ? 0
                                   : weight(network_.terminals[static_cast<std::size_t>(from)],
                                            network_.terminals[static_cast<std::size_t>(to)]));
  return Weighted(weights);
}

double Departures::stops_per_trip(const Weighted& pairs) const {
  double stops = 0;
  for (int pair = 0; pair < terminals_ * terminals_; ++pair)
    for (int taste = 0; taste < kTastes; ++taste) {
      const auto route = static_cast<std::size_t>(route_index(network_, pair, taste));
      stops += pairs.share_of(pair) * taste_share(taste) *
               static_cast<double>(network_.routes[route].stops.size());
    }
  return std::max(stops, 1e-6);
}

}  // namespace bas::sim
