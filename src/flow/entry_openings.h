// What stands in a list, opened by somebody: for the purpose that lists of its category are kept
// for.
#pragma once

#include <string>

#include "flow/gate.h"
#include "flow/grants.h"
#include "model/list.h"

namespace bas::flow {

// Threads: any.
class EntryOpenings {
 public:
  struct Parts {
    Gate& gate;
    Grants& grants;
  };
  explicit EntryOpenings(Parts parts) : parts_(parts) {}

  // Before they are shown. `what`: "entry", "entries", ...; `results`: how many. A list of the
  // province is everybody's own; one of another zone needs its grant. kRefused with rule and what
  // is missing; kUnavailable when the ledger cannot be written.
  struct Asked {
    const char* what;
    std::size_t results = 0;
  };
  Result<> open(const List& list, const Asked& asked, const Person& who);

 private:
  Parts parts_;
};

}  // namespace bas::flow
