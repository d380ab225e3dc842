// What becomes of a hit, step by step, and who is told.
#pragma once

#include <deque>
#include <mutex>
#include <span>
#include <stop_token>
#include <vector>

#include "base/clock.h"
#include "flow/misread_tally.h"
#include "flow/reads.h"
#include "flow/repeat_guard.h"
#include "ports/desks.h"
#include "ports/register_checks.h"

namespace bas::flow {

// Threads: any.
class Verdicts {
 public:
  struct Parts {
    HitStore& hits;
    Reads& reads;
    RepeatGuard& guard;
    MisreadTally& tally;
    RegisterChecks& registers;
    Desks& desks;
    const Clock& clock;
  };
  explicit Verdicts(Parts parts) : parts_(parts) {}

  // The step's time is now. Errors are those of HitStore::take. The desks are told of every hit
  // that changed with it.
  Result<HitWithRead> take(StepWish wish);
  // What a register says of the reason for that hit now: kNone where none answers for its category.
  // May take some seconds.
  RegisterFinding ask_register(const Hit& hit, std::stop_token stop);
  // What stands on record of a hit, oldest first.
  Result<std::vector<TakenStep>> steps(const Id& hit) { return parts_.hits.steps(hit); }

  // Nobody may act on the open hits of these entries any more: desks and viewers are told.
  Result<std::size_t> withdraw(std::span<const Id> entries);

  // What the server does by itself when nobody did something in time: desks are told. False when
  // somebody did meanwhile.
  Result<bool> take_by_server(const SealedHit& hit, HitStep step);

  // Verdicts that can no longer be taken back teach what each camera misreads.
  void learn_from_settled();

  // Somebody opened a hit; he is told should it be withdrawn.
  Result<> note_view(const Id& viewer, const Id& hit);
  Result<std::vector<HitWithRead>> withdrawn_unseen(const Id& viewer);
  Result<> mark_told(const Id& viewer, const Id& hit);

 private:
  void tell(const HitWithRead& changed);
  void tell(const Id& hit);
  Result<> note(const Hit& hit, const HitStep& step);

  Parts parts_;
  struct Settling {
    Id hit;
    UtcTime at;
  };
  std::mutex mutex_;               // guards settling_
  std::deque<Settling> settling_;  // validated, oldest first
};

}  // namespace bas::flow
