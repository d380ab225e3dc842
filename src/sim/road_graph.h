// The roads as a graph: junctions, pieces of road between them with their cameras, and the places
// where trips begin and end.
#pragma once

#include <vector>

#include "sim/plan.h"

namespace bas::sim {

// Where trips begin and end: the municipalities in the plan's order, then the gates.
struct Terminal {
  Point place;
  double weight = 0;  // inhabitants, or what compares with them
  bool is_gate = false;
  bool is_motorway = false;
};

// A piece of road in one direction.
struct Edge {
  int to = 0;  // index of nodes
  double km = 0;
  double limit_kmh = 50;
  bool is_motorway = false;
  std::vector<int> cameras;       // that watch this direction
  std::vector<double> camera_km;  // of each, from the edge's start
};

struct RoadGraph {
  std::vector<Point> nodes;
  std::vector<std::vector<Edge>> edges;  // by node
  std::vector<Terminal> terminals;
  std::vector<int> terminal_nodes;  // of each terminal
};

// About 50 ms.
RoadGraph make_road_graph(const ProvincePlan& plan);

}  // namespace bas::sim
