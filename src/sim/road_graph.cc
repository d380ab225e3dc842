#include "sim/road_graph.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/places.h"

namespace bas::sim {
namespace {

constexpr double kPieceKm = 0.4;   // roads are cut at least this often
constexpr double kMergeKm = 0.15;  // points of two roads nearer than this are one junction
constexpr double kLinkKm = 4.5;    // a loose end is linked to another road within this reach
constexpr double kTownKm = 1.3;
constexpr double kDetour = 1.25;  // a local link is this much longer than the straight line
constexpr double kLocalKmh = 50;

// A point of a road at which it may be cut.
struct Cut {
  double position_km = 0;
  Point place;
};

class GraphBuilder {
 public:
  explicit GraphBuilder(const ProvincePlan& plan) : plan_(plan) {}

  RoadGraph build() {
    for (std::size_t road = 0; road < plan_.roads.size(); ++road) cut_road(road);
    add_crossings();
    for (std::size_t road = 0; road < plan_.roads.size(); ++road) lay_road(road);
    link_loose_ends();
    add_terminals();
    connect_terminals();
    return std::move(graph_);
  }

 private:
  std::vector<Edge>& edges(int node) { return graph_.edges[static_cast<std::size_t>(node)]; }
  Point place(int node) const { return graph_.nodes[static_cast<std::size_t>(node)]; }

  void cut_road(std::size_t index) {
    const Road& road = plan_.roads[index];
    std::vector<Cut> cuts{{0, road.points.front()}};
    for (std::size_t i = 1; i < road.points.size(); ++i) {
      const Point a = road.points[i - 1];
      const Point b = road.points[i];
      const double km = distance_km(a, b);
      const int pieces = std::max(1, static_cast<int>(std::ceil(km / kPieceKm)));
      const double begin_km = cuts.back().position_km;
      for (int k = 1; k <= pieces; ++k) {
        const double share = static_cast<double>(k) / pieces;
        cuts.push_back({begin_km + km * share,
                        {std::lerp(a.latitude, b.latitude, share),
                         std::lerp(a.longitude, b.longitude, share)}});
      }
    }
    cuts_.push_back(std::move(cuts));
  }

  // Where pieces of two roads cross both get a cut at the same place.
  void add_crossings() {
    for (std::size_t a = 0; a < cuts_.size(); ++a)
      for (std::size_t b = a + 1; b < cuts_.size(); ++b) cross(cuts_[a], cuts_[b]);
  }

  static void cross(std::vector<Cut>& a, std::vector<Cut>& b) {
    for (std::size_t i = 1; i < a.size(); ++i)
      for (std::size_t k = 1; k < b.size(); ++k) cross_pieces(a, i, b, k);
    std::ranges::sort(a, {}, &Cut::position_km);
    std::ranges::sort(b, {}, &Cut::position_km);
  }

  static void cross_pieces(std::vector<Cut>& a, std::size_t i, std::vector<Cut>& b, std::size_t k) {
    const Point p = a[i - 1].place;
    const Point q = b[k - 1].place;
    const double rx = a[i].place.longitude - p.longitude;
    const double ry = a[i].place.latitude - p.latitude;
    const double sx = b[k].place.longitude - q.longitude;
    const double sy = b[k].place.latitude - q.latitude;
    const double cross_product = rx * sy - ry * sx;
    if (std::abs(cross_product) < 1e-15) return;
    const double dx = q.longitude - p.longitude;
    const double dy = q.latitude - p.latitude;
    const double t = (dx * sy - dy * sx) / cross_product;
    const double u = (dx * ry - dy * rx) / cross_product;
    if (t <= 0.001 || t >= 0.999 || u <= 0.001 || u >= 0.999) return;
    const Point place{p.latitude + t * ry, p.longitude + t * rx};
    a.push_back({std::lerp(a[i - 1].position_km, a[i].position_km, t), place});
    b.push_back({std::lerp(b[k - 1].position_km, b[k].position_km, u), place});
  }

  int node_at(Point wanted, double reach_km) {
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i)
      if (distance_km(graph_.nodes[i], wanted) < reach_km) return static_cast<int>(i);
    graph_.nodes.push_back(wanted);
    graph_.edges.emplace_back();
    return static_cast<int>(graph_.nodes.size()) - 1;
  }

  void lay_road(std::size_t index) {
    const std::vector<Cut>& cuts = cuts_[index];
    const Road& road = plan_.roads[index];
    const std::size_t begin = graph_.nodes.size();
    int last = -1;
    double last_km = 0;
    for (const Cut& cut : cuts) {
      int node = node_of_other_road(cut.place, begin);
      if (node < 0) {
        graph_.nodes.push_back(cut.place);
        graph_.edges.emplace_back();
        node = static_cast<int>(graph_.nodes.size()) - 1;
      }
      if (last >= 0 && node != last)
        add_piece(index, {last, last_km}, {node, cut.position_km}, road);
      if (node == last) continue;
      last = node;
      last_km = cut.position_km;
    }
    road_ends_.push_back({node_of(cuts.front().place), begin, graph_.nodes.size()});
    road_ends_.push_back({last, begin, graph_.nodes.size()});
  }

