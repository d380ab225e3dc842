// A person judges a hit: policy is asked with all that is known of it, the ledger is told, then it
// counts.
#pragma once

#include "flow/gate.h"
#include "flow/reads.h"
#include "flow/verdicts.h"
#include "ports/list_store.h"
#include "ports/revision_store.h"

namespace bas::flow {

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

  // As Verdicts::judge, whose errors it passes on. kNotFound for a hit that this person does not
  // see; kRefused with the rule when it expired (R32), or when it would be validated by who wrote
  // its entry (R26).
  Result<HitWithRead> judge(Judgement wanted, const Person& who, std::stop_token stop);

 private:
  Result<bool> is_author(const Id& entry, const Id& person);

  Parts parts_;
};

}  // namespace bas::flow
