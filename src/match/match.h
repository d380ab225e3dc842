// What goes into matching and what comes out of it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "match/reasons.h"
#include "model/list.h"
#include "plates/misread_model.h"

namespace bas::match {

// An entry as matching needs it. Valid from `valid_from` (included) to `valid_until` (excluded).
// `vehicle`: what is known of it, by the words of the index's knowledge.
struct IndexedEntry {
  Id entry;
  Id list;
  std::string country;  // ISO 3166-1 alpha-2; empty: any
  Priority priority = kPriorityLowest;
  std::optional<UtcTime> valid_from;
  std::optional<UtcTime> valid_until;
  VehicleFacts vehicle;
};

// A read as matching needs it. `camera` null: misreads as cameras in general; `doubt` per glyph as
// plates::ReadEvidence says, from calibrated confidences only.
struct Sighting {
  Plate plate;  // canonical
  UtcTime captured_at;
  const plates::MisreadModel* camera = nullptr;
  plates::Doubts doubt = plates::kUsualDoubts;
  SeenVehicle vehicle;
};

// `probability` 0..1 that the vehicle is the listed one, as far as the characters and what is known
// of the vehicle tell; `rule` is the list's; `listed` the entry's plate or pattern; `explanation`
// the reasons as an English sentence.
struct Match {
  IndexedEntry entry;
  double probability = 1.0;
  std::string explanation;
  MatchKind kind = MatchKind::kExact;
  MatchRule rule;
  std::string listed;
  Reasons reasons;
};

// Of many plates asked at once: which is listed. `country` and `list` are numbers of the index that
// gave them; a country of 0 is not known.
struct AskedPlate {
  plates::PackedPlate plate;
  std::uint16_t country = 0;
};
struct ListedPlate {
  std::uint32_t asked = 0;  // which of those asked
  std::uint16_t list = 0;
  std::int8_t priority = 0;
  Id entry;
};

// The same with whatever may be behind a read. `country_code` is of the country, or empty.
struct AskedRead {
  plates::PackedPlate plate;
  std::uint16_t country = 0;
  std::string_view country_code;
};
struct ScoredPlate {
  std::uint32_t asked = 0;
  std::uint16_t list = 0;
  std::int8_t priority = 0;
  MatchKind kind = MatchKind::kExact;
  double probability = 1;
  Id entry;
};

}  // namespace bas::match
