#include "ports/hit_facts.h"

#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

constexpr std::string_view kSeen =
    "SELECT id, day, captured_at, sealed, list, camera, zone, priority, state, verdict_reason, "
    "outcome, is_quiet, created_at, claimed_at FROM hits WHERE day BETWEEN :from AND :to ORDER BY "
    "id";

constexpr std::string_view kStepsOfSeen =
    "SELECT s.hit, s.kind, s.at FROM hit_steps s JOIN hits h ON h.id = s.hit WHERE h.day BETWEEN "
    ":from AND :to ORDER BY s.hit, s.number";

using Bounds = Values<int, int>;

struct FactRow {
  std::string id;
  int day = 0;
  long long captured_at = 0;
  std::string sealed, list, camera, zone;
  int priority = 0;
  std::string state, reason, outcome;
  int is_quiet = 0;
  long long created_at = 0;
  Nullable<long long> claimed_at;
  auto fields() {
    return std::tie(id, day, captured_at, sealed, list, camera, zone, priority, state, reason,
                    outcome, is_quiet, created_at, claimed_at);
  }
};

struct StepOfHit {
  Id hit;
  StepKind kind = StepKind::kClaim;
  UtcTime at;
};

tl::unexpected<Error> unknown_word() {
  return fail(ErrorCode::kCorrupt, "a stored hit is not as it was written: restore a backup");
}

Result<KeptFact> decode_fact(const FactRow& row) {
  const auto state = hit_state_from(row.state);
  const auto reason = verdict_reason_from(row.reason);
  const auto outcome = hit_outcome_from(row.outcome);
  if (!state || !reason || !outcome) return unknown_word();
  KeptFact kept;
  kept.hit = TRY(stored_id(row.id));
  kept.day = Day{row.day};
  kept.captured_at = time_of(row.captured_at);
  kept.sealed = TRY(stored_bytes(row.sealed));
  kept.fact.list = TRY(stored_id(row.list));
  kept.fact.camera = TRY(stored_id(row.camera));
  kept.fact.zone = TRY(stored_id(row.zone));
  kept.fact.priority = row.priority;
  kept.fact.state = *state;
  kept.fact.reason = *reason;
  kept.fact.outcome = *outcome;
  kept.fact.is_quiet = row.is_quiet != 0;
  kept.fact.created_at = time_of(row.created_at);
  return kept;
}

Result<StepOfHit> decode_step(const Values<std::string, std::string, long long>& row) {
  const auto& [hit, name, at] = row.values;
  const auto kind = step_kind_from(name);
  if (!kind) return unknown_word();
  return StepOfHit{TRY(stored_id(hit)), *kind, time_of(at)};
}

// Both in the order of hits.
void add_steps(std::vector<KeptFact>& facts, const std::vector<StepOfHit>& steps) {
  auto fact = facts.begin();
  for (const StepOfHit& step : steps) {
    while (fact != facts.end() && fact->hit < step.hit) ++fact;
    if (fact == facts.end()) return;
    if (fact->hit == step.hit) add_step(fact->fact, step.kind, step.at);
  }
}

class SqlHitFacts final : public HitFacts {
 public:
  explicit SqlHitFacts(const Connections& connections) : connections_(connections) {}

  Result<std::vector<KeptFact>> seen(const DaySpan& days) override {
    const Bounds span{{days.from.number, days.to.number}};
    return connections_.reads.read([&](soci::session& session) -> Result<std::vector<KeptFact>> {
      std::vector<std::optional<UtcTime>> claims;
      const auto decode = [&](const FactRow& row) {
        claims.push_back(nullable_time(row.claimed_at));
        return decode_fact(row);
      };
      auto facts = TRY(select_all<FactRow>(session, kSeen, span, decode));
      const auto steps = TRY((select_all<Values<std::string, std::string, long long>>(
          session, kStepsOfSeen, span, decode_step)));
      add_steps(facts, steps);
      // A hit that came when its incident was claimed already took no step for it.
      for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!facts[i].fact.claimed_at) facts[i].fact.claimed_at = claims[i];
      }
      return facts;
    });
  }

 private:
  Connections connections_;
};

}  // namespace

std::unique_ptr<HitFacts> make_hit_facts(const Connections& connections) {
  return std::make_unique<SqlHitFacts>(connections);
}

}  // namespace bas::control_sql
