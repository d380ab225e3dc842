// What is known of a vehicle beside its plate.
#pragma once

#include <string>

namespace bas {

// As a camera judged it or as a list describes it; empty where nothing is said. Free words, lower
// case.
struct Vehicle {
  std::string make;
  std::string model;
  std::string colour;
  std::string vehicle_class;
  bool operator==(const Vehicle&) const = default;
};

}  // namespace bas
