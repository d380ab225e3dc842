// One RocksDB with the column families of layout.h. For this folder only.
#pragma once

#include <rocksdb/db.h>

#include <array>
#include <memory>

#include "store_rocks/rocks_read_store.h"

namespace bas::store_rocks {

enum Family : std::size_t { kReads, kByToken, kBySite, kByName, kUntold, kFamilies };

// Threads: any, concurrently.
struct Database {
  static Result<std::unique_ptr<Database>> open(const RocksReadStore::Settings& settings);
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  rocksdb::ColumnFamilyHandle* family(Family which) const { return families[which]; }

  std::unique_ptr<rocksdb::DB> db;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilies> families{};
  rocksdb::ColumnFamilyHandle* settings_family = nullptr;  // RocksDB's "default": the layout number
};

// What RocksDB says, in our words. `status` is not ok.
tl::unexpected<Error> failure_of(const rocksdb::Status& status, std::string_view act);

}  // namespace bas::store_rocks
