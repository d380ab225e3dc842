// Candidates that nobody looked at in time are over, and say so.
#pragma once

#include "base/periodic.h"
#include "flow/verdicts.h"
#include "policy/regime.h"
#include "ports/hit_store.h"

namespace bas::flow {

// Threads: any.
class HitExpiry {
 public:
  struct Parts {
    HitStore& hits;
    Verdicts& verdicts;
    const policy::Regime& regime;  // `candidate_valid`, by priority (R32)
    const Clock& clock;
  };
  explicit HitExpiry(Parts parts) : parts_(parts) {}

  // Closes those whose time is over, oldest first, some hundreds of each priority a call. Answers
  // how many.
  Result<std::size_t> run();
  // Runs at once and then in that rhythm.
  void start(std::chrono::milliseconds every);

 private:
  Result<std::size_t> close(Priority priority);

  Parts parts_;
  Periodic job_;
};

}  // namespace bas::flow
