#include "store_rocks/database.h"

#include "base/file.h"
#include "base/log.h"
#include "store_rocks/layout.h"

#include <fmt/format.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

namespace bas::store_rocks {

namespace {

constexpr std::string_view kLayoutName = "layout";
constexpr std::string_view kLayoutNumber = "1";
constexpr std::array<const char*, kFamilies> kNames = {"reads", "by_token", "by_site", "by_name",
                                                       "untold"};

rocksdb::DBOptions database_options() {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.max_background_jobs = 2;
  options.max_total_wal_size = 64u << 20;  // bounds what a start replays
  options.db_write_buffer_size = 128u << 20;
  options.max_open_files = 1024;  // and so a start does not open every file
  options.skip_stats_update_on_db_open = true;
  options.bytes_per_sync = 1u << 20;  // spreads the writing out: shorter tails of fdatasync
  options.info_log_level = rocksdb::WARN_LEVEL;
  options.keep_log_file_num = 4;
  options.max_log_file_size = 4u << 20;
  return options;
}

// Sealed bytes, tokens and random ids do not compress. Indexes and filters are partitioned, so
// that a year of them needs no more memory than the cache has.
rocksdb::ColumnFamilyOptions family_options(Family which,
                                            const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.format_version = 5;
  table.block_size = which == kReads ? 16 * 1024 : 8 * 1024;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.partition_filters = true;
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.pin_top_level_index_and_filter = true;

  rocksdb::ColumnFamilyOptions options;
  options.compression = rocksdb::kNoCompression;
  options.level_compaction_dynamic_level_bytes = true;
  options.write_buffer_size = which == kReads ? 32u << 20 : 16u << 20;
  options.target_file_size_base = 64u << 20;
  options.memtable_prefix_bloom_size_ratio = 0.1;
  options.memtable_whole_key_filtering = which == kByName;
  if (which == kByToken || which == kBySite) {
    options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(kPrefixBytes));
    table.whole_key_filtering = false;
  }
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> all_families(std::size_t cache_bytes) {
  const auto cache = rocksdb::NewLRUCache(cache_bytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> out;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    out.emplace_back(kNames[i], family_options(static_cast<Family>(i), cache));
  }
  out.emplace_back(rocksdb::kDefaultColumnFamilyName, rocksdb::ColumnFamilyOptions());
  return out;
}

Result<> check_layout(const Database& database) {
  std::string found;
  const rocksdb::Slice name(kLayoutName.data(), kLayoutName.size());
  rocksdb::Status status = database.db->Get({}, database.settings_family, name, &found);
  if (status.IsNotFound()) {
    rocksdb::WriteOptions synced;
    synced.sync = true;
    const rocksdb::Slice number(kLayoutNumber.data(), kLayoutNumber.size());
    status = database.db->Put(synced, database.settings_family, name, number);
    found = kLayoutNumber;
  }
  if (!status.ok()) return failure_of(status, "open the read store");
  if (found == kLayoutNumber) return {};
  return fail(ErrorCode::kRefused,
              fmt::format("the read store has layout {}, this version knows {}: run the version "
                          "that wrote it",
                          found, kLayoutNumber));
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const RocksReadStore::Settings& settings) {
  TRY(make_private_folder(settings.folder));
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status =
      rocksdb::DB::Open(database_options(), settings.folder.string(),
                        all_families(settings.cache_bytes), &handles, &db);
  if (!status.ok()) return failure_of(status, "open the read store");
  auto database = std::make_unique<Database>();
  database->db.reset(db);
  std::copy_n(handles.begin(), std::size_t{kFamilies}, database->families.begin());
  database->settings_family = handles.back();
  TRY(check_layout(*database));
  return database;
}

Database::~Database() {
  if (!db) return;
  std::vector<rocksdb::ColumnFamilyHandle*> all(families.begin(), families.end());
  all.push_back(settings_family);
  const rocksdb::Status flushed = db->Flush({}, all);  // so that the next start replays nothing
  if (!flushed.ok()) log(LogLevel::kWarning, "store_rocks", "the log is replayed at next start");
  for (rocksdb::ColumnFamilyHandle* handle : families) db->DestroyColumnFamilyHandle(handle);
  db->DestroyColumnFamilyHandle(settings_family);
}

tl::unexpected<Error> failure_of(const rocksdb::Status& status, std::string_view act) {
  const std::string said = status.ToString();
  if (status.IsNoSpace() || status.subcode() == rocksdb::Status::kNoSpace) {
    return fail(ErrorCode::kUnavailable, fmt::format("cannot {}: the disk is full; free space on "
                                                     "it, then it goes on by itself",
                                                     act));
  }
  if (said.find("lock") != std::string::npos && status.IsIOError()) {
    return fail(ErrorCode::kConflict,
                fmt::format("cannot {}: another process holds it ({})", act, said));
  }
  const bool is_damaged = status.IsCorruption() || status.IsInvalidArgument();
  return fail(is_damaged ? ErrorCode::kCorrupt : ErrorCode::kUnavailable,
              fmt::format("cannot {}: {}", act, said));
}

}  // namespace bas::store_rocks
