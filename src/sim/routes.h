// The ways people drive between the terminals, with the cameras they pass.
#pragma once

#include <vector>

#include "sim/road_graph.h"

namespace bas::sim {

// A camera on a route. Times at the limits, for cars and for lorries (at most 90 km/h).
struct Stop {
  int camera = 0;
  double car_s = 0;
  double truck_s = 0;
};

struct Route {
  int from = 0;  // index of terminals
  int to = 0;
  double km = 0;
  double car_s = 0;
  double truck_s = 0;
  std::vector<Stop> stops;  // in driving order
};

inline constexpr double kTruckLimitKmh = 90;

// Drivers differ in taste: the first way is the quickest, others avoid motorways or prefer some
// other road.
inline constexpr int kTastes = 6;

struct RoadNetwork {
  std::vector<Terminal> terminals;
  std::vector<Route> routes;

  int index_of(int from, int to, int taste) const {
    const int count = static_cast<int>(terminals.size());
    return (taste * count + from) * count + to;
  }
};

// About 100 ms.
RoadNetwork make_network(const ProvincePlan& plan);

}  // namespace bas::sim
