#include "store_rocks/rocks_read_store.h"

#include "store_rocks/database.h"
#include "store_rocks/dropping.h"
#include "store_rocks/layout.h"
#include "store_rocks/scan.h"

#include <rocksdb/write_batch.h>

#include <algorithm>

namespace bas::store_rocks {

namespace {

constexpr std::size_t kReserveMax = 1024;

Result<> refuse_malformed(const SealedRead& read) {
  const auto is_token = [](const std::string& text) { return text.size() == kTokenBytes; };
  const bool is_whole = is_token(read.token) && std::ranges::all_of(read.names, is_token) &&
                        (read.replaced_token.empty() || is_token(read.replaced_token));
  if (!is_whole) return fail(ErrorCode::kBadInput, "a token or name has not 16 bytes");
  if (read.day.number >= 0 && read.day == brussels_day(read.id.time())) return {};
  return fail(ErrorCode::kBadInput, "the day of a read is not that of its id");
}

rocksdb::Status add_to_batch(rocksdb::WriteBatch& batch, const Database& database,
                             const SealedRead& read) {
  rocksdb::Status first_failure;
  const auto note = [&first_failure](const rocksdb::Status& status) {
    if (first_failure.ok()) first_failure = status;
  };
  const auto put = [&](Family family, const std::string& key, std::string_view value) {
    note(batch.Put(database.family(family), key, rocksdb::Slice(value.data(), value.size())));
  };
  if (!read.replaced_token.empty()) {
    const std::string old = token_key(read.day, read.replaced_token, read.id);
    note(batch.Delete(database.family(kByToken), old));
  }
  for (const std::string& name : read.names) {
    put(kByName, name_key(read.day, name), read.id.view());
  }
  const std::string key = read_key(read.id);
  put(kByToken, token_key(read.day, read.token, read.id), {});
  put(kBySite, site_key(read.day, read.site, read.id), {});
  if (read.is_untold) put(kUntold, key, {});
  put(kReads, key, encode_record(read));
  return first_failure;
}

// First and last day that hold a read; nothing when the store is empty.
std::optional<std::pair<Day, Day>> stored_days(const Database& database) {
  const std::unique_ptr<rocksdb::Iterator> at(
      database.db->NewIterator({}, database.family(kReads)));
  at->SeekToFirst();
  if (!at->Valid()) return std::nullopt;
  const Day first = day_of_key(at->key().ToStringView());
  at->SeekToLast();
  if (!at->Valid()) return std::nullopt;
  return std::pair{first, day_of_key(at->key().ToStringView())};
}

Result<> collect_site_day(const Database& database, const SitePassages& wanted, Day day,
                          std::vector<Id>& ids) {
  std::string from = site_key(day, wanted.site, first_id_at(wanted.from));
  if (wanted.after) from = std::max(from, site_key(day, wanted.site, *wanted.after) + '\0');
  const std::string to = site_key(day, wanted.site, first_id_at(wanted.to));
  return scan(database, kBySite, {from, to}, [&](std::string_view key) -> Result<bool> {
    ids.push_back(TRY(id_of_key(key)));
    return ids.size() < wanted.limit;
  });
}

}  // namespace

RocksReadStore::RocksReadStore(std::unique_ptr<Database> database)
    : database_(std::move(database)) {}

RocksReadStore::~RocksReadStore() = default;

Result<std::unique_ptr<ReadStore>> RocksReadStore::open(const Settings& settings) {
  auto database = TRY(Database::open(settings));
  return std::unique_ptr<ReadStore>(new RocksReadStore(std::move(database)));
}

Result<> RocksReadStore::append(std::span<const SealedRead> reads) {
  rocksdb::WriteBatch batch;
  for (const SealedRead& read : reads) {
    TRY(refuse_malformed(read));
    const rocksdb::Status added = add_to_batch(batch, *database_, read);
    if (!added.ok()) return failure_of(added, "gather reads");
  }
  rocksdb::WriteOptions synced;
  synced.sync = true;
  const rocksdb::Status status = database_->db->Write(synced, &batch);
  if (!status.ok()) return failure_of(status, "store reads");
  return {};
}

Result<std::vector<std::optional<Id>>> RocksReadStore::find(std::span<const ReadKey> wanted) {
  std::vector<std::string> keys;
  keys.reserve(wanted.size());
  for (const ReadKey& key : wanted) keys.push_back(name_key(key.day, key.name));
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  database_->db->MultiGet({}, database_->family(kByName), keys.size(), slices.data(), values.data(),
                          statuses.data());
  std::vector<std::optional<Id>> out(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (statuses[i].IsNotFound()) continue;
    if (!statuses[i].ok()) return failure_of(statuses[i], "look up a name");
    out[i] = TRY(id_from_bytes(values[i].ToStringView()));
  }
  return out;
}

Result<std::optional<SealedRead>> RocksReadStore::fetch(const Id& id) {
  rocksdb::PinnableSlice record;
  const rocksdb::Status status =
      database_->db->Get({}, database_->family(kReads), read_key(id), &record);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) return failure_of(status, "fetch a read");
  return TRY(decode_record(id, record.ToStringView()));
}

