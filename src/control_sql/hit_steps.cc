#include "control_sql/hit_steps.h"

#include <algorithm>

#include "control_sql/hit_rows.h"

namespace bas::control_sql {

namespace {

constexpr std::string_view kPutLife =
    "UPDATE hits SET state = :state, version = :version, claimed_by = :claimed_by, claimed_name = "
    ":claimed_name, claimed_zone = :claimed_zone, claimed_at = :claimed_at, verdict_reason = "
    ":reason, judged_by = :judged_by, judged_name = :judged_name, judged_zone = :judged_zone, "
    "judged_at = :judged_at, register_check = :check, register_note = :note, follow_up = "
    ":follow_up, outcome = :outcome, followed_at = :followed_at, escalated_at = :escalated_at "
    "WHERE id = :id AND version = :before";

struct LifeChange {
  LifeRow life;
  std::string id;
  int before = 0;
  auto fields() { return std::tuple_cat(life.fields(), std::tie(id, before)); }
};

constexpr std::string_view kPutStep =
    "INSERT INTO hit_steps (hit, number, kind, by_id, by_name, by_zone, at, reason, outcome, "
    "request_key) VALUES (:hit, :number, :kind, :by, :name, :zone, :at, :reason, :outcome, :key)";

struct StepRow {
  std::string hit;
  int number = 0;
  std::string kind;
  Nullable<std::string> by;
  std::string name;
  Nullable<std::string> zone;
  long long at = 0;
  std::string reason, outcome;
  Nullable<std::string> key;
  auto fields() { return std::tie(hit, number, kind, by, name, zone, at, reason, outcome, key); }
};

constexpr std::string_view kSettle =
    "UPDATE incidents SET version = version + 1, state = :state, claimed_by = :by, claimed_name = "
    ":name, claimed_zone = :zone, claimed_at = :at, follow_up = :follow_up, outcome = :outcome, "
    "followed_at = :followed_at, escalated_at = :escalated_at, is_open = :open, is_quiet = :quiet "
    "WHERE id = :id";

struct Settling {
  StandingRow standing;
  int is_quiet = 0;
  std::string id;
  auto fields() { return std::tuple_cat(standing.fields(), std::tie(is_quiet, id)); }
};

Result<std::vector<SealedHit>> hits_of(soci::session& session, const Id& incident) {
  return select_all<HitRow>(session, select_hits("WHERE incident = :incident ORDER BY id"),
                            Values<std::string>{{to_string(incident)}}, decode_hit);
}

// Whether that very step is on record under its key. A key that stands for another is a mistake,
// and must not pass for done.
Result<bool> is_taken(soci::session& session, const StepWish& wish) {
  if (wish.key.empty()) return false;
  Prepared<Values<std::string, std::string>, Values<std::string, Nullable<std::string>>> asked(
      session, "SELECT kind, by_id FROM hit_steps WHERE hit = :hit AND request_key = :key");
  asked.in.values = {to_string(wish.hit), wish.key};
  if (!asked.run()) return false;
  const auto& [kind, by] = asked.out.values;
  const bool is_same =
      kind == name_of(wish.step.kind) && TRY(stored_nullable_id(by)) == wish.step.by.id;
  if (is_same) return true;
  return fail(ErrorCode::kBadInput,
              "this Idempotency-Key was used for another step: make a new one for each");
}

void put_step(soci::session& session, const StepWish& wish, int number) {
  const HitStep& step = wish.step;
  Prepared<StepRow> put(session, kPutStep);
  put.in = {to_string(wish.hit),
            number,
            std::string(name_of(step.kind)),
            nullable_id(step.by.id),
            step.by.name,
            nullable_id(step.by.zone),
            ms_of(step.at),
            std::string(name_of(step.reason)),
            std::string(name_of(step.outcome)),
            Nullable<std::string>(wish.key.empty() ? std::nullopt : std::optional(wish.key))};
  put.run();
}

// What the step does to another hit of the incident, if anything.
std::optional<HitStep> echo_of(const HitStep& step, const SealedHit& of, const SealedHit& other) {
  HitStep echo = step;
  const bool is_of_entry = other.entry == of.entry;
  switch (step.kind) {
    case StepKind::kClaim:
    case StepKind::kRelease: return is_question(other.life) ? std::optional(echo) : std::nullopt;
    case StepKind::kTakeOver: return is_open(other.life) ? std::optional(echo) : std::nullopt;
    case StepKind::kValidate:
    case StepKind::kReject:
      echo.kind = StepKind::kSupersede;
      if (!is_of_entry || other.captured_at > of.captured_at) return std::nullopt;
      return is_question(other.life) ? std::optional(echo) : std::nullopt;
    case StepKind::kClose:
      if (!is_of_entry || !is_open(other.life)) return std::nullopt;
      if (is_question(other.life)) echo.kind = StepKind::kSupersede;
      return echo;
    default: return std::nullopt;
  }
}

}  // namespace

Result<std::optional<SealedHit>> hit_with(soci::session& session, const Id& id) {
  return select_one<HitRow>(session, select_hits("WHERE id = :id"),
                            Values<std::string>{{to_string(id)}}, decode_hit);
}

Result<std::optional<SealedIncident>> incident_with(soci::session& session, const Id& id) {
  return select_one<IncidentRow>(session, select_incidents("WHERE id = :id"),
                                 Values<std::string>{{to_string(id)}}, decode_incident);
}

Result<SealedHit> take_alone(soci::session& session, const SealedHit& hit, const StepWish& wish) {
  SealedHit changed = hit;
  changed.life = TRY(after(hit.life, wish.step));
  Prepared<LifeChange> put(session, kPutLife);
  put.in = {row_of(changed.life), to_string(hit.id), hit.life.version};
  put.run();
  if (put.changed_rows() == 0) return fail(ErrorCode::kConflict, "the hit has changed meanwhile");
  put_step(session, wish, changed.life.version);
  return changed;
}

Result<std::vector<SealedHit>> take(soci::session& session, const StepWish& wish) {
  auto hit = TRY(hit_with(session, wish.hit));
  if (!hit) return fail(ErrorCode::kNotFound, "there is no such hit");
  if (TRY(is_taken(session, wish))) return std::vector<SealedHit>{};
  if (wish.version != 0 && wish.version != hit->life.version) {
    return fail(ErrorCode::kConflict,
                "the hit has changed since you looked at it: look at what it is now");
  }
  std::vector<SealedHit> changed = {TRY(take_alone(session, *hit, wish))};
  for (const SealedHit& other : TRY(hits_of(session, hit->incident))) {
    if (other.id == hit->id) continue;
    const auto echo = echo_of(wish.step, *hit, other);
    // What another has claimed stays his.
    if (!echo || !after(other.life, *echo)) continue;
    changed.push_back(TRY(take_alone(session, other, {other.id, 0, *echo})));
  }
  TRY(settle(session, hit->incident));
  return changed;
}

Result<std::vector<TakenStep>> steps(soci::session& session, const Id& hit) {
  return select_all<StepRow>(
      session,
      "SELECT hit, number, kind, by_id, by_name, by_zone, at, reason, outcome, request_key FROM "
      "hit_steps WHERE hit = :hit ORDER BY number",
      Values<std::string>{{to_string(hit)}}, [](const StepRow& row) -> Result<TakenStep> {
        const auto kind = step_kind_from(row.kind);
        const auto reason = verdict_reason_from(row.reason);
        const auto outcome = hit_outcome_from(row.outcome);
        if (!kind || !reason || !outcome) {
          return fail(ErrorCode::kCorrupt, "a stored step is unknown: restore a backup");
        }
        Doer by{TRY(stored_nullable_id(row.by)), row.name, TRY(stored_nullable_id(row.zone))};
        return TakenStep{row.number, *kind, std::move(by), time_of(row.at), *reason, *outcome};
      });
}

Result<> settle(soci::session& session, const Id& incident) {
  std::vector<HitLife> lives;
  bool is_quiet = true;
  for (const SealedHit& hit : TRY(hits_of(session, incident))) {
    lives.push_back(hit.life);
    is_quiet = is_quiet && hit.is_quiet;
  }
  if (lives.empty()) return {};
  const HitLife standing = standing_of(lives);
  Prepared<Settling> put(session, kSettle);
  put.in = {standing_row_of(standing), is_quiet ? 1 : 0, to_string(incident)};
  put.run();
  return {};
}

}  // namespace bas::control_sql
