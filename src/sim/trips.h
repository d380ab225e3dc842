// Who sets out when, from where to where: the trips behind the traffic. Times are seconds from the
// start of the stream and may lie before it.
#pragma once

#include <deque>
#include <vector>

#include "sim/dice.h"
#include "sim/routes.h"
#include "sim/traffic.h"
#include "sim/vehicles.h"

namespace bas::sim {

struct Trip {
  double departs_s = 0;
  double pace = 1;  // of the limits
  int route = 0;    // index of RoadNetwork::routes
  std::uint32_t next_stop = 0;
  Population population = Population::kResidents;
  std::uint64_t vehicle = 0;  // number within its population
  PassageKind kind = PassageKind::kResident;
  int leg = 0;  // agents: how many trips came before
};

bool is_lorry(const Trip& trip);
// When the trip passes that stop of its route.
double passes_at(const RoadNetwork& network, const Trip& trip, std::uint32_t stop);
double arrives_at(const RoadNetwork& network, const Trip& trip);

// Everybody but the agents: an endless sequence of trips in the order of departure.
class Departures {
 public:
  // `rate_per_s`: camera passages a second that the trips must add up to.
  Departures(const RoadNetwork& network, const TrafficSettings& settings, double rate_per_s);

  double next_at() const { return next_s_; }
  Trip next();

 private:
  struct Return {
    double ready_s = 0;
    int pair = 0;
    std::uint64_t vehicle = 0;
  };

  Weighted pairs_between(double (*weight)(const Terminal&, const Terminal&)) const;
  double stops_per_trip(const Weighted& pairs) const;
  void schedule();
  Trip resident_trip();
  Trip commuter_trip();
  Trip trip_between(int pair, PassageKind kind);
  int reversed(int pair) const;
  bool touches_border(int pair) const;
  void follow_clock();

  const RoadNetwork& network_;
  TrafficSettings settings_;
  Dice dice_;
  int terminals_ = 0;
  Weighted local_;  // pairs of terminals, as from * terminals_ + to
  Weighted lorries_;
  Weighted transit_;
  Weighted sources_;  // of kinds, in trips a second
  double next_s_ = 0;
  double half_day_ends_s_ = -1e18;
  bool is_morning_ = true;
  std::uint64_t commuters_ = 0;  // that set out in this half of the day
  std::uint64_t residents_ = 0;
  std::uint64_t lorries_out_ = 0;
  std::uint64_t passing_ = 0;
  std::uint64_t listed_ = 0;
  std::deque<Return> returns_;
};

// The route index of a pair of terminals in a driver's taste.
int route_index(const RoadNetwork& network, int pair, int taste);

}  // namespace bas::sim
