// The facts the plan is made of. Centres, NIS codes and inhabitants (2020) from the registers of
// the federal government; road points are approximate (± 500 m): they place demo sites and trips
// and measure nothing.
#pragma once

#include <vector>

#include "sim/plan.h"

namespace bas::sim {

std::vector<PlannedZone> places_zones();
std::vector<Municipality> places_municipalities();
std::vector<Road> places_roads();

// Where roads leave the province. `weight` compares with inhabitants.
struct Gate {
  const char* name;
  Point place;
  double weight;
  bool is_motorway;
};
const std::vector<Gate>& places_gates();

}  // namespace bas::sim
