// Wide searches that a second person agrees to beforehand (rules R34 to R36).
#pragma once

#include <vector>

#include "base/random.h"
#include "flow/gate.h"
#include "flow/papers.h"
#include "flow/search_wish.h"
#include "model/agreement.h"

namespace bas::flow {

// Threads: any. Each act is in the ledger before it happens. Those of another zone are not there
// (kNotFound).
class Agreements {
 public:
  static constexpr std::chrono::hours kLife{24};

  struct Parts {
    Papers& papers;
    Gate& gate;
    const Clock& clock;
    Random& random;
  };
  explicit Agreements(Parts parts) : parts_(parts) {}

  // Asks a colleague of the zone. kBadInput without purpose, case or reason.
  Result<Agreement> ask(const SearchWish& wish, const Person& who);
  // By somebody else of the zone; kRefused to who asked, kConflict when it was agreed to or is
  // over.
  Result<Agreement> agree(const Id& id, const Person& who);
  // Of the zone, not over, newest first. They name plates: looking at them is a use too.
  Result<std::vector<Agreement>> all(const Person& who);

  // For a search of who asked. kRefused while nobody agreed, and once it is over.
  Result<Agreement> find(const Id& id, const User& user);

 private:
  struct Found {
    OpenPaper paper;
    Agreement agreement;
  };
  Result<Found> found(const Id& id, const User& user);

  Parts parts_;
};

}  // namespace bas::flow
