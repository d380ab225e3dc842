// Entries and sightings for the tests of this folder.
#pragma once

#include <string>
#include <utility>

#include "match/entry_index.h"

namespace bas::match {

// The same id for the same number, in their order.
inline Id id_of(int number) {
  Id id;
  id.bytes[0] = 1;
  id.bytes[14] = static_cast<char>(number >> 8);
  id.bytes[15] = static_cast<char>(number);
  return id;
}

inline const Id kList = id_of(1000);

inline IndexedEntry entry_of(int number, std::string country = "BE") {
  IndexedEntry entry;
  entry.entry = id_of(number);
  entry.list = kList;
  entry.country = std::move(country);
  return entry;
}

inline Sighting seen(std::string plate, std::string country = "BE") {
  Sighting sighting;
  sighting.plate = {std::move(plate), std::move(country)};
  return sighting;
}

inline MatchRule review_above(double threshold, bool uses_veto = true) {
  return {InexactUse::kReview, threshold, uses_veto};
}

inline VehicleFacts facts(std::string make, std::string colour, std::string vehicle_class = "") {
  const Vehicle vehicle{std::move(make), "", std::move(colour), std::move(vehicle_class)};
  return Knowledge::standard()->vehicles.words().facts_of(vehicle);
}

}  // namespace bas::match
