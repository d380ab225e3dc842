// What a line of a list can say.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace bas::profiles {

enum class Fact : std::size_t {
  kPlate,
  kCountry,
  kRegion,
  kCategory,
  kPriority,
  kReason,
  kSourceId,
  kValidFrom,
  kValidUntil,
  kOwner,
  kBasis,
  kCaseNumber,
  kHome,
  kMake,
  kModel,
  kColour,
  kVehicleClass,
  kProcedureNl,
  kProcedureFr,
  kProcedureDe,
  kProcedureEn,
  kOperation,
};

// As profiles and messages name them, in the order of the enum.
inline constexpr std::array<std::string_view, 22> kFactNames = {
    "plate",        "country",      "region",       "category", "priority",      "reason",
    "source_id",    "valid_from",   "valid_until",  "owner",    "basis",         "case_number",
    "home",         "make",         "model",        "colour",   "vehicle_class", "procedure_nl",
    "procedure_fr", "procedure_de", "procedure_en", "operation"};

static_assert(kFactNames.size() == static_cast<std::size_t>(Fact::kOperation) + 1);

// One T for each fact.
template <typename T>
class Facts {
 public:
  T& operator[](Fact fact) { return each_[static_cast<std::size_t>(fact)]; }
  const T& operator[](Fact fact) const { return each_[static_cast<std::size_t>(fact)]; }

 private:
  std::array<T, kFactNames.size()> each_{};
};

inline constexpr std::string_view name_of(Fact fact) {
  return kFactNames[static_cast<std::size_t>(fact)];
}
std::optional<Fact> fact_from(std::string_view name);

// Every fact, for loops.
inline constexpr auto kAllFacts = [] {
  std::array<Fact, kFactNames.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Fact>(i);
  return all;
}();

}  // namespace bas::profiles
