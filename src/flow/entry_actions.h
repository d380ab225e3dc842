// What people do with single entries: put one, withdraw it, or say that it is wrong.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/entry_book.h"
#include "flow/lists.h"
#include "flow/revision_book.h"
#include "flow/verdicts.h"

namespace bas::flow {

// An entry as it was until a revision of its list ended that.
struct EntryPast {
  Entry entry;
  EntryEnd how = EntryEnd::kReplaced;
  int revision = 0;
  UtcTime ended_at;
  Id ended_by;
};

// A plate that was found wrong and stays off its list until somebody takes that back.
struct WrongEntry {
  Entry entry;
  UtcTime marked_at;
  Id marked_by;
};

// Threads: any. Each act is a revision of the list, durable and in force when it returns.
class EntryActions {
 public:
  struct Parts {
    ListStore& store;
    EntryBook& entries;
    Lists& lists;
    RevisionBook& revisions;
    Verdicts& verdicts;
    Desks& desks;
    const Clock& clock;
    Random& random;
  };
  explicit EntryActions(Parts parts) : parts_(parts) {}

  // kBadInput without a valid end or with one past what its category allows; kConflict when the
  // plate was marked wrong.
  Result<Entry> put(Entry wanted, const Id& by);
  Result<> withdraw(const Id& entry, const Id& by);

  // For all zones at once: the entry is ended, its open hits are withdrawn, everyone who saw them
  // is told, and no later file brings the plate back on this list.
  Result<> mark_wrong(const Id& entry, const Id& by);
  Result<> unmark_wrong(const Id& list, const Plate& plate);
  Result<std::vector<WrongEntry>> wrong(const Id& list);

  // Newest first.
  Result<std::vector<EntryPast>> past(const Id& entry);

 private:
  Result<> end(const Entry& entry, EntryEnd how, const Id& by);
  Result<Revision> begin(const Id& list, const Id& by);

  Parts parts_;
};

}  // namespace bas::flow
