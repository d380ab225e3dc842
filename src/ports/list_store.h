// Lists and sealed entries, kept relationally.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/list.h"

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
};

// What putting an entry did.
enum class EntryChange { kAdded, kChanged, kUnchanged };
struct PutEntry {
  EntryChange change = EntryChange::kAdded;
  Id id;  // the stored id: an entry that was there keeps its own
};

// Threads: any; calls are served one after another. Durable when a write returns.
class ListStore {
 public:
  virtual ~ListStore() = default;

  virtual Result<> add_list(const List& list) = 0;
  // Replaces the settings of the list of that id; its owner, name and creation stay as they were
  // added. kNotFound where there is none.
  virtual Result<> update_list(const List& list) = 0;
  virtual Result<std::vector<List>> lists() = 0;

  // One transaction for all; answers in the order given. Keep a call to a thousand entries or so:
  // other writers wait for it.
  virtual Result<std::vector<PutEntry>> put_entries(std::span<const SealedEntry> entries) = 0;
  // What put_entries would do, without doing it.
  virtual Result<std::vector<PutEntry>> preview_entries(std::span<const SealedEntry> entries) = 0;
  virtual Result<> remove_entries(std::span<const Id> entries) = 0;

  virtual Result<std::optional<SealedEntry>> entry(const Id& id) = 0;
  // Entries of one list in id order behind `after` (all zero: from the start).
  virtual Result<std::vector<SealedEntry>> entries(const Id& list, const Id& after,
                                                   std::size_t limit) = 0;
  // Every entry of every list, in pages; stops early when the visitor returns false.
  virtual Result<> visit_entries(
      const std::function<bool(std::span<const SealedEntry>)>& visitor) = 0;
  virtual Result<std::size_t> count_entries(const Id& list) = 0;
};

}  // namespace bas
