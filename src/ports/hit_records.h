// What a hit store keeps and is asked: hits and incidents, their plates and reasons sealed under
// the read's day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/hit.h"

namespace bas {

// A hit as it is kept: plates, category, reason and explanation lie inside `sealed`.
// (read, entry) is unique, so recording a hit twice changes nothing.
struct SealedHit {
  Id id;
  Id incident;
  Id read;
  Id entry;
  Id list;
  Id camera;
  Id site;
  Id zone;
  Day day;
  HitLife life;
  Priority priority = 3;
  bool is_late = false;
  UtcTime captured_at;
  UtcTime created_at;
  std::string sealed;
  bool is_quiet = false;
  Id batch_zone;
};

// A step of a hit as it stood in `version`; 0: whatever it is now. `key`: made by who asks, so that
// asking twice is one step; empty: none.
struct StepWish {
  Id hit;
  int version = 0;
  HitStep step;
  std::string key{};
};

// A step as it stands on record.
struct TakenStep {
  int number = 0;  // the hit's version after it
  StepKind kind = StepKind::kClaim;
  Doer by;
  UtcTime at;
  VerdictReason reason = VerdictReason::kNone;
  HitOutcome outcome = HitOutcome::kNone;
};

// How often the hits of an entry were rejected, and when last.
struct Rejections {
  Id entry;
  int count = 0;
  UtcTime last_at;
};

// How the hits of a list ended, without a plate.
struct ListNoise {
  Id list;
  std::uint64_t hits = 0;
  std::uint64_t validated = 0;
  std::uint64_t rejected = 0;
  std::uint64_t misread = 0;  // of the rejected
  std::uint64_t withdrawn = 0;
  std::uint64_t expired = 0;  // nobody looked at them in time
};

struct SealedIncident {
  Id id;
  Day day;
  std::string token;  // keyed digest of the vehicle's plate under that day
  int version = 1;
  int hits = 0;
  Priority priority = 3;
  HitLife standing;
  UtcTime opened_at;
  UtcTime last_at;
  Id last_hit;
  std::string sealed;  // the plate
  bool is_quiet = false;
  Id batch_zone;
};

// What waits in the batch of a zone: the vehicles seen on that day, and those of them that nobody
// has finished.
struct BatchCount {
  Day day;
  std::uint64_t vehicles = 0;
  std::uint64_t open = 0;
};

// One day of a zone's batch.
struct BatchDay {
  Id zone;
  Day day;
};

// What was recorded, as it is afterwards.
struct Recorded {
  std::vector<SealedHit> hits;
  std::vector<SealedIncident> incidents;
};

// A page of a listing, newest first. `before`: continue behind this id (all zero: from the newest).
struct HitPage {
  Id before;
  std::size_t limit = 100;
  std::optional<HitState> state;
  bool is_open = false;             // only what waits for somebody (is_open)
  std::optional<BatchDay> batch{};  // of incidents: only that batch; none: only what is in no batch
};

}  // namespace bas
