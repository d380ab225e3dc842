// What a vehicle is, in numbers: makes, colours and classes in the spellings of lists and cameras.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/vehicle.h"

namespace bas::match {

enum class VehicleFact : std::uint8_t { kMake, kColour, kClass };
inline constexpr std::array kVehicleFacts = {VehicleFact::kMake, VehicleFact::kColour,
                                             VehicleFact::kClass};
std::string_view name_of(VehicleFact fact);

// Two bytes. Each is the number of a word, counted from 1; 0 where nothing is known.
struct VehicleFacts {
  std::uint8_t make = 0;
  std::uint8_t colour : 4 = 0;
  std::uint8_t vehicle_class : 4 = 0;

  constexpr std::uint8_t of(VehicleFact fact) const {
    if (fact == VehicleFact::kMake) return make;
    return fact == VehicleFact::kColour ? colour : vehicle_class;
  }
  constexpr bool is_empty() const { return make == 0 && colour == 0 && vehicle_class == 0; }
  bool operator==(const VehicleFacts&) const = default;
};

// Threads: any, once made.
class VehicleWords {
 public:
  // Format: data/plates/vehicle_words.txt says it. At most 255 makes, 15 colours and 15 classes;
  // kBadInput with the line when there are more or when a spelling stands for two ideas.
  static Result<VehicleWords> parse(std::string_view text);

  // What is not known by its words is left out. Cost: about 0.3 µs.
  VehicleFacts facts_of(const Vehicle& vehicle) const;
  // 0 when the word is not known.
  std::uint8_t number_of(VehicleFact fact, std::string_view text) const;
  // The word we use for a number that is not 0; lives as long as this.
  std::string_view word(VehicleFact fact, std::uint8_t number) const;
  // Numbers run from 1 to this one.
  std::size_t count(VehicleFact fact) const;

 private:
  struct Words {
    std::vector<std::string> ours;
    absl::flat_hash_map<std::string, std::uint8_t> numbers;
  };
  Result<> take_line(std::string_view line);
  const Words& of(VehicleFact fact) const { return words_[static_cast<std::size_t>(fact)]; }

  std::array<Words, kVehicleFacts.size()> words_;
};

}  // namespace bas::match
