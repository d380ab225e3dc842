// A pursuit: zones that follow one vehicle together, and the log of what they did and saw.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/hit.h"

namespace bas {

// kSight: the server saw the vehicle again. kExtend: it goes on longer than it would have.
enum class PursuitEvent { kOpen, kInvite, kJoin, kLeave, kHandOver, kNote, kSight, kExtend, kEnd };
std::string_view name_of(PursuitEvent event);
std::optional<PursuitEvent> pursuit_event_from(std::string_view name);

// One line of the log. `zone`: whom it is about (kInvite, kHandOver). `hit`, `camera`, `seen_at`:
// of a sighting, and of what it began with; `is_alike`: the plate was not read as it is listed.
// `note`: what a person wrote. `until`: of kOpen and kExtend. `outcome`: of kEnd.
struct PursuitEntry {
  int number = 0;  // from 1; the version of the pursuit after it
  PursuitEvent event = PursuitEvent::kNote;
  Doer by;
  UtcTime at;
  Id zone{};
  Id hit{};
  Id camera{};
  std::optional<UtcTime> seen_at{};
  bool is_alike = false;
  std::string note{};
  std::optional<UtcTime> until{};
  HitOutcome outcome = HitOutcome::kNone;
};

struct PursuitZone {
  Id zone;
  std::optional<UtcTime> invited_at{};
  std::optional<UtcTime> joined_at{};
  std::optional<UtcTime> left_at{};
  bool is_in() const { return joined_at && !left_at; }
};

struct Pursuit {
  Id id;
  int version = 0;
  Id hit;       // validated, that it began with
  Id incident;  // of that hit
  Id entry;
  Day day;  // of that hit: it ends with it
  Plate target;
  Priority priority = 3;
  LegalSource source = LegalSource::kPoliceAct;  // likewise
  Id audience;  // the zone that alone sees it, as of its hit (audience_of); zero: every zone
  Id lead;
  std::vector<PursuitZone> zones;
  UtcTime opened_at;
  UtcTime expires_at;
  std::optional<UtcTime> ended_at;
  HitOutcome outcome = HitOutcome::kNone;
  int sightings = 0;
  Id last_hit;  // of where it was last, by the camera's clock: what comes late changes it not
  UtcTime last_seen_at;
};

inline constexpr std::size_t kPursuitNoteMax = 1000;  // bytes
inline constexpr std::chrono::hours kPursuitLasts{2};
inline constexpr std::chrono::hours kPursuitExtendsMost{4};

bool is_in(const Pursuit& pursuit, const Id& zone);

// The pursuit after that line. kConflict, saying what stands in the way, when it may not be;
// kBadInput for what is no such line. `entry.number` is not looked at. Pure.
Result<Pursuit> after(const Pursuit& pursuit, const PursuitEntry& entry);

}  // namespace bas
