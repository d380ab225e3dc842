#include "control_sql/hit_rows.h"

#include "base/encode.h"

namespace bas::control_sql {

namespace {

tl::unexpected<Error> damaged(std::string_view what) {
  return fail(ErrorCode::kCorrupt,
              std::string("a stored ").append(what).append(" is unknown: restore a backup"));
}

Result<HitState> stored_state(const std::string& name) {
  const auto state = hit_state_from(name);
  if (!state) return damaged("state");
  return *state;
}

Result<Doer> stored_doer(const Nullable<std::string>& id, const std::string& name,
                         const Nullable<std::string>& zone) {
  return Doer{TRY(stored_nullable_id(id)), name, TRY(stored_nullable_id(zone))};
}

}  // namespace

std::string select_hits(std::string_view where) {
  return std::string("SELECT ")
      .append(kHitFacts)
      .append(", ")
      .append(kLifeColumns)
      .append(" FROM hits ")
      .append(where);
}

std::string select_incidents(std::string_view where) {
  return std::string("SELECT ").append(kIncidentColumns).append(" FROM incidents ").append(where);
}

LifeRow row_of(const HitLife& life) {
  return {std::string(name_of(life.state)),
          life.version,
          nullable_id(life.claim.by.id),
          life.claim.by.name,
          nullable_id(life.claim.by.zone),
          nullable_ms(life.claim.at),
          std::string(name_of(life.verdict.reason)),
          nullable_id(life.verdict.by.id),
          life.verdict.by.name,
          nullable_id(life.verdict.by.zone),
          nullable_ms(life.verdict.at),
          std::string(name_of(life.verdict.check)),
          life.verdict.check_note,
          std::string(name_of(life.follow_up)),
          std::string(name_of(life.outcome)),
          nullable_ms(life.followed_at),
          nullable_ms(life.escalated_at)};
}

namespace {

Result<HitLife> decode_standing(const StandingRow& row) {
  const auto follow_up = follow_up_from(row.follow_up);
  const auto outcome = hit_outcome_from(row.outcome);
  if (!follow_up || !outcome) return damaged("outcome");
  HitLife life;
  life.state = TRY(stored_state(row.state));
  life.claim = {TRY(stored_doer(row.claimed_by, row.claimed_name, row.claimed_zone)),
                nullable_time(row.claimed_at)};
  life.follow_up = *follow_up;
  life.outcome = *outcome;
  life.followed_at = nullable_time(row.followed_at);
  life.escalated_at = nullable_time(row.escalated_at);
  return life;
}

}  // namespace

Result<HitLife> decode_life(const LifeRow& row) {
  const auto reason = verdict_reason_from(row.verdict_reason);
  const auto check = register_check_from(row.register_check);
  if (!reason || !check) return damaged("verdict");
  HitLife life = TRY(decode_standing({row.state, row.claimed_by, row.claimed_name, row.claimed_zone,
                                      row.claimed_at, row.follow_up, row.outcome, row.followed_at,
                                      row.escalated_at}));
  life.version = row.version;
  life.verdict = {*reason, TRY(stored_doer(row.judged_by, row.judged_name, row.judged_zone)),
                  nullable_time(row.judged_at), *check, row.register_note};
  return life;
}

HitRow row_of(const SealedHit& hit) {
  return {to_string(hit.id),     to_string(hit.incident),
          to_string(hit.read),   to_string(hit.entry),
          to_string(hit.list),   to_string(hit.camera),
          to_string(hit.site),   to_string(hit.zone),
          hit.day.number,        hit.priority,
          hit.is_late ? 1 : 0,   ms_of(hit.captured_at),
          ms_of(hit.created_at), to_base64(hit.sealed),
          hit.is_quiet ? 1 : 0,  nullable_id(hit.batch_zone),
          row_of(hit.life)};
}

StandingRow standing_row_of(const HitLife& life) {
  LifeRow row = row_of(life);
  return {std::move(row.state),
          std::move(row.claimed_by),
          std::move(row.claimed_name),
          std::move(row.claimed_zone),
          row.claimed_at,
          std::move(row.follow_up),
          std::move(row.outcome),
          row.followed_at,
          row.escalated_at,
          is_open(life) ? 1 : 0};
}

IncidentRow row_of(const SealedIncident& incident) {
  return {to_string(incident.id),
          incident.day.number,
          to_base64(incident.token),
          incident.version,
          incident.hits,
          incident.priority,
          ms_of(incident.opened_at),
          ms_of(incident.last_at),
          to_string(incident.last_hit),
          to_base64(incident.sealed),
          incident.is_quiet ? 1 : 0,
          nullable_id(incident.batch_zone),
          standing_row_of(incident.standing)};
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
                   TRY(decode_life(row.life)),
                   row.priority,
                   row.is_late != 0,
                   time_of(row.captured_at),
                   time_of(row.created_at),
                   TRY(stored_bytes(row.sealed)),
                   row.is_quiet != 0,
                   TRY(stored_nullable_id(row.batch_zone))};
}

Result<SealedIncident> decode_incident(const IncidentRow& row) {
  return SealedIncident{TRY(stored_id(row.id)),
                        Day{row.day},
                        TRY(stored_bytes(row.token)),
                        row.version,
                        row.hits,
                        row.priority,
                        TRY(decode_standing(row.standing)),
                        time_of(row.opened_at),
                        time_of(row.last_at),
                        TRY(stored_id(row.last_hit)),
                        TRY(stored_bytes(row.sealed)),
                        row.is_quiet != 0,
                        TRY(stored_nullable_id(row.batch_zone))};
}

}  // namespace bas::control_sql
