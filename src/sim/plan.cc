#include "sim/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "base/check.h"
#include "sim/places.h"

namespace bas::sim {
namespace {

constexpr double kEarthRadiusKm = 6371.0088;
constexpr double kTownRadiusKm = 1.3;
constexpr int kTownLimitKmh = 50;
constexpr double kSitesPerCamera = 0.6;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// A place along a road where a site could stand.
struct Spot {
  int road = 0;
  double position_km = 0;
  Point place;
  int municipality = 0;
  double centre_km = 0;
  double weight = 0;
};

Point between(Point a, Point b, double share) {
  return {std::lerp(a.latitude, b.latitude, share), std::lerp(a.longitude, b.longitude, share)};
}

double importance_of(const Road& road) { return road.kind == RoadKind::kMotorway ? 1.5 : 1.0; }

Spot spot_at(const ProvincePlan& plan, int road, double position_km, Point place) {
  Spot spot{road, position_km, place, 0, 1e9, 0};
  for (std::size_t i = 0; i < plan.municipalities.size(); ++i) {
    const double km = distance_km(place, plan.municipalities[i].centre);
    if (km >= spot.centre_km) continue;
    spot.centre_km = km;
    spot.municipality = static_cast<int>(i);
  }
  const double nearness = 0.4 + std::exp(-spot.centre_km / 2);
  spot.weight = nearness * importance_of(plan.roads[static_cast<std::size_t>(road)]);
  return spot;
}

std::vector<Spot> spots_along(const ProvincePlan& plan, int road_index, double step_km) {
  const Road& road = plan.roads[static_cast<std::size_t>(road_index)];
  std::vector<Spot> spots;
  double begin_km = 0;
  double next_km = step_km / 2;
  for (std::size_t i = 1; i < road.points.size(); ++i) {
    const double length_km = distance_km(road.points[i - 1], road.points[i]);
    for (; next_km < begin_km + length_km; next_km += step_km) {
      const double share = (next_km - begin_km) / length_km;
      const Point place = between(road.points[i - 1], road.points[i], share);
      spots.push_back(spot_at(plan, road_index, next_km, place));
    }
    begin_km += length_km;
  }
  return spots;
}

// How many sites each municipality gets: one where possible, the rest by `demand`, by the method of
// the largest quotient (D'Hondt).
std::vector<int> share_out(int sites, const std::vector<double>& demand) {
  std::vector<int> given(demand.size(), 0);
  for (int i = 0; i < sites; ++i) {
    std::size_t best = 0;
    double best_quotient = -1;
    for (std::size_t m = 0; m < demand.size(); ++m) {
      const double quotient = given[m] == 0 ? demand[m] * 100 : demand[m] / (given[m] + 1);
      if (quotient <= best_quotient) continue;
      best = m;
      best_quotient = quotient;
    }
    ++given[best];
  }
  return given;
}

// `count` of the spots at equal distances of cumulated weight.
std::vector<Spot> pick_evenly(const std::vector<Spot>& spots, int count) {
  std::vector<Spot> picked;
  double total = 0;
  for (const Spot& spot : spots) total += spot.weight;
  double cumulated = 0;
  for (const Spot& spot : spots) {
    cumulated += spot.weight;
    const auto taken = static_cast<double>(picked.size());
    if (cumulated >= (taken + 0.5) * total / count && std::ssize(picked) < count)
      picked.push_back(spot);
  }
  return picked;
}

PlannedSite site_at(const ProvincePlan& plan, const Spot& spot) {
  const Road& road = plan.roads[static_cast<std::size_t>(spot.road)];
  const Municipality& municipality =
      plan.municipalities[static_cast<std::size_t>(spot.municipality)];
  PlannedSite site;
  site.name = fmt::format("{} {} km {:.2f}", municipality.name, road.name, spot.position_km);
  site.place = {std::round(spot.place.latitude * 1e5) / 1e5,
                std::round(spot.place.longitude * 1e5) / 1e5};
  site.zone = municipality.zone;
  site.municipality = spot.municipality;
  site.road = spot.road;
  site.position_km = spot.position_km;
  const bool is_town = road.kind != RoadKind::kMotorway && spot.centre_km < kTownRadiusKm;
  site.surroundings = is_town ? RoadKind::kTown : road.kind;
  site.limit_kmh = is_town ? std::min(road.limit_kmh, kTownLimitKmh) : road.limit_kmh;
  return site;
}

void add_sites(ProvincePlan& plan, int sites) {
  double length_km = 0;
  for (const Road& road : plan.roads)
    for (std::size_t i = 1; i < road.points.size(); ++i)
      length_km += distance_km(road.points[i - 1], road.points[i]);
  const double step_km = std::min(0.2, length_km / sites / 8);

  std::vector<std::vector<Spot>> by_municipality(plan.municipalities.size());
  for (std::size_t road = 0; road < plan.roads.size(); ++road)
    for (const Spot& spot : spots_along(plan, static_cast<int>(road), step_km))
      by_municipality[static_cast<std::size_t>(spot.municipality)].push_back(spot);

  std::vector<double> demand;
  for (std::size_t m = 0; m < by_municipality.size(); ++m) {
    double roads = 0;
    for (const Spot& spot : by_municipality[m]) roads += spot.weight * step_km;
    const double people = std::pow(plan.municipalities[m].inhabitants, 0.6);
    demand.push_back(people * std::pow(roads, 0.3));
  }
  const std::vector<int> quota = share_out(sites, demand);
  for (std::size_t m = 0; m < quota.size(); ++m)
    for (const Spot& spot : pick_evenly(by_municipality[m], quota[m]))
      plan.sites.push_back(site_at(plan, spot));
}

double heading_at(const ProvincePlan& plan, const PlannedSite& site, Along along) {
  const Road& road = plan.roads[static_cast<std::size_t>(site.road)];
  double begin_km = 0;
  std::size_t i = 1;
  for (; i + 1 < road.points.size(); ++i) {
    const double length_km = distance_km(road.points[i - 1], road.points[i]);
    if (site.position_km < begin_km + length_km) break;
    begin_km += length_km;
  }
  const double forward = bearing_deg(road.points[i - 1], road.points[i]);
  const double heading = along == Along::kForward ? forward : std::fmod(forward + 180, 360);
  return std::fmod(std::round(heading), 360);
}

std::string_view compass(double heading_deg) {
  static constexpr std::string_view kNames[] = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"};
  return kNames[static_cast<std::size_t>(std::lround(heading_deg / 45)) % 8];
}

std::string device_id_of(Protocol protocol, std::size_t number) {
  switch (protocol) {
    case Protocol::kHikvision: return fmt::format("SIM7A26{:07}", number);
    case Protocol::kAxis: return fmt::format("B8A44F{:06X}", 0x1000 + number);
    case Protocol::kOpenalpr: return fmt::format("SIMAGENT{:04}", number);
    case Protocol::kBas: return fmt::format("sim-{:04}", number);
  }
  return {};
}

void add_camera(ProvincePlan& plan, std::size_t site_index, Along along, Protocol protocol) {
  const PlannedSite& site = plan.sites[site_index];
  const std::size_t number = plan.cameras.size() + 1;
  PlannedCamera camera;
  camera.site = static_cast<int>(site_index);
  camera.zone = site.zone;
  camera.along = along;
  camera.heading_deg = heading_at(plan, site, along);
  camera.name = fmt::format("{} {}", site.name, compass(camera.heading_deg));
  camera.device_id = device_id_of(protocol, number);
  camera.lanes = site.surroundings == RoadKind::kMotorway ? 2 : 1;
  camera.sees_front = number % 3 != 0;
  camera.protocol = protocol;
  plan.cameras.push_back(std::move(camera));
}

}  // namespace

double distance_km(Point a, Point b) {
  const double half_latitude = std::sin(radians(b.latitude - a.latitude) / 2);
  const double half_longitude = std::sin(radians(b.longitude - a.longitude) / 2);
  const double chord = half_latitude * half_latitude + std::cos(radians(a.latitude)) *
                                                           std::cos(radians(b.latitude)) *
                                                           half_longitude * half_longitude;
  return 2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(chord)));
}

