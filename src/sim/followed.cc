#include "sim/followed.h"

#include <array>
#include <span>

#include "sim/agents.h"
#include "sim/dice.h"

namespace bas::sim {
namespace {

constexpr double kFirstHitS = 2;
constexpr double kHitEveryS = 4;
constexpr double kConvoyGapS = 2.5;
constexpr std::size_t kStopsMin = 4;  // of a leg worth driving
constexpr int kMunicipalities = 17;
constexpr int kLegsOfAverage = 40;

// Municipalities in the plan's order. The two clones keep to these, some 30 km apart.
constexpr std::array kEast{15, 14, 10, 11, 12};
constexpr std::array kWest{0, 3, 1, 4};

struct Haunts {
  std::span<const int> places;  // empty: all municipalities
  int draw(Dice& dice) const {
    if (places.empty()) return dice.below(kMunicipalities);
    return places[static_cast<std::size_t>(dice.below(static_cast<int>(places.size())))];
  }
};

Haunts haunts_of(int agent) {
  if (agent_kind(agent) != PassageKind::kClone) return {};
  return agent == kAgents - 1 ? Haunts{kWest} : Haunts{kEast};
}

double pause_s(PassageKind kind, Dice& dice) {
  return kind == PassageKind::kWanted ? dice.between(10, 40) : dice.between(30, 90);
}

// Of some places drawn the one with the most cameras on the way, or the first with enough.
int destination_from(const RoadNetwork& network, int from, const Haunts& haunts, Dice& dice) {
  int best = -1;
  std::size_t best_stops = 0;
  for (int i = 0; i < 12 && best_stops < kStopsMin; ++i) {
    const int to = haunts.draw(dice);
    const auto route = static_cast<std::size_t>(network.index_of(from, to, 0));
    const std::size_t stops = network.routes[route].stops.size();
    if (to == from || (best >= 0 && stops <= best_stops)) continue;
    best = to;
    best_stops = stops;
  }
  return best >= 0 ? best : (from == 0 ? 1 : 0);
}

// A leg by its place in an agent's day.
struct Leg {
  int agent = 0;
  int number = 0;
  int from = 0;
};

Trip leg_of(const RoadNetwork& network, const Leg& leg, std::uint64_t seed) {
  const int agent = leg.agent;
  const auto group = static_cast<std::uint64_t>(agent_group(agent));
  Dice dice(mix(mix(seed, group), static_cast<std::uint64_t>(leg.number)));
  Trip trip;
  trip.population = Population::kAgents;
  trip.vehicle = static_cast<std::uint64_t>(agent);
  trip.kind = agent_kind(agent);
  trip.leg = leg.number;
  trip.route =
      network.index_of(leg.from, destination_from(network, leg.from, haunts_of(agent), dice), 0);
  trip.pace = dice.between(0.95, 1.1);
  trip.departs_s = pause_s(trip.kind, dice);
  return trip;
}

}  // namespace

Trip first_leg(const RoadNetwork& network, int agent, std::uint64_t seed) {
  Dice dice(mix(seed, 7'000 + static_cast<std::uint64_t>(agent_group(agent))));
  Trip trip = leg_of(network, {agent, 0, haunts_of(agent).draw(dice)}, seed);
  const Route& route = network.routes[static_cast<std::size_t>(trip.route)];
  const double first_s = route.stops.empty() ? 0 : route.stops.front().car_s / trip.pace;
  trip.departs_s = kFirstHitS + kHitEveryS * agent_group(agent) - first_s;
  if (trip.kind == PassageKind::kConvoy) trip.departs_s += kConvoyGapS * (agent - kCircuitAgents);
  return trip;
}

Trip next_leg(const RoadNetwork& network, const Trip& done, std::uint64_t seed) {
  const int from = network.routes[static_cast<std::size_t>(done.route)].to;
  Trip trip = leg_of(network, {static_cast<int>(done.vehicle), done.leg + 1, from}, seed);
  trip.departs_s += arrives_at(network, done);
  return trip;
}

double agent_rate(const RoadNetwork& network, int agent, std::uint64_t seed) {
  Trip trip = first_leg(network, agent, seed);
  const double begins_s = trip.departs_s;
  double stops = 0;
  for (int leg = 0; leg < kLegsOfAverage; ++leg) {
    stops += static_cast<double>(network.routes[static_cast<std::size_t>(trip.route)].stops.size());
    trip = next_leg(network, trip, seed);
  }
  return stops / (trip.departs_s - begins_s);
}

}  // namespace bas::sim
