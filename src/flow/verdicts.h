// What becomes of a hit: a person judges it, or its entry is withdrawn.
#pragma once

#include <span>
#include <stop_token>
#include <string_view>
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

  // `wanted.verdict` holds state, reason and who. A hit that is validated is first checked with the
  // registers, where one answers for its category: that may take some seconds. kConflict when it
  // was judged or withdrawn meanwhile.
  Result<HitWithRead> judge(Judgement wanted, std::stop_token stop);

  // Nobody may act on the open hits of these entries any more: desks and viewers are told.
  Result<std::size_t> withdraw(std::span<const Id> entries);

  // Nobody looked at this candidate in time: desks are told. False when somebody did meanwhile.
  Result<bool> expire(const SealedHit& candidate);

  // Somebody opened a hit; he is told should it be withdrawn.
  Result<> note_view(const Id& viewer, const Id& hit);
  Result<std::vector<HitWithRead>> withdrawn_unseen(const Id& viewer);
  Result<> mark_told(const Id& viewer, const Id& hit);

 private:
  void tell(const HitWithRead& changed);
  void tell(const Id& hit);

  Parts parts_;
};

}  // namespace bas::flow
