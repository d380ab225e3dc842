// The one gate: policy is asked, the ledger is written, and only then is anything done or given
// out.
#pragma once

#include <string>

#include "flow/directory.h"
#include "flow/use_spool.h"
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
    UseSpool& spool;
    const policy::Regime& regime;
    const Clock& clock;
    // Version of the impact assessment that covers the system as it is set up (rule R61).
    std::string impact_assessment{};
  };
  explicit Gate(Parts parts) : parts_(std::move(parts)) {}

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

  // At the door of every request: may this person do such a thing at all, and, where no data have
  // to be known for it, may it be done now? Then it stands in the ledger (`target`: what was asked,
  // without its body). What needs its data known is asked again, whole, by who opens them.
  Result<> enter(policy::Act act, const std::string& target, const Person& who);

  // Once it is known whose it is that is to be changed: may this person do it there? `zone` zero:
  // it belongs to the province. A refusal is written.
  Result<> in_zone(policy::Act act, const Id& zone, const Person& who);
  // The same of what is only left out where it may not be seen. Pure, and not written down.
  bool is_in_zone(policy::Act act, const Id& zone, const User& user) const;

  // Of what goes on after it was entered, such as a stream: whether this role may still. Pure, and
  // not written down.
  bool admits(policy::Act act, const User& user) const;

  // Asks and writes before a change that tells of itself (`use`: what, and what is said of it). It
  // is covered by the impact assessment in force, and alters whatever the act.
  Result<> change(policy::Act act, Use use, const Person& who);

  // The same for hits, which are shared while the ledger cannot be written: the entry waits in the
  // spool (rule R52).
  Result<policy::Decision> deliver(policy::Request request, Use use, const Person& who);
  // What the server does by itself.
  Result<policy::Decision> deliver_by_server(policy::Request request, Use use);

  const policy::Regime& regime() const { return parts_.regime; }
  const Directory& directory() const { return parts_.directory; }
  // The code of that zone; empty for the province.
  std::string zone_code(const Id& zone) const;

 private:
  policy::Actor actor_of(const User& user, const policy::Request& request) const;
  policy::Request zonal(policy::Act act, const Id& zone, const User& user) const;
  Use stamped(Use use, const policy::Decision& decision, const Person& who) const;
  Result<std::uint64_t> put(Use use);
  Result<policy::Decision> write_or_spool(const policy::Request& request, Use use);
  void note_refusal(Use use, const policy::Decision& decision, const Person& who);

  Parts parts_;
};

// The refusal in words, of a decision that does not permit.
Error refusal_of(const policy::Decision& decision);

using policy::kProvince;

}  // namespace bas::flow
