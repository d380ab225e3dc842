// What the vehicles of bench/match_quality are, and what cameras say of them.
#pragma once

#include <cmath>
#include <vector>

#include "match/vehicle_evidence.h"
#include "plate_world.h"

namespace bas::bench {

using match::Light;
using match::VehicleFact;
using match::VehicleFacts;

// How often an entry or a read leaves a fact out.
inline constexpr double kLeftOutOfEntry = 0.2;
inline constexpr double kLeftOutOfRead = 0.1;

inline VehicleFacts with_fact(VehicleFacts facts, VehicleFact fact, std::uint8_t word) {
  if (fact == VehicleFact::kMake) facts.make = word;
  if (fact == VehicleFact::kColour) facts.colour = word & 15U;
  if (fact == VehicleFact::kClass) facts.vehicle_class = word & 15U;
  return facts;
}

// Draws a number from 1 by how often each comes.
class WordShares {
 public:
  void add(double share) { up_to_.push_back(sum_ += share); }
  std::uint8_t draw(Random& random) const {
    const double at = share(random) * sum_;
    std::uint8_t word = 1;
    while (word < up_to_.size() && up_to_[word - 1U] <= at) ++word;
    return word;
  }

 private:
  std::vector<double> up_to_;
  double sum_ = 0;
};

// What is on the road, as the tables say.
class Fleet {
 public:
  explicit Fleet(const match::VehicleEvidence& evidence) {
    for (const VehicleFact fact : match::kVehicleFacts) {
      WordShares& shares = shares_[static_cast<std::size_t>(fact)];
      for (std::size_t word = 1; word <= evidence.words().count(fact); ++word) {
        shares.add(evidence.said_of_any(fact, static_cast<std::uint8_t>(word), Light::kDay));
      }
    }
  }
  VehicleFacts draw(Random& random) const {
    VehicleFacts facts;
    for (const VehicleFact fact : match::kVehicleFacts) {
      facts = with_fact(facts, fact, shares_[static_cast<std::size_t>(fact)].draw(random));
    }
    return facts;
  }
  // What an entry says of a listed vehicle: of an old or wrong one, something else.
  VehicleFacts described(VehicleFacts vehicle, double moved, Random& random) const {
    VehicleFacts facts = share(random) < moved ? draw(random) : vehicle;
    for (const VehicleFact fact : match::kVehicleFacts) {
      if (share(random) < kLeftOutOfEntry) facts = with_fact(facts, fact, 0);
    }
    return facts;
  }

 private:
  std::array<WordShares, match::kVehicleFacts.size()> shares_;
};

// One camera's eye for vehicles: each chance of the tables multiplied by exp(0.5 x normal).
class Eye {
 public:
  Eye(const match::VehicleEvidence& evidence, Random& random) {
    for (const VehicleFact fact : match::kVehicleFacts) {
      for (const Light light : {Light::kDay, Light::kNight}) {
        rows_of(fact, light) = rows_from(evidence, {fact, light}, random);
      }
    }
  }
  match::SeenVehicle see(VehicleFacts vehicle, Random& random) const {
    match::SeenVehicle seen{{}, share(random) < 0.25 ? Light::kNight : Light::kDay};
    for (const VehicleFact fact : match::kVehicleFacts) {
      if (share(random) < kLeftOutOfRead) continue;
      const std::uint8_t said = rows_of(fact, seen.light)[vehicle.of(fact)].draw(random);
      seen.facts = with_fact(seen.facts, fact, said);
    }
    return seen;
  }

 private:
  using Rows = std::vector<WordShares>;
  struct Which {
    VehicleFact fact;
    Light light;
  };
  static Rows rows_from(const match::VehicleEvidence& evidence, const Which& which,
                        Random& random) {
    const auto words = static_cast<std::uint8_t>(evidence.words().count(which.fact));
    Rows rows(words + 1U);
    for (std::uint8_t truth = 1; truth <= words; ++truth) {
      for (std::uint8_t said = 1; said <= words; ++said) {
        rows[truth].add(evidence.said_of(which.fact, truth, said, which.light) *
                        std::exp(0.5 * normal(random)));
      }
    }
    return rows;
  }
  static std::size_t at(VehicleFact fact, Light light) {
    return 2 * static_cast<std::size_t>(fact) + (light == Light::kNight ? 1 : 0);
  }
  Rows& rows_of(VehicleFact fact, Light light) { return rows_[at(fact, light)]; }
  const Rows& rows_of(VehicleFact fact, Light light) const { return rows_[at(fact, light)]; }

  std::array<Rows, 2 * match::kVehicleFacts.size()> rows_;
};

}  // namespace bas::bench
