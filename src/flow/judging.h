// A person takes a step with a hit: policy is asked with all that is known of it, the ledger is
// told, then it counts.
#pragma once

#include "flow/gate.h"
#include "flow/reads.h"
#include "flow/verdicts.h"
#include "ports/list_store.h"
#include "ports/revision_store.h"

namespace bas::flow {

// The act that policy is asked for, of each step a person takes; none: only the server takes it.
std::optional<policy::Act> act_of(StepKind kind);

// Who it was, as it stands on record.
Doer doer_of(const User& user);

// Threads: any.
class Judging {
 public:
  struct Parts {
    Verdicts& verdicts;
    Reads& reads;
    Gate& gate;
    ListStore& lists;
    RevisionStore& revisions;
  };
  explicit Judging(Parts parts) : parts_(parts) {}

  // As Verdicts::take, whose errors it passes on; by whom is filled in. What is validated, sent out
  // to or stopped is first asked of the register or list it comes from, which may take some
  // seconds. kNotFound for a hit that this person does not see; kRefused with the rule when it
  // expired (R32), when it would be validated by who wrote its entry (R26), when nobody has
  // compared it (R25) or when its source does not confirm it (R28).
  Result<HitWithRead> take(StepWish wish, const Person& who, std::stop_token stop);
  // A hit that this person sees (kNotFound otherwise), to decide by. Nothing of it may be given
  // out: it does not stand in the ledger.
  Result<HitWithRead> seen(const Id& hit, const Person& who);
  // What stands on record of a hit that this person sees.
  Result<std::vector<TakenStep>> steps(const Id& hit, const Person& who);

 private:
  Result<bool> is_author(const Id& entry, const Id& person);
  Result<policy::SourceAnswer> ask_source(const Hit& hit, HitStep& step, std::stop_token stop);

  Parts parts_;
};

}  // namespace bas::flow