  int node_of(Point wanted) { return node_at(wanted, kMergeKm); }

  int node_of_other_road(Point wanted, std::size_t end) const {
    int best = -1;
    double best_km = kMergeKm;
    for (std::size_t i = 0; i < end; ++i) {
      const double km = distance_km(graph_.nodes[i], wanted);
      if (km >= best_km) continue;
      best = static_cast<int>(i);
      best_km = km;
    }
    return best;
  }

  struct Place {
    int node = 0;
    double km = 0;
  };

  void add_piece(std::size_t index, Place a, Place b, const Road& road) {
    double limit = road.limit_kmh;
    if (road.kind != RoadKind::kMotorway && is_in_town(place(a.node))) limit = kLocalKmh;
    Edge forward{b.node, b.km - a.km, limit, road.kind == RoadKind::kMotorway, {}, {}};
    Edge backward{a.node, b.km - a.km, limit, road.kind == RoadKind::kMotorway, {}, {}};
    for (std::size_t c = 0; c < plan_.cameras.size(); ++c) {
      const PlannedCamera& camera = plan_.cameras[c];
      const PlannedSite& site = plan_.sites[static_cast<std::size_t>(camera.site)];
      if (site.road != static_cast<int>(index) || site.position_km < a.km ||
          site.position_km >= b.km)
        continue;
      const bool is_forward = camera.along == Along::kForward;
      Edge& edge = is_forward ? forward : backward;
      edge.cameras.push_back(static_cast<int>(c));
      edge.camera_km.push_back(is_forward ? site.position_km - a.km : b.km - site.position_km);
    }
    edges(a.node).push_back(std::move(forward));
    edges(b.node).push_back(std::move(backward));
  }

  bool is_in_town(Point where) const {
    return std::ranges::any_of(plan_.municipalities, [&](const Municipality& municipality) {
      return distance_km(municipality.centre, where) < kTownKm;
    });
  }

  void link(int a, int b) {
    const double km = std::max(0.05, distance_km(place(a), place(b)) * kDetour);
    edges(a).push_back({b, km, kLocalKmh, false, {}, {}});
    edges(b).push_back({a, km, kLocalKmh, false, {}, {}});
  }

  // The nearest node that is not in [begin, end), or -1.
  int nearest_outside(int node, std::size_t begin, std::size_t end) const {
    int best = -1;
    double best_km = kLinkKm;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      if ((i >= begin && i < end) || static_cast<int>(i) == node) continue;
      const double km = distance_km(graph_.nodes[i], place(node));
      if (km >= best_km) continue;
      best = static_cast<int>(i);
      best_km = km;
    }
    return best;
  }

  void link_loose_ends() {
    for (const RoadEnd& end : road_ends_) {
      if (edges(end.node).size() > 1) continue;
      const int other = nearest_outside(end.node, end.begin, end.end);
      if (other >= 0) link(end.node, other);
    }
  }

  void add_terminals() {
    for (const Municipality& place : plan_.municipalities)
      graph_.terminals.push_back(
          {place.centre, static_cast<double>(place.inhabitants), false, false});
    for (const Gate& gate : places_gates())
      graph_.terminals.push_back({gate.place, gate.weight, true, gate.is_motorway});
  }

  // A municipality's centre reaches the nearest roads; a gate is the end of its road.
  void connect_terminals() {
    const std::size_t road_nodes = graph_.nodes.size();
    for (const Terminal& terminal : graph_.terminals) {
      if (terminal.is_gate) {
        graph_.terminal_nodes.push_back(node_of(terminal.place));
        continue;
      }
      graph_.nodes.push_back(terminal.place);
      graph_.edges.emplace_back();
      const int node = static_cast<int>(graph_.nodes.size()) - 1;
      graph_.terminal_nodes.push_back(node);
      std::vector<std::pair<double, int>> near;
      for (std::size_t i = 0; i < road_nodes; ++i)
        near.emplace_back(distance_km(graph_.nodes[i], terminal.place), static_cast<int>(i));
      std::ranges::sort(near);
      for (std::size_t i = 0; i < 3; ++i) link(node, near[i].second);
    }
  }

  struct RoadEnd {
    int node = 0;
    std::size_t begin = 0;  // the nodes its own road added
    std::size_t end = 0;
  };

  const ProvincePlan& plan_;
  std::vector<std::vector<Cut>> cuts_;  // by road
  std::vector<RoadEnd> road_ends_;
  RoadGraph graph_;
};

}  // namespace

RoadGraph make_road_graph(const ProvincePlan& plan) { return GraphBuilder(plan).build(); }

}  // namespace bas::sim
