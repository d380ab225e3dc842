#include "sim/routes.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

#include "base/check.h"
#include "sim/dice.h"

namespace bas::sim {
namespace {

constexpr int kTasteNoMotorway = 1;

// How the last step to a node was made: from which node over which of its edges.
struct Step {
  int node = -1;
  std::size_t edge = 0;
};

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// How much longer than it is a piece seems to a driver of that taste: the same for the whole
// neighbourhood of about two kilometres, so that whole roads are liked or avoided.
double dislike(const RoadGraph& graph, int node, const Edge& edge, int taste) {
  if (taste == 0) return 1;
  if (taste == kTasteNoMotorway) return edge.is_motorway ? 4 : 1;
  const Point place = graph.nodes[at(node)];
  const auto row = static_cast<std::uint64_t>(place.latitude * 50);
  const auto column = static_cast<std::uint64_t>(place.longitude * 30);
  Dice dice(mix(row * 1000 + column, static_cast<std::uint64_t>(taste)));
  return (edge.is_motorway ? 1.6 : 0.6) + 1.8 * dice.share();
}

std::vector<Step> quickest_steps(const RoadGraph& graph, int source, int taste) {
  std::vector<double> seconds(graph.nodes.size(), std::numeric_limits<double>::infinity());
  std::vector<Step> steps(graph.nodes.size());
  using Item = std::pair<double, int>;
  std::priority_queue<Item, std::vector<Item>, std::greater<>> open;
  seconds[at(source)] = 0;
  open.emplace(0, source);
  while (!open.empty()) {
    const auto [reached, node] = open.top();
    open.pop();
    if (reached > seconds[at(node)]) continue;
    const std::vector<Edge>& edges = graph.edges[at(node)];
    for (std::size_t e = 0; e < edges.size(); ++e) {
      const double felt =
          edges[e].km / edges[e].limit_kmh * 3600 * dislike(graph, node, edges[e], taste);
      const auto to = at(edges[e].to);
      if (reached + felt >= seconds[to]) continue;
      seconds[to] = reached + felt;
      steps[to] = {node, e};
      open.emplace(seconds[to], edges[e].to);
    }
  }
  return steps;
}

void drive(Route& route, const Edge& edge) {
  const double truck_kmh = std::min(edge.limit_kmh, kTruckLimitKmh);
  std::vector<std::size_t> order(edge.cameras.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::size_t i) { return edge.camera_km[i]; });
  for (const std::size_t i : order)
    route.stops.push_back({edge.cameras[i], route.car_s + edge.camera_km[i] / edge.limit_kmh * 3600,
                           route.truck_s + edge.camera_km[i] / truck_kmh * 3600});
  route.km += edge.km;
  route.car_s += edge.km / edge.limit_kmh * 3600;
  route.truck_s += edge.km / truck_kmh * 3600;
}

Route route_along(const RoadGraph& graph, const std::vector<Step>& steps, Route route) {
  if (route.from == route.to) return route;
  std::vector<const Edge*> path;
  int node = graph.terminal_nodes[at(route.to)];
  while (steps[at(node)].node >= 0) {
    const Step& step = steps[at(node)];
    path.push_back(&graph.edges[at(step.node)][step.edge]);
    node = step.node;
  }
  check(node == graph.terminal_nodes[at(route.from)]);  // all terminals are connected
  std::ranges::reverse(path);
  for (const Edge* edge : path) drive(route, *edge);
  return route;
}

}  // namespace

RoadNetwork make_network(const ProvincePlan& plan) {
  const RoadGraph graph = make_road_graph(plan);
  RoadNetwork network{graph.terminals, {}};
  const int count = static_cast<int>(graph.terminals.size());
  for (int taste = 0; taste < kTastes; ++taste)
    for (int from = 0; from < count; ++from) {
      const std::vector<Step> steps = quickest_steps(graph, graph.terminal_nodes[at(from)], taste);
      for (int to = 0; to < count; ++to) {
        Route route;
        route.from = from;
        route.to = to;
        network.routes.push_back(route_along(graph, steps, std::move(route)));
      }
    }
  return network;
}

}  // namespace bas::sim
