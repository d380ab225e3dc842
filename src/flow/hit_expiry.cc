#include "flow/hit_expiry.h"

#include "policy/calendar.h"

namespace bas::flow {

namespace {

constexpr std::size_t kClosedAtOnce = 500;

}  // namespace

Result<std::size_t> HitExpiry::run() {
  std::size_t closed = 0;
  for (Priority priority = kPriorityHighest; priority <= kPriorityLowest; ++priority) {
    closed += TRY(close(priority));
  }
  return closed;
}

Result<std::size_t> HitExpiry::close(Priority priority) {
  const policy::Term& term =
      parts_.regime.candidate_valid[static_cast<std::size_t>(priority - kPriorityHighest)];
  std::size_t closed = 0;
  for (const SealedHit& hit : TRY(parts_.hits.oldest_candidates(priority, kClosedAtOnce))) {
    const UtcTime end = policy::end_of(hit.created_at, term, parts_.regime.clocks);
    if (end > parts_.clock.now()) break;
    closed += TRY(parts_.verdicts.expire(hit)) ? 1 : 0;
  }
  return closed;
}

void HitExpiry::start(std::chrono::milliseconds every) {
  job_.start(every, or_complain("hits that expired could not be closed; nobody can validate them",
                                [this]() -> Result<> {
                                  TRY(run());
                                  return {};
                                }));
}

}  // namespace bas::flow
