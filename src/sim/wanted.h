// What the simulated zones are looking for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/list.h"

namespace bas::sim {

struct Wanted {
  std::string plate;    // as a list writes it: "1-ABC-123"
  std::string country;  // ISO 3166-1 alpha-2
  std::string list;     // WantedList::name
  std::string category;
  Priority priority = 3;
  std::string reason;
  std::string home;  // of the holder: code of a municipality
};

struct WantedList {
  std::string name;
  std::string title;
  std::string category;
  Priority priority = 3;
  std::string owner_zone;  // code
};

struct WantedSettings {
  std::uint64_t seed = 1;
  int driving = 600;  // uninsured and uninspected vehicles that really drive; see listed_cars_for
  int resting = 400;  // entries of each list that never drive
};

// How many listed vehicles a traffic of that rate needs so that none is in two places at once.
int listed_cars_for(double rate_per_s);

// The lists the entries of wanted() stand on.
std::vector<WantedList> wanted_lists();

// Every listed plate of the run with that seed. Vehicles that Traffic drives with the same seed and
// the same number of listed cars are among them: stolen and wanted ones on circuits, uninsured and
// uninspected ones on ordinary trips.
std::vector<Wanted> wanted(const WantedSettings& settings);

// As CSV with a header: plate,country,category,priority,reason,source_id,valid_until,home.
std::string to_csv(const std::vector<Wanted>& entries, const std::string& list);

}  // namespace bas::sim
