// Hits and incidents as rows.
#pragma once

#include "control_sql/rows.h"
#include "ports/hit_store.h"

namespace bas::control_sql {

// What has become of a hit, as columns that follow its facts.
struct LifeRow {
  std::string state;
  int version = 0;
  Nullable<std::string> claimed_by;
  std::string claimed_name;
  Nullable<std::string> claimed_zone;
  Nullable<long long> claimed_at;
  std::string verdict_reason;
  Nullable<std::string> judged_by;
  std::string judged_name;
  Nullable<std::string> judged_zone;
  Nullable<long long> judged_at;
  std::string register_check, register_note, follow_up, outcome;
  Nullable<long long> followed_at, escalated_at;
  auto fields() {
    return std::tie(state, version, claimed_by, claimed_name, claimed_zone, claimed_at,
                    verdict_reason, judged_by, judged_name, judged_zone, judged_at, register_check,
                    register_note, follow_up, outcome, followed_at, escalated_at);
  }
};

inline constexpr std::string_view kLifeColumns =
    "state, version, claimed_by, claimed_name, claimed_zone, claimed_at, verdict_reason, "
    "judged_by, judged_name, judged_zone, judged_at, register_check, register_note, follow_up, "
    "outcome, followed_at, escalated_at";

struct HitRow {
  std::string id, incident, read, entry, list, camera, site, zone;
  int day = 0;
  int priority = 0, is_late = 0;
  long long captured_at = 0, created_at = 0;
  std::string sealed;
  int is_quiet = 0;
  Nullable<std::string> batch_zone;
  LifeRow life;
  auto fields() {
    return std::tuple_cat(
        std::tie(id, incident, read, entry, list, camera, site, zone, day, priority, is_late,
                 captured_at, created_at, sealed, is_quiet, batch_zone),
        life.fields());
  }
};

inline constexpr std::string_view kHitFacts =
    "id, incident, read_id, entry, list, camera, site, zone, day, priority, is_late, captured_at, "
    "created_at, sealed, is_quiet, batch_zone";

// "SELECT every column FROM hits …"
std::string select_hits(std::string_view where);

// What an incident shows of its hits: a life without a verdict, as columns that follow its facts.
struct StandingRow {
  std::string state;
  Nullable<std::string> claimed_by;
  std::string claimed_name;
  Nullable<std::string> claimed_zone;
  Nullable<long long> claimed_at;
  std::string follow_up, outcome;
  Nullable<long long> followed_at, escalated_at;
  int is_open = 1;
  auto fields() {
    return std::tie(state, claimed_by, claimed_name, claimed_zone, claimed_at, follow_up, outcome,
                    followed_at, escalated_at, is_open);
  }
};

struct IncidentRow {
  std::string id;
  int day = 0;
  std::string token;
  int version = 0, hits = 0, priority = 0;
  long long opened_at = 0, last_at = 0;
  std::string last_hit, sealed;
  int is_quiet = 0;
  Nullable<std::string> batch_zone;
  StandingRow standing;
  auto fields() {
    return std::tuple_cat(std::tie(id, day, token, version, hits, priority, opened_at, last_at,
                                   last_hit, sealed, is_quiet, batch_zone),
                          standing.fields());
  }
};

inline constexpr std::string_view kIncidentColumns =
    "id, day, token, version, hits, priority, opened_at, last_at, last_hit, sealed, is_quiet, "
    "batch_zone, state, claimed_by, claimed_name, claimed_zone, claimed_at, follow_up, outcome, "
    "followed_at, "
    "escalated_at, is_open";

// "SELECT every column FROM incidents …"
std::string select_incidents(std::string_view where);

StandingRow standing_row_of(const HitLife& life);
LifeRow row_of(const HitLife& life);
Result<HitLife> decode_life(const LifeRow& row);
HitRow row_of(const SealedHit& hit);
IncidentRow row_of(const SealedIncident& incident);
Result<SealedHit> decode_hit(const HitRow& row);
Result<SealedIncident> decode_incident(const IncidentRow& row);

}  // namespace bas::control_sql
