#include "control_sql/hit_rows.h"

#include "base/encode.h"

namespace bas::control_sql {

namespace {

Result<HitState> stored_state(const std::string& name) {
  const auto state = hit_state_from(name);
  if (!state) return fail(ErrorCode::kCorrupt, "a stored state is unknown: restore a backup");
  return *state;
}

}  // namespace

HitRow row_of(const SealedHit& hit) {
  return {to_string(hit.id),     to_string(hit.incident),
          to_string(hit.read),   to_string(hit.entry),
          to_string(hit.list),   to_string(hit.camera),
          to_string(hit.site),   to_string(hit.zone),
          hit.day.number,        std::string(name_of(hit.state)),
          hit.version,           hit.priority,
          hit.is_late ? 1 : 0,   ms_of(hit.captured_at),
          ms_of(hit.created_at), to_base64(hit.sealed)};
}

IncidentRow row_of(const SealedIncident& incident) {
  return {to_string(incident.id),
          incident.day.number,
          to_base64(incident.token),
          incident.version,
          incident.hits,
          incident.priority,
          std::string(name_of(incident.state)),
          ms_of(incident.opened_at),
          ms_of(incident.last_at),
          to_string(incident.last_hit),
          to_base64(incident.sealed)};
}

Result<SealedHit> decode_hit(const HitRow& row) {
  return SealedHit{TRY(stored_id(row.id)),
                   TRY(stored_id(row.incident)),
                   TRY(stored_id(row.read)),
                   TRY(stored_id(row.entry)),
                   TRY(stored_id(row.list)),
                   TRY(stored_id(row.camera)),
                   TRY(stored_id(row.site)),
                   TRY(stored_id(row.zone)),
                   Day{row.day},
                   TRY(stored_state(row.state)),
                   row.version,
                   row.priority,
                   row.is_late != 0,
                   time_of(row.captured_at),
                   time_of(row.created_at),
                   TRY(stored_bytes(row.sealed))};
}

Result<SealedIncident> decode_incident(const IncidentRow& row) {
  return SealedIncident{TRY(stored_id(row.id)),
                        Day{row.day},
                        TRY(stored_bytes(row.token)),
                        row.version,
                        row.hits,
                        row.priority,
                        TRY(stored_state(row.state)),
                        time_of(row.opened_at),
                        time_of(row.last_at),
                        TRY(stored_id(row.last_hit)),
                        TRY(stored_bytes(row.sealed))};
}

}  // namespace bas::control_sql
