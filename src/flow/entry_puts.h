// Entries that people put on a list: policy is asked of each whole (rule R21), the ledger is told.
#pragma once

#include "flow/entry_actions.h"
#include "flow/gate.h"

namespace bas::flow {

// Threads: any.
class EntryPuts {
 public:
  struct Parts {
    EntryActions& actions;
    Gate& gate;
  };
  explicit EntryPuts(Parts parts) : parts_(parts) {}

  // What the entry does not say itself is its list's: the zone as its owner, the article for which
  // the law keeps lists of that category as its basis, the case as its source. kRefused, and
  // written, when something of it is missing, or the list is another zone's; otherwise as
  // EntryActions::put.
  Result<Entry> put(Entry wanted, const List& list, const Person& who);

 private:
  Parts parts_;
};

}  // namespace bas::flow