double bearing_deg(Point from, Point to) {
  const double east = radians(to.longitude - from.longitude);
  const double y = std::sin(east) * std::cos(radians(to.latitude));
  const double x =
      std::cos(radians(from.latitude)) * std::sin(radians(to.latitude)) -
      std::sin(radians(from.latitude)) * std::cos(radians(to.latitude)) * std::cos(east);
  return std::fmod(std::atan2(y, x) * 180 / std::numbers::pi + 360, 360);
}

std::string_view name_of(Protocol protocol) {
  switch (protocol) {
    case Protocol::kHikvision: return "hikvision";
    case Protocol::kAxis: return "axis";
    case Protocol::kOpenalpr: return "openalpr";
    case Protocol::kBas: return "bas";
  }
  return {};
}

ProvincePlan make_province(int cameras, const std::vector<Protocol>& protocols) {
  check(cameras >= 1 && cameras <= 5000);
  using enum Protocol;
  const std::vector<Protocol> spoken =
      protocols.empty() ? std::vector{kHikvision, kAxis, kOpenalpr, kBas} : protocols;
  ProvincePlan plan;
  plan.zones = places_zones();
  plan.municipalities = places_municipalities();
  plan.roads = places_roads();
  add_sites(plan, static_cast<int>(std::ceil(cameras * kSitesPerCamera)));

  // Every site one camera, the ways in turn; then the other way, motorways first.
  const auto protocol_of_next = [&] { return spoken[plan.cameras.size() % spoken.size()]; };
  const auto first_along = [](std::size_t site) {
    return site % 2 == 0 ? Along::kForward : Along::kBackward;
  };
  for (std::size_t site = 0; site < plan.sites.size(); ++site)
    add_camera(plan, site, first_along(site), protocol_of_next());
  std::vector<std::size_t> order(plan.sites.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t site) {
    return plan.sites[site].surroundings == RoadKind::kMotorway ? 0 : 1;
  });
  for (std::size_t i = 0; std::ssize(plan.cameras) < cameras && i < order.size(); ++i) {
    const Along other =
        first_along(order[i]) == Along::kForward ? Along::kBackward : Along::kForward;
    add_camera(plan, order[i], other, protocol_of_next());
  }
  return plan;
}

}  // namespace bas::sim
