// Writes every use into the ledger before anything is released, and opens what was written.
#pragma once

#include <functional>
#include <optional>

#include "base/random.h"
#include "flow/ledger_book.h"
#include "flow/use.h"
#include "vault/vault.h"

namespace bas::flow {

struct Use {
  UseFacts facts;  // `at` is filled in
  UseDetails details;
};

// As it stands in the ledger; `details` are gone once they were erased.
struct LoggedUse {
  std::uint64_t number = 0;
  UseFacts facts;
  std::optional<UseDetails> details;
};

// The entry commits to salt and details (SHA-256); both lie sealed beside it under keys of the day
// of the use, which are not those of the reads. Who destroys them leaves an entry that proves that
// something was written and says nothing of it. Threads: any.
class UseLog {
 public:
  struct Parts {
    LedgerBook& book;
    LedgerStore& store;
    vault::Vault& vault;  // of the ledger alone
    const Clock& clock;
    Random& random;
  };
  explicit UseLog(Parts parts) : parts_(parts) {}

  // The number of the entry; durable when it returns. On any error nothing may be released.
  Result<std::uint64_t> write(Use use);
  // Of one part of the log, newest first, from `before` on down; kCorrupt where details do not open
  // the commitment. Cost: a look at each entry of the other part on the way.
  Result<std::vector<LoggedUse>> latest(
      std::uint64_t before, std::size_t limit,
      policy::LogPartition partition = policy::LogPartition::kZone);

  // Those of the zones (see partition_of), in their order, a few hundred in memory at a time. The
  // details of those that are not `wanted` stay closed and are left out: opening them is most of
  // the cost, 65 us a use.
  struct Walk {
    LedgerRange range;  // cut at the end of the ledger
    std::function<bool(const UseFacts&)> wanted;
    std::function<void(LoggedUse&&)> visit;
  };
  Result<> walk(const Walk& walk);
  // The number of the first use at that time or later; size() where there is none. Uses of one
  // instant may stand in another order: whoever needs them exactly looks a little around it.
  Result<std::uint64_t> first_at(UtcTime time);
  std::uint64_t size() const { return parts_.book.size(); }

 private:
  Result<std::optional<UseDetails>> details_of(std::uint64_t number, const ParsedEntry& entry);

  Parts parts_;
};

}  // namespace bas::flow
