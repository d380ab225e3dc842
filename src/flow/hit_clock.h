// What time alone does to hits: who is not answered calls louder, what nobody answered is over, and
// what nobody finished is closed as such.
#pragma once

#include "base/periodic.h"
#include "flow/verdicts.h"
#include "policy/regime.h"
#include "ports/hit_store.h"

namespace bas::flow {

// Threads: any.
class HitClock {
 public:
  struct Parts {
    HitStore& hits;
    Verdicts& verdicts;
    const policy::Regime&
        regime;  // claim_within, candidate_valid, batch_valid (R32), outcome_within (R59)
    const Clock& clock;
  };
  explicit HitClock(Parts parts) : parts_(parts) {}

  // Oldest first, some hundreds of each kind a call. Answers how many hits changed.
  Result<std::size_t> run();
  // Runs at once and then in that rhythm.
  void start(std::chrono::milliseconds every);

 private:
  Result<std::size_t> escalate(Priority priority);
  Result<std::size_t> expire(Priority priority);
  Result<std::size_t> expire_batched();
  Result<std::size_t> expire(const std::vector<SealedHit>& oldest, const policy::Term& term);
  Result<std::size_t> close_without_outcome();
  bool is_over(UtcTime since, const policy::Term& term) const;

  Parts parts_;
  Periodic job_;
};

}  // namespace bas::flow
