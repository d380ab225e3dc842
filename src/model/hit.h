// A hit: a read matched with an entry. An incident: the hits of one vehicle close in time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "model/list.h"
#include "model/plate.h"

namespace bas {

enum class HitState { kCandidate, kValidated, kRejected, kExpired };

std::string_view name_of(HitState state);
std::optional<HitState> hit_state_from(std::string_view name);

// The facts of a hit as they were when it was made. `plate` is the read's, `entry_plate` the
// entry's: they may differ once look-alikes count. `probability` 0..1 that this vehicle is the
// listed one; `explanation` is a sentence a person can read.
struct Hit {
  Id id;
  Id incident;
  Id read;
  Id entry;
  Id list;
  Id camera;
  Id site;
  Id zone;
  HitState state = HitState::kCandidate;
  int version = 1;
  Priority priority = 3;
  bool is_late = false;
  UtcTime captured_at;
  UtcTime created_at;
  Plate plate;
  std::string plate_raw;
  Plate entry_plate;
  std::string category;
  std::string reason;
  double probability = 1.0;
  std::string explanation;
};

struct Incident {
  Id id;
  Plate plate;
  int version = 1;
  int hits = 0;
  Priority priority = 3;  // the strongest of its hits
  HitState state = HitState::kCandidate;
  UtcTime opened_at;  // capture time of its first hit
  UtcTime last_at;    // capture time of its latest hit
  Id last_hit;
};

}  // namespace bas
