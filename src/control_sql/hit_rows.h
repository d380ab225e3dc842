// Hits and incidents as rows.
#pragma once

#include "control_sql/rows.h"
#include "ports/hit_store.h"

namespace bas::control_sql {

struct HitRow {
  std::string id, incident, read, entry, list, camera, site, zone;
  int day = 0;
  std::string state;
  int version = 0, priority = 0, is_late = 0;
  long long captured_at = 0, created_at = 0;
  std::string sealed;
  int is_quiet = 0;
  std::string verdict_reason;
  Nullable<std::string> judged_by;
  Nullable<long long> judged_at;
  std::string register_check, register_note;
  auto fields() {
    return std::tie(id, incident, read, entry, list, camera, site, zone, day, state, version,
                    priority, is_late, captured_at, created_at, sealed, is_quiet, verdict_reason,
                    judged_by, judged_at, register_check, register_note);
  }
};

inline constexpr std::string_view kHitColumns =
    "id, incident, read_id, entry, list, camera, site, zone, day, state, version, priority, "
    "is_late, captured_at, created_at, sealed, is_quiet, verdict_reason, judged_by, judged_at, "
    "register_check, register_note";

struct IncidentRow {
  std::string id;
  int day = 0;
  std::string token;
  int version = 0, hits = 0, priority = 0;
  std::string state;
  long long opened_at = 0, last_at = 0;
  std::string last_hit, sealed;
  auto fields() {
    return std::tie(id, day, token, version, hits, priority, state, opened_at, last_at, last_hit,
                    sealed);
  }
};

HitRow row_of(const SealedHit& hit);
IncidentRow row_of(const SealedIncident& incident);
Result<SealedHit> decode_hit(const HitRow& row);
Result<SealedIncident> decode_incident(const IncidentRow& row);

}  // namespace bas::control_sql
