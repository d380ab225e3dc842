// The entries in force, in memory, found by the exact canonical plate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "model/list.h"
#include "model/plate.h"

namespace bas::match {

// An entry as matching needs it. Valid from `valid_from` (included) to `valid_until` (excluded).
struct IndexedEntry {
  Id entry;
  Id list;
  std::string country;  // ISO 3166-1 alpha-2; empty: any
  Priority priority = kPriorityLowest;
  std::optional<UtcTime> valid_from;
  std::optional<UtcTime> valid_until;
};

// `probability` 0..1 that the vehicle is the listed one, as far as the characters tell;
// `explanation` is an English sentence a person can read.
struct Match {
  IndexedEntry entry;
  double probability = 1.0;
  std::string explanation;
};

// Threads: none of its own. Any number of find() at once; a change needs the index for itself.
// Cost: find() 0.1 to 0.5 µs when nothing matches; put() 1 µs, and never a pause to grow: the
// index is split into many small tables, which grow one at a time. 85 to 90 bytes an entry.
class EntryIndex {
 public:
  // `seed` keeps whoever writes a list from choosing plates that collide.
  explicit EntryIndex(std::uint64_t seed);
  ~EntryIndex();
  EntryIndex(EntryIndex&&) noexcept;
  EntryIndex& operator=(EntryIndex&&) noexcept;

  // An entry with the same id is replaced, also when its plate changed.
  void put(std::string_view canonical_plate, const IndexedEntry& entry);

  // False when the entry was not there.
  bool remove(const Id& entry);

  // The entries of a suspended list stay but do not match. Unknown lists may be suspended ahead.
  void suspend_list(const Id& list);
  void resume_list(const Id& list);

  // Entries with exactly the text of `read` (canonical), in force at `captured_at`, strongest
  // priority first, then by entry id. Two known countries that differ are two vehicles; where one
  // is not known the entry matches, and the explanation says so.
  std::vector<Match> find(const Plate& read, UtcTime captured_at) const;

  std::size_t size() const;
  // Memory held, from the sizes of the tables.
  std::size_t approximate_bytes() const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace bas::match
