// The rows of a family, one after another.
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

// Key and value of each row of a range, in order, until `visit` says stop. All share one prefix
// where the family has prefixes.
template <typename Visit>
Result<> scan_rows(const Database& database, Family family, const KeyRange& range, Visit visit) {
  const rocksdb::Slice bound(range.to);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.prefix_same_as_start = family == kByToken || family == kBySite;
  const std::unique_ptr<rocksdb::Iterator> at(
      database.db->NewIterator(options, database.family(family)));
  for (at->Seek(range.from); at->Valid(); at->Next()) {
    if (!TRY(visit(at->key().ToStringView(), at->value().ToStringView()))) return {};
  }
  if (!at->status().ok()) return failure_of(at->status(), "read the read store");
  return {};
}

// The same of the keys alone.
template <typename Visit>
Result<> scan(const Database& database, Family family, const KeyRange& range, Visit visit) {
  return scan_rows(database, family, range,
                   [&](std::string_view key, std::string_view) { return visit(key); });
}

}  // namespace bas::store_rocks
