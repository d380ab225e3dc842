// Lists and sealed entries, kept relationally.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/list.h"
#include "model/revision.h"

namespace bas {

// An entry as it is kept: plate, reason and source id lie inside `sealed`.
// (list, token) is unique: a second entry for the same plate of the same list replaces the first.
struct SealedEntry {
  Id id;
  Id list;
  std::string token;  // keyed digest of plate and country under the standing token key
  Priority priority = 3;
  std::optional<UtcTime> valid_from;
  std::optional<UtcTime> valid_until;
  std::string content_digest;  // keyed digest of the whole line: equal means nothing changed
  std::string sealed;
  int added_in = 0;    // number of the list's revision that brought it
  int changed_in = 0;  // of the latest that changed it; 0: none did
};

// When a write of entries is safe from a loss of power.
enum class EntrySafety {
  kAtOnce,
  kWithRevision,  // when the next write of a revision returns; until then safe from a crash only
};

// Who changes entries and in which revision of their list; all zero: the server itself.
struct EntryWrite {
  int revision = 0;
  Id by;
  UtcTime at;
  EntrySafety safety = EntrySafety::kAtOnce;
};

// An entry as it was until a revision ended that.
struct PastEntry {
  SealedEntry entry;
  EntryEnd how = EntryEnd::kReplaced;
  int revision = 0;
  UtcTime ended_at;
  Id ended_by;
};

// A plate that a list may not bring back: somebody found its entry wrong. `sealed` holds the entry.
struct WrongMark {
  Id list;
  std::string token;
  Id entry;
  UtcTime marked_at;
  Id marked_by;
  std::string sealed;
};

// What putting an entry did.
enum class EntryChange { kAdded, kChanged, kUnchanged };
struct PutEntry {
  EntryChange change = EntryChange::kAdded;
  Id id;  // the stored id: an entry that was there keeps its own
};

// Where a listing in id order goes on (all zero: from the start), and how far.
struct EntryPage {
  Id after;
  std::size_t limit = 1'000;
};

// Threads: any; calls are served one after another. Durable when a write returns, but for entries
// that are to be safe with their revision.
class ListStore {
 public:
  virtual ~ListStore() = default;

  virtual Result<> add_list(const List& list) = 0;
  // Replaces the settings of the list of that id; its owner, name and creation stay as they were
  // added. kNotFound where there is none.
  virtual Result<> update_list(const List& list) = 0;
  virtual Result<std::vector<List>> lists() = 0;

  // One transaction for all; answers in the order given. Keep a call to a thousand entries or so:
  // other writers wait for it. An entry that changes is kept as it was among the past ones.
  virtual Result<std::vector<PutEntry>> put_entries(std::span<const SealedEntry> entries,
                                                    const EntryWrite& write) = 0;
  // What put_entries would do, without doing it.
  virtual Result<std::vector<PutEntry>> preview_entries(std::span<const SealedEntry> entries) = 0;
  // Takes them out and keeps them among the past ones. Those that are not there are passed over.
  virtual Result<> end_entries(std::span<const Id> entries, EntryEnd how,
                               const EntryWrite& write) = 0;

  // All states that were before, newest first.
  virtual Result<std::vector<PastEntry>> past_of(const Id& entry) = 0;
  // What a revision ended or replaced, in id order behind `after`.
  virtual Result<std::vector<PastEntry>> past_of_revision(const Id& list, int revision,
                                                          const EntryPage& page) = 0;
  // Entries that are in force and that the revision brought or changed.
  virtual Result<std::vector<SealedEntry>> written_in(const Id& list, int revision,
                                                      const EntryPage& page) = 0;

  virtual Result<> mark_wrong(const WrongMark& mark) = 0;
  // False when there was none.
  virtual Result<bool> unmark_wrong(const Id& list, std::string_view token) = 0;
  virtual Result<std::vector<WrongMark>> wrong_marks(const Id& list) = 0;

  virtual Result<std::optional<SealedEntry>> entry(const Id& id) = 0;
  // Entries of one list in id order behind `after` (all zero: from the start).
  virtual Result<std::vector<SealedEntry>> entries(const Id& list, const EntryPage& page) = 0;
  virtual Result<std::optional<SealedEntry>> entry_with_token(const Id& list,
                                                              std::string_view token) = 0;
  // Every entry of every list, in pages; stops early when the visitor returns false.
  virtual Result<> visit_entries(
      const std::function<bool(std::span<const SealedEntry>)>& visitor) = 0;
  // The same for one list, with nothing but id and token filled in: cheaper, for millions.
  virtual Result<> visit_tokens(
      const Id& list,
      const std::function<bool(const Id& entry, const std::string& token)>& visitor) = 0;
  virtual Result<std::size_t> count_entries(const Id& list) = 0;
};

}  // namespace bas
