// The keys of a family, one after another.
#pragma once

#include <rocksdb/db.h>

#include <memory>
#include <string>

#include "store_rocks/database.h"

namespace bas::store_rocks {

struct KeyRange {
  std::string from;  // included
  std::string to;    // excluded
};

// The keys of a range, in order, until `visit` says stop. All share one prefix where the family
// has prefixes.
template <typename Visit>
Result<> scan(const Database& database, Family family, const KeyRange& range, Visit visit) {
  const rocksdb::Slice bound(range.to);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.prefix_same_as_start = family == kByToken || family == kBySite;
  const std::unique_ptr<rocksdb::Iterator> at(
      database.db->NewIterator(options, database.family(family)));
  for (at->Seek(range.from); at->Valid(); at->Next()) {
    if (!TRY(visit(at->key().ToStringView()))) return {};
  }
  if (!at->status().ok()) return failure_of(at->status(), "read the read store");
  return {};
}

}  // namespace bas::store_rocks
