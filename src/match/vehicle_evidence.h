// How far what a camera says of a vehicle speaks for or against a listed one.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "match/vehicle_words.h"

namespace bas::match {

// Cameras that see by infrared light at night guess the colour.
enum class Light : std::uint8_t { kUnknown, kDay, kNight };

// What a camera said of a vehicle, and by what light.
struct SeenVehicle {
  VehicleFacts facts;
  Light light = Light::kUnknown;
};

// One fact that both the camera and the entry tell. `ratio`: how much likelier the camera says so
// of such a vehicle than of any; over 1 it speaks for the listed one.
struct FactWeighed {
  VehicleFact fact = VehicleFact::kMake;
  std::uint8_t seen = 0;
  std::uint8_t listed = 0;
  double ratio = 1;
};

// Bayes' rule in odds: `probability` after evidence that is `ratio` times as likely if it is true.
constexpr double weighed(double probability, double ratio) {
  const double odds = probability * ratio;
  return odds == 0 ? 0 : odds / (odds + 1 - probability);
}

// A likelihood ratio, never a rule: facts that differ weaken, and none of them excludes, since a
// listed plate may be on another vehicle than the entry describes. The facts of one vehicle are
// taken as independent. Threads: any, once made.
class VehicleEvidence {
 public:
  // Format: data/plates/vehicle_evidence.txt says it. kBadInput with the line and what is wrong.
  static Result<VehicleEvidence> parse(VehicleWords words, std::string_view text);

  const VehicleWords& words() const { return words_; }

  // How much likelier the camera says this if the vehicle bears the listed plate; 1 when they tell
  // no fact in common. Never below how often plates of that country are on another vehicle.
  // `plate_country`: ISO 3166-1 alpha-2 or empty.
  double ratio(VehicleFacts listed, const SeenVehicle& seen, std::string_view plate_country) const;
  // Fact by fact.
  std::vector<FactWeighed> weigh(VehicleFacts listed, const SeenVehicle& seen) const;
  // How often a listed plate is on another vehicle, 0..1.
  double moved(std::string_view plate_country) const;
  // In that country plates are on another vehicle more often than elsewhere: they follow the
  // person.
  bool follows_person(std::string_view plate_country) const;

  // How often a camera says `seen` of a vehicle that is `listed`, and of any vehicle.
  double said_of(VehicleFact fact, std::uint8_t listed, std::uint8_t seen, Light light) const;
  double said_of_any(VehicleFact fact, std::uint8_t seen, Light light) const;

 private:
  static constexpr std::size_t kLights = 2;  // day, night
  struct ByLight {
    double right = 1;
    std::vector<double> spread;  // by word: the sum of the weights of all other words
    std::vector<double> of_any;  // by word
  };
  struct Pair {
    std::uint8_t a = 0;
    std::uint8_t b = 0;
    std::array<double, kLights> weight{1, 1};
  };
  struct Fact {
    double rest = 1;
    std::vector<double> shares;  // by word; 0 where none was named, until finished
    std::vector<Pair> pairs;
    std::array<ByLight, kLights> by_light;
  };
  struct Moved {
    std::string country;
    double share = 0;
  };

  Result<> take_line(std::string_view line);
  Result<> take_fact_line(const std::vector<std::string_view>& words);
  Result<> take_pair(Fact& fact, Pair pair, bool is_night_only);
  void finish(Fact& fact);
  double weight(const Fact& fact, std::size_t light, std::uint8_t listed, std::uint8_t seen) const;
  double said(const Fact& fact, std::size_t light, std::uint8_t listed, std::uint8_t seen) const;
  const Fact& of(VehicleFact fact) const { return facts_[static_cast<std::size_t>(fact)]; }

  VehicleWords words_;
  std::array<Fact, kVehicleFacts.size()> facts_;
  std::vector<Moved> moved_;
  double moved_elsewhere_ = 0;
  double night_ = 0.25;
};

}  // namespace bas::match
