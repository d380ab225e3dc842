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
  return {to_string(hit.id),
          to_string(hit.incident),
          to_string(hit.read),
          to_string(hit.entry),
          to_string(hit.list),
          to_string(hit.camera),
          to_string(hit.site),
          to_string(hit.zone),
          hit.day.number,
          std::string(name_of(hit.state)),
          hit.version,
          hit.priority,
          hit.is_late ? 1 : 0,
          ms_of(hit.captured_at),
          ms_of(hit.created_at),
          to_base64(hit.sealed),
          hit.is_quiet ? 1 : 0,
          std::string(name_of(hit.verdict.reason)),
          nullable_id(hit.verdict.by),
          nullable_ms(hit.verdict.at),
          std::string(name_of(hit.verdict.check)),
          hit.verdict.check_note};
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

namespace {
Result<Verdict> decode_verdict(const HitRow& row) {
  const auto reason = verdict_reason_from(row.verdict_reason);
  const auto check = register_check_from(row.register_check);
  if (!reason || !check) {
    return fail(ErrorCode::kCorrupt, "a stored verdict is unknown: restore a backup");
  }
  return Verdict{TRY(stored_state(row.state)), *reason, TRY(stored_nullable_id(row.judged_by)),
                 nullable_time(row.judged_at), *check,  row.register_note};
}
}  // namespace

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
                   TRY(stored_bytes(row.sealed)),
                   row.is_quiet != 0,
                   TRY(decode_verdict(row))};
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
