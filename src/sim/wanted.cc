#include "sim/wanted.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/agents.h"
#include "sim/dice.h"
#include "sim/places.h"

namespace bas::sim {
namespace {

constexpr int kListedCarsMin = 300;
constexpr double kListedCarsPerRate = 14;  // about an hour of trips at the default share

struct SimList {
  std::string_view name;
  std::string_view title;
  std::string_view category;
  Priority priority;
  std::string_view owner_zone;
  std::array<std::string_view, 3> reasons;
};

constexpr std::array kLists = std::to_array<SimList>({
    {"stolen-vehicles",
     "Stolen vehicles",
     "stolen",
     2,
     "5364",
     {"Reported stolen from a driveway", "Taken with its keys after a burglary",
      "Not returned by the person who hired it"}},
    {"wanted-persons",
     "Vehicles of wanted persons",
     "wanted",
     1,
     "5352",
     {"Driver wanted for armed robbery", "Driver wanted for a series of burglaries",
      "Vehicle seen at a hit-and-run"}},
    {"missing-persons",
     "Missing persons",
     "missing",
     1,
     "5355",
     {"Elderly person, may be confused", "Minor, left home in the night",
      "Adult, family fears for their life"}},
    {"uninsured",
     "Uninsured vehicles",
     "uninsured",
     3,
     "5369",
     {"No valid insurance in the register", "Insurance ended, plate not returned",
      "Insurer cancelled the contract"}},
    {"uninspected",
     "Vehicles without inspection",
     "uninspected",
     4,
     "5364",
     {"Inspection overdue", "Rejected and not presented again",
      "Registered without a first inspection"}},
});

Wanted entry_of(const Identity& identity, const SimList& list, std::uint64_t seed) {
  static const std::vector<Municipality> kHomes = places_municipalities();
  const std::uint64_t dice = mix(seed, identity.vehicle_id);
  return {identity.plate.shown,
          std::string(identity.plate.country),
          std::string(list.name),
          std::string(list.category),
          list.priority,
          std::string(list.reasons[dice % list.reasons.size()]),
          kHomes[dice / list.reasons.size() % kHomes.size()].nis};
}

void append_quoted(std::string& csv, std::string_view text) {
  csv += '"';
  for (const char sign : text) {
    if (sign == '"') csv += '"';
    csv += sign;
  }
  csv += '"';
}

}  // namespace

int listed_cars_for(double rate_per_s) {
  return std::max(kListedCarsMin, static_cast<int>(rate_per_s * kListedCarsPerRate));
}

std::vector<WantedList> wanted_lists() {
  std::vector<WantedList> lists;
  for (const SimList& list : kLists)
    lists.push_back({std::string(list.name), std::string(list.title), std::string(list.category),
                     list.priority, std::string(list.owner_zone)});
  return lists;
}

std::vector<Wanted> wanted(const WantedSettings& settings) {
  const std::uint64_t seed = settings.seed;
  std::vector<Wanted> entries;
  for (int agent = 0; agent < kCircuitAgents; ++agent)
    entries.push_back(
        entry_of(identify_agent(agent, seed), kLists[static_cast<std::size_t>(agent) % 3], seed));
  for (int i = 0; i < settings.driving; ++i)
    entries.push_back(entry_of(identify(Population::kListed, static_cast<std::uint64_t>(i), seed),
                               kLists[3 + static_cast<std::size_t>(i) % 2], seed));
  std::uint64_t resting = 0;
  for (const SimList& list : kLists)
    for (int i = 0; i < settings.resting; ++i)
      entries.push_back(entry_of(identify(Population::kResting, resting++, seed), list, seed));
  return entries;
}

std::string to_csv(const std::vector<Wanted>& entries, const std::string& list) {
  std::string csv = "plate,country,category,priority,reason,source_id,valid_until,home\n";
  int number = 0;
  for (const Wanted& entry : entries) {
    if (entry.list != list) continue;
    csv += fmt::format("{},{},{},{},", entry.plate, entry.country, entry.category, entry.priority);
    append_quoted(csv, entry.reason);
    csv += fmt::format(",SIM-{}-{:06},,{}\n", list, ++number, entry.home);
  }
  return csv;
}

}  // namespace bas::sim