// The usual answer for one plate and day, for which a plain Get is the quicker call.
Result<std::vector<SealedRead>> RocksReadStore::fetch_at_most_one(std::span<const Id> ids) {
  std::vector<SealedRead> out;
  if (ids.empty()) return out;
  auto found = TRY(fetch(ids.front()));
  if (found) out.push_back(std::move(*found));
  return out;
}

// Those that are there, in the order of `ids`.
Result<std::vector<SealedRead>> RocksReadStore::fetch_all(std::span<const Id> ids) {
  if (ids.size() <= 1) return fetch_at_most_one(ids);
  std::vector<std::string> keys;
  keys.reserve(ids.size());
  for (const Id& id : ids) keys.push_back(read_key(id));
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  database_->db->MultiGet({}, database_->family(kReads), keys.size(), slices.data(), values.data(),
                          statuses.data());
  std::vector<SealedRead> out;
  out.reserve(ids.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (statuses[i].IsNotFound()) continue;  // its day was dropped a moment ago
    if (!statuses[i].ok()) return failure_of(statuses[i], "fetch reads");
    out.push_back(TRY(decode_record(ids[i], values[i].ToStringView())));
  }
  return out;
}

Result<std::vector<SealedRead>> RocksReadStore::history(Day day, std::string_view token,
                                                        std::size_t limit) {
  if (token.size() != kTokenBytes) return fail(ErrorCode::kBadInput, "a token has 16 bytes");
  if (limit == 0) return std::vector<SealedRead>{};
  std::vector<Id> ids;
  const std::string prefix = token_prefix(day, token);
  const auto collect = [&](std::string_view key) -> Result<bool> {
    ids.push_back(TRY(id_of_token_key(key)));
    return ids.size() < limit;
  };
  TRY(scan(*database_, kByToken, {prefix, end_of_prefix(prefix)}, collect));
  return fetch_all(ids);
}

Result<std::vector<SealedRead>> RocksReadStore::passages(const SitePassages& wanted) {
  const auto days = stored_days(*database_);
  if (!days || wanted.from >= wanted.to || wanted.limit == 0) return std::vector<SealedRead>{};
  Day day = std::max(brussels_day(wanted.from), days->first);
  if (wanted.after) day = std::max(day, brussels_day(wanted.after->time()));
  const Day last = std::min(brussels_day(wanted.to - std::chrono::milliseconds{1}), days->second);
  std::vector<Id> ids;
  ids.reserve(std::min(wanted.limit, kReserveMax));
  for (; day <= last && ids.size() < wanted.limit; ++day.number) {
    TRY(collect_site_day(*database_, wanted, day, ids));
  }
  return fetch_all(ids);
}

Result<std::vector<SealedRead>> RocksReadStore::untold(std::size_t limit) {
  if (limit == 0) return std::vector<SealedRead>{};
  std::vector<Id> ids;
  const auto collect = [&](std::string_view key) -> Result<bool> {
    ids.push_back(TRY(id_of_key(key)));
    return ids.size() < limit;
  };
  TRY(scan(*database_, kUntold, {"", std::string(kDayBytes, '\xFF')}, collect));
  return fetch_all(ids);
}

Result<> RocksReadStore::mark_told(std::span<const Id> ids) {
  rocksdb::WriteBatch batch;
  for (const Id& id : ids) {
    const rocksdb::Status added = batch.Delete(database_->family(kUntold), read_key(id));
    if (!added.ok()) return failure_of(added, "gather told reads");
  }
  const rocksdb::Status status = database_->db->Write({}, &batch);
  if (!status.ok()) return failure_of(status, "mark reads as told");
  return {};
}

Result<std::uint64_t> RocksReadStore::count(Day day) {
  const std::string from = day_prefix(day);
  std::uint64_t reads = 0;
  TRY(scan(*database_, kReads, {from, end_of_prefix(from)},
           [&](std::string_view) -> Result<bool> { return ++reads > 0; }));
  return reads;
}

Result<DroppedReads> RocksReadStore::drop_day(Day day) {
  return store_rocks::drop_day(*database_, day);
}

Result<DroppedReads> RocksReadStore::drop_source(Day day, LegalSource source) {
  return store_rocks::drop_source(*database_, day, source);
}

}  // namespace bas::store_rocks
