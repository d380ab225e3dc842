// A hit: a read matched with an entry. An incident: the hits of one vehicle close in time.
#pragma once

#include <string>

#include "base/id.h"
#include "base/time.h"
#include "model/hit_life.h"
#include "model/list.h"
#include "model/plate.h"
#include "model/province.h"

namespace bas {

// The facts of a hit as they were when it was made. `plate` is the read's, `entry_plate` the
// entry's: they may differ once look-alikes count. `probability` 0..1 that this vehicle is the
// listed one; `explanation` is a sentence a person can read; `kind` names how it matched ("exact",
// "look_alike", …). `is_quiet`: goes to the review queue and never rings. `warning`: what the desk
// must know first, such as earlier rejections; empty as a rule. `batch_zone`: the hit never rings
// and is worked on there, with the others of its day; zero: it is for the desks, at once.
struct Hit {
  Id id;
  Id incident;
  Id read;
  Id entry;
  Id list;
  Id camera;
  Id site;
  Id zone;        // of the camera
  Id owner_zone;  // whose list it is
  HitLife life;
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
  std::string reasons;  // the same in parts, a JSON object; empty in hits of before
  std::string kind = "exact";
  bool is_quiet = false;
  Id batch_zone;
  std::string warning;
  FourTexts procedure;
  LegalSource source = LegalSource::kPoliceAct;  // of its read: it ends with it
};

inline bool is_batched(const Hit& hit) { return !hit.batch_zone.is_zero(); }

// The zone that alone sees a hit of silent observation (priority 4, rule R33 of shared/law.md) or
// of a daily batch; zero: every zone sees it.
inline Id audience_of(const Hit& hit) {
  if (is_batched(hit)) return hit.batch_zone;
  return hit.priority == kPriorityLowest ? hit.owner_zone : Id{};
}

// `audience`: the zone that alone sees it (audience_of); zero: every zone. `is_batched`: it is all
// that was seen of the vehicle on one day, for the batch of that zone. `standing`: what of its hits
// it shows, without a verdict (standing_of); its version counts for nothing.
struct Incident {
  Id id;
  Plate plate;
  Id audience;
  bool is_batched = false;
  int version = 1;
  int hits = 0;
  Priority priority = 3;  // the strongest of its hits
  HitLife standing;
  bool is_quiet = false;  // none of its hits rings
  UtcTime opened_at;      // capture time of its first hit
  UtcTime last_at;        // capture time of its latest hit
  Id last_hit;
  LegalSource source = LegalSource::kPoliceAct;  // of the hit that ends first (rule R18)
};

}  // namespace bas
