// The one gate: policy is asked, the ledger is written, and only then is anything done or given
// out.
#pragma once

#include <string>

#include "flow/directory.h"
#include "flow/use_log.h"
#include "model/account.h"
#include "policy/decide.h"

namespace bas::flow {

// Who asks, from where (as the network says).
struct Person {
  User user;
  std::string terminal;
};

// Threads: any.
class Gate {
 public:
  struct Parts {
    const Directory& directory;
    UseLog& uses;
    const policy::Regime& regime;
    const Clock& clock;
  };
  explicit Gate(Parts parts) : parts_(parts) {}

  // What policy says of it; `request.actor` is filled in. Somebody with both capacities acts in the
  // one that the purpose takes.
  policy::Decision ask(policy::Request request, const User& user) const;

  // The number of the entry, durable. The caller says what was used and for what (`facts.what`,
  // results, purpose, predicate, ...); person and decision are filled in. On any error nothing may
  // be done or given out.
  Result<std::uint64_t> write(Use use, const policy::Decision& decision, const Person& who);

  // Asks and writes. kRefused, with rule and what is missing, when policy refuses; that too is
  // written.
  Result<policy::Decision> pass(policy::Request request, Use use, const Person& who);

  const policy::Regime& regime() const { return parts_.regime; }
  const Directory& directory() const { return parts_.directory; }
  // The code of that zone; empty for the province.
  std::string zone_code(const Id& zone) const;

 private:
  Parts parts_;
};

// The refusal in words, of a decision that does not permit.
Error refusal_of(const policy::Decision& decision);

}  // namespace bas::flow
