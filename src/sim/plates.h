// Number plates by the grammars of their countries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bas::sim {

struct SimPlate {
  std::string shown;      // "1-ABC-123"
  std::string canonical;  // "1ABC123"
  std::string_view country;
};

// ISO 3166-1 alpha-2 codes of the countries whose plates can be made, Belgium first.
const std::vector<std::string_view>& plate_countries();

// How many different plates of that country there are here: from 5 million up.
std::uint64_t plate_count(std::string_view country);

// The plate of that number; numbers below plate_count() give different plates. `seed` shuffles
// which number gives which plate.
SimPlate make_plate(std::string_view country, std::uint64_t number, std::uint64_t seed);

}  // namespace bas::sim
