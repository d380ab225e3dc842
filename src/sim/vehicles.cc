#include "sim/vehicles.h"

#include <span>
#include <vector>

#include "sim/dice.h"

namespace bas::sim {
namespace {

struct Model {
  std::string_view make;
  std::string_view model;
  VehicleClass vehicle_class;
};

constexpr std::array kCars = std::to_array<Model>({
    {"volkswagen", "golf", VehicleClass::kCar},
    {"volkswagen", "polo", VehicleClass::kCar},
    {"peugeot", "208", VehicleClass::kCar},
    {"peugeot", "308", VehicleClass::kCar},
    {"renault", "clio", VehicleClass::kCar},
    {"bmw", "3 series", VehicleClass::kCar},
    {"audi", "a3", VehicleClass::kCar},
    {"audi", "a4", VehicleClass::kCar},
    {"mercedes-benz", "a-class", VehicleClass::kCar},
    {"opel", "corsa", VehicleClass::kCar},
    {"ford", "focus", VehicleClass::kCar},
    {"toyota", "yaris", VehicleClass::kCar},
    {"skoda", "octavia", VehicleClass::kCar},
    {"citroen", "c3", VehicleClass::kCar},
    {"tesla", "model 3", VehicleClass::kCar},
    {"volvo", "xc40", VehicleClass::kSuv},
    {"volkswagen", "tiguan", VehicleClass::kSuv},
    {"hyundai", "tucson", VehicleClass::kSuv},
    {"kia", "sportage", VehicleClass::kSuv},
    {"nissan", "qashqai", VehicleClass::kSuv},
    {"bmw", "x1", VehicleClass::kSuv},
    {"dacia", "duster", VehicleClass::kSuv},
    {"ford", "transit", VehicleClass::kVan},
    {"mercedes-benz", "sprinter", VehicleClass::kVan},
    {"renault", "kangoo", VehicleClass::kVan},
    {"volkswagen", "transporter", VehicleClass::kVan},
});

constexpr std::array kTrucks = std::to_array<Model>({
    {"daf", "xf", VehicleClass::kTruck},
    {"volvo", "fh", VehicleClass::kTruck},
    {"scania", "r450", VehicleClass::kTruck},
    {"man", "tgx", VehicleClass::kTruck},
    {"mercedes-benz", "actros", VehicleClass::kTruck},
    {"iveco", "s-way", VehicleClass::kTruck},
});

// In the order of kColours: what is bought in Belgium.
constexpr std::array kColourShares{0.19, 0.11, 0.24, 0.23, 0.11, 0.06, 0.03, 0.02, 0.01};

// In the order of plate_countries(): BE NL DE FR PL RO LU GB LT BG.
using Shares = std::array<double, 10>;
constexpr Shares kAtHome{0.965, 0.020, 0.004, 0.004, 0.003, 0.002, 0.001, 0, 0, 0.001};
constexpr Shares kAtBorder{0.78, 0.205, 0.005, 0.003, 0.004, 0.002, 0, 0, 0, 0.001};
constexpr Shares kOnLorries{0.62, 0.14, 0.05, 0.03, 0.07, 0.03, 0.005, 0.005, 0.03, 0.02};
constexpr Shares kPassing{0.74, 0.13, 0.05, 0.04, 0.015, 0.01, 0.005, 0.005, 0.003, 0.002};
constexpr Shares kSought{0.80, 0.10, 0.04, 0.03, 0.02, 0.01, 0, 0, 0, 0};

const Shares& shares_of(Population population) {
  switch (population) {
    case Population::kResidents: return kAtHome;
    case Population::kBorderResidents: return kAtBorder;
    case Population::kTrucks: return kOnLorries;
    case Population::kTransit: return kPassing;
    case Population::kListed: return kAtHome;
    case Population::kAgents: return kSought;
    case Population::kResting: return kSought;
  }
  return kAtHome;
}

std::size_t draw(std::span<const double> shares, Dice& dice) {
  double wanted = dice.share();
  for (std::size_t i = 0; i < shares.size(); ++i)
    if ((wanted -= shares[i]) < 0) return i;
  return 0;
}

}  // namespace

Identity identify(Population population, std::uint64_t number, std::uint64_t seed) {
  Identity identity;
  identity.vehicle_id = (static_cast<std::uint64_t>(population) + 1) << 40 | number;
  Dice dice(mix(seed, identity.vehicle_id));
  const std::string_view country = plate_countries()[draw(shares_of(population), dice)];
  const std::uint64_t plate_number = number * kPopulations + static_cast<std::uint64_t>(population);
  identity.plate = make_plate(country, plate_number, seed);
  const bool is_truck = population == Population::kTrucks;
  const std::span<const Model> models = is_truck ? std::span<const Model>(kTrucks) : kCars;
  const Model& model =
      models[static_cast<std::size_t>(dice.below(static_cast<int>(models.size())))];
  identity.vehicle = {model.make, model.model, kColours[draw(kColourShares, dice)],
                      model.vehicle_class};
  return identity;
}

}  // namespace bas::sim
