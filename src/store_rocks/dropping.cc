#include "store_rocks/dropping.h"

#include <rocksdb/convenience.h>
#include <rocksdb/write_batch.h>

#include <set>

#include "base/encode.h"
#include "store_rocks/layout.h"
#include "store_rocks/scan.h"

namespace bas::store_rocks {

namespace {

KeyRange keys_of(Day day) {
  const std::string from = day_prefix(day);
  return {from, end_of_prefix(from)};
}

void count(DroppedReads& dropped, std::string_view key) {
  ++dropped.reads;
  dropped.digest = sha256({dropped.digest, key.substr(kDayBytes)});
}

Result<> write_synced(const Database& database, rocksdb::WriteBatch& batch) {
  rocksdb::WriteOptions synced;
  synced.sync = true;
  const rocksdb::Status status = database.db->Write(synced, &batch);
  if (!status.ok()) return failure_of(status, "drop reads");
  return {};
}

// Gives the bytes back: whole files first, then those shared with neighbour days, then the log.
Result<> give_back(const Database& database, const KeyRange& keys, bool is_whole_range_gone) {
  const rocksdb::Slice first(keys.from);
  const rocksdb::Slice end(keys.to);
  const rocksdb::RangePtr range(&first, &end);
  rocksdb::CompactRangeOptions rewriting;
  rewriting.exclusive_manual_compaction = false;
  rewriting.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  rocksdb::Status status;
  for (rocksdb::ColumnFamilyHandle* family : database.families) {
    if (status.ok() && is_whole_range_gone) {
      status = rocksdb::DeleteFilesInRanges(database.db.get(), family, &range, 1, false);
    }
    if (status.ok()) status = database.db->CompactRange(rewriting, family, &first, &end);
  }
  std::vector<rocksdb::ColumnFamilyHandle*> families(database.families.begin(),
                                                     database.families.end());
  families.push_back(database.settings_family);
  if (status.ok()) status = database.db->Flush({}, families);
  if (!status.ok()) return failure_of(status, "give the bytes of dropped reads back");
  return {};
}

// Every key that tells of the read, but its names, which do not stand in it.
Result<> remove_read(const Database& database, rocksdb::WriteBatch& batch, const SealedRead& read) {
  const auto removed = [&](Family family, const std::string& key) {
    return batch.Delete(database.family(family), key).ok();
  };
  const bool is_removed = removed(kByToken, token_key(read.day, read.token, read.id)) &&
                          removed(kBySite, site_key(read.day, read.site, read.id)) &&
                          removed(kUntold, read_key(read.id)) && removed(kReads, read_key(read.id));
  if (is_removed) return {};
  return fail(ErrorCode::kUnavailable, "cannot gather the keys of dropped reads");
}

Result<> remove_names(const Database& database, rocksdb::WriteBatch& batch, const KeyRange& keys,
                      const std::set<Id>& gone) {
  const auto remove = [&](std::string_view name, std::string_view value) -> Result<bool> {
    const Id id = TRY(id_from_bytes(value));
    const rocksdb::Slice key(name.data(), name.size());
    if (gone.contains(id) && !batch.Delete(database.family(kByName), key).ok()) {
      return fail(ErrorCode::kUnavailable, "cannot gather the names of dropped reads");
    }
    return true;
  };
  return scan_rows(database, kByName, keys, remove);
}

}  // namespace

// The range deletion is what counts and is synced.
Result<DroppedReads> drop_day(const Database& database, Day day) {
  const KeyRange keys = keys_of(day);
  DroppedReads dropped;
  TRY(scan(database, kReads, keys, [&](std::string_view key) -> Result<bool> {
    count(dropped, key);
    return true;
  }));
  rocksdb::WriteBatch batch;
  for (rocksdb::ColumnFamilyHandle* family : database.families) {
    const rocksdb::Status added = batch.DeleteRange(family, keys.from, keys.to);
    if (!added.ok()) return failure_of(added, "drop a day");
  }
  TRY(write_synced(database, batch));
  TRY(give_back(database, keys, true));
  return dropped;
}

// One batch: all of them or none. A day of such cameras is some hundred thousand small keys.
Result<DroppedReads> drop_source(const Database& database, Day day, LegalSource source) {
  const KeyRange keys = keys_of(day);
  DroppedReads dropped;
  std::set<Id> gone;
  rocksdb::WriteBatch batch;
  const auto drop = [&](std::string_view key, std::string_view record) -> Result<bool> {
    const Id id = TRY(id_of_key(key));
    const SealedRead read = TRY(decode_record(id, record));
    if (read.source != source) return true;
    gone.insert(id);
    count(dropped, key);
    TRY(remove_read(database, batch, read));
    return true;
  };
  TRY(scan_rows(database, kReads, keys, drop));
  if (gone.empty()) return dropped;
  TRY(remove_names(database, batch, keys, gone));
  TRY(write_synced(database, batch));
  TRY(give_back(database, keys, false));
  return dropped;
}

}  // namespace bas::store_rocks
