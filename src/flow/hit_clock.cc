#include "flow/hit_clock.h"

#include "policy/calendar.h"

namespace bas::flow {

namespace {

constexpr std::size_t kAtOnce = 500;

const policy::Term& term_of(const policy::ByPriority<policy::Term>& terms, Priority priority) {
  return terms[static_cast<std::size_t>(priority - kPriorityHighest)];
}

HitStep step_of(StepKind kind, HitOutcome outcome = HitOutcome::kNone) {
  HitStep step;
  step.kind = kind;
  step.outcome = outcome;
  return step;
}

}  // namespace

Result<std::size_t> HitClock::run() {
  std::size_t changed = 0;
  for (Priority priority = kPriorityHighest; priority <= kPriorityLowest; ++priority) {
    changed += TRY(expire(priority));
    changed += TRY(escalate(priority));
  }
  changed += TRY(expire_batched());
  changed += TRY(close_without_outcome());
  parts_.verdicts.learn_from_settled();
  return changed;
}

bool HitClock::is_over(UtcTime since, const policy::Term& term) const {
  return policy::end_of(since, term, parts_.regime.clocks) <= parts_.clock.now();
}

Result<std::size_t> HitClock::expire(Priority priority) {
  return expire(TRY(parts_.hits.oldest_questions(priority, kAtOnce)),
                term_of(parts_.regime.candidate_valid, priority));
}

Result<std::size_t> HitClock::expire_batched() {
  return expire(TRY(parts_.hits.oldest_batched(kAtOnce)), parts_.regime.batch_valid);
}

Result<std::size_t> HitClock::expire(const std::vector<SealedHit>& oldest,
                                     const policy::Term& term) {
  std::size_t closed = 0;
  for (const SealedHit& hit : oldest) {
    if (!is_over(hit.created_at, term)) break;
    closed += TRY(parts_.verdicts.take_by_server(hit, step_of(StepKind::kExpire))) ? 1 : 0;
  }
  return closed;
}

// What never rings and what came late does not call.
Result<std::size_t> HitClock::escalate(Priority priority) {
  const policy::Term& term = term_of(parts_.regime.claim_within, priority);
  std::size_t called = 0;
  for (const SealedHit& hit : TRY(parts_.hits.unclaimed(priority, kAtOnce))) {
    if (!is_over(hit.created_at, term)) break;
    called += TRY(parts_.verdicts.take_by_server(hit, step_of(StepKind::kEscalate))) ? 1 : 0;
  }
  return called;
}

Result<std::size_t> HitClock::close_without_outcome() {
  const HitStep closing = step_of(StepKind::kClose, HitOutcome::kNotRecorded);
  std::size_t closed = 0;
  for (const SealedHit& hit : TRY(parts_.hits.without_outcome(kAtOnce))) {
    const auto last = hit.life.followed_at ? hit.life.followed_at : hit.life.verdict.at;
    if (last && !is_over(*last, parts_.regime.outcome_within)) break;
    closed += TRY(parts_.verdicts.take_by_server(hit, closing)) ? 1 : 0;
  }
  return closed;
}

void HitClock::start(std::chrono::milliseconds every) {
  job_.start(every, or_complain("what time does to hits was not done; nobody can validate what "
                                "expired",
                                [this]() -> Result<> {
                                  TRY(run());
                                  return {};
                                }));
}

}  // namespace bas::flow
