#include "store_rocks/rocks_ledger_store.h"

#include "base/file.h"
#include "store_rocks/database.h"

#include <fmt/format.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

namespace bas::store_rocks {

namespace {

constexpr std::string_view kLedgerLayout = "1";

std::string big_endian(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(number >> (56 - 8 * i) & 0xFFU);
  }
  return bytes;
}

std::optional<std::uint64_t> number_of(std::string_view bytes) {
  if (bytes.size() != 8) return std::nullopt;
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::string tile_key(unsigned level, std::uint64_t index) {
  return static_cast<char>(level) + big_endian(index);
}

constexpr std::uint64_t kTogetherMost = 256;  // no run of entries crosses a bundle

void put_text(std::string& run, std::string_view text) {
  const auto bytes = static_cast<std::uint32_t>(text.size());
  for (int shift = 24; shift >= 0; shift -= 8) run += static_cast<char>(bytes >> shift & 0xFFU);
  run += text;
}

Result<std::vector<std::string>> texts_in(std::string_view run) {
  std::vector<std::string> texts;
  while (run.size() >= 4) {
    std::uint32_t bytes = 0;
    for (int i = 0; i < 4; ++i) bytes = bytes << 8 | static_cast<unsigned char>(run[i]);
    if (run.size() - 4 < bytes) break;
    texts.emplace_back(run.substr(4, bytes));
    run.remove_prefix(4 + bytes);
  }
  if (!run.empty()) return fail(ErrorCode::kCorrupt, "a run of the ledger is cut");
  return texts;
}

std::string run_of(std::span<const std::string> texts) {
  std::string run;
  for (const std::string& text : texts) put_text(run, text);
  return run;
}

rocksdb::WriteOptions synced_write() {
  rocksdb::WriteOptions options;
  options.sync = true;
  return options;
}

rocksdb::Options ledger_options() {
  rocksdb::BlockBasedTableOptions table;
  table.format_version = 5;
  table.block_size = 16 * 1024;
  rocksdb::Options options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.compression = rocksdb::kNoCompression;
  options.max_background_jobs = 2;
  options.write_buffer_size = 16u << 20;
  options.max_total_wal_size = 16u << 20;
  options.target_file_size_base = 64u << 20;
  options.level_compaction_dynamic_level_bytes = true;
  options.max_open_files = 256;
  options.bytes_per_sync = 1u << 20;
  options.info_log_level = rocksdb::WARN_LEVEL;
  options.keep_log_file_num = 4;
  options.max_log_file_size = 4u << 20;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

tl::unexpected<Error> ledger_gap(std::uint64_t number) {
  return fail(ErrorCode::kNotFound, fmt::format("the ledger holds nothing under {}", number));
}

enum LedgerFamily : std::size_t { kPlain, kEntries, kPayloads, kTiles, kLedgerFamilies };
constexpr std::array<const char*, kLedgerFamilies> kLedgerNames = {"default", "entries", "payloads",
                                                                   "tiles"};

}  // namespace

struct RocksLedgerStore::Engine {
  ~Engine() {
    for (rocksdb::ColumnFamilyHandle* one : families) {
      if (one != nullptr) db->DestroyColumnFamilyHandle(one);
    }
  }

  Result<std::optional<std::string>> get(LedgerFamily of, const std::string& key) const {
    std::string value;
    const auto status = db->Get({}, families[of], key, &value);
    if (status.IsNotFound()) return std::nullopt;
    if (!status.ok()) return failure_of(status, "read the ledger");
    return value;
  }

  Result<> put(const char* key, std::string_view value) const {
    const rocksdb::Slice bytes(value.data(), value.size());
    const auto status = db->Put(synced_write(), families[kPlain], key, bytes);
    if (!status.ok()) return failure_of(status, "write the ledger");
    return {};
  }

  // Those in the range; fewer where the ledger ends.
  Result<std::vector<std::string>> texts(LedgerFamily of, const LedgerRange& range) const {
    std::vector<std::string> found;
    const std::unique_ptr<rocksdb::Iterator> at(db->NewIterator({}, families[of]));
    for (at->SeekForPrev(big_endian(range.first)); at->Valid(); at->Next()) {
      const auto first = number_of(at->key().ToStringView());
      const std::uint64_t wanted = range.first + found.size();
      if (found.size() == range.count || !first || *first > wanted) break;
      auto run = TRY(texts_in(at->value().ToStringView()));
      for (std::uint64_t i = wanted - *first; i < run.size() && found.size() < range.count; ++i) {
        found.push_back(std::move(run[i]));
      }
    }
    if (!at->status().ok()) return failure_of(at->status(), "read the ledger");
    return found;
  }

  std::unique_ptr<rocksdb::DB> db;
  std::array<rocksdb::ColumnFamilyHandle*, kLedgerFamilies> families{};
};

RocksLedgerStore::RocksLedgerStore(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

RocksLedgerStore::~RocksLedgerStore() = default;

Result<std::unique_ptr<LedgerStore>> RocksLedgerStore::open(const std::filesystem::path& folder) {
  TRY(make_private_folder(folder));
  const rocksdb::Options options = ledger_options();
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted;
  for (const char* name : kLedgerNames) wanted.emplace_back(name, options);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* raw = nullptr;
  const auto opened = rocksdb::DB::Open(options, folder.string(), wanted, &handles, &raw);
  if (!opened.ok()) return failure_of(opened, "open the ledger");
  auto engine = std::make_unique<Engine>();
  engine->db.reset(raw);
  std::copy_n(handles.begin(), std::size_t{kLedgerFamilies}, engine->families.begin());
  const auto layout = TRY(engine->get(kPlain, "layout"));
  if (!layout) {
    TRY(engine->put("layout", kLedgerLayout));
  } else if (*layout != kLedgerLayout) {
    return fail(ErrorCode::kRefused,
                fmt::format("the ledger has layout {}, this version knows {}: run the version that "
                            "wrote it",
                            *layout, kLedgerLayout));
  }
  return std::unique_ptr<LedgerStore>(new RocksLedgerStore(std::move(engine)));
}

Result<std::uint64_t> RocksLedgerStore::size() {
  const auto stored = TRY(engine_->get(kPlain, "size"));
  if (!stored) return std::uint64_t{0};
  const auto number = number_of(*stored);
  if (!number) return fail(ErrorCode::kCorrupt, "the ledger does not say how long it is");
  return *number;
}

Result<> RocksLedgerStore::append(const LedgerAppend& append) {
  const std::uint64_t stored = TRY(size());
  if (append.first != stored) {
    return fail(ErrorCode::kConflict, "the ledger goes on behind its last entry only");
  }
  rocksdb::WriteBatch batch;
  rocksdb::Status status;
  const auto put = [&](LedgerFamily of, const std::string& key, const std::string& value) {
    if (status.ok()) status = batch.Put(engine_->families[of], key, value);
  };
  std::string entries;
  std::string payloads;
  std::uint64_t first = append.first;
  const std::uint64_t end = append.first + append.rows.size();
  for (std::uint64_t number = first; number < end; ++number) {
    const LedgerRow& row = append.rows[number - append.first];
    put_text(entries, row.entry);
    put_text(payloads, row.payload);
    if (number + 1 < end && (number + 1) % kTogetherMost != 0) continue;
    put(kEntries, big_endian(first), entries);
    put(kPayloads, big_endian(first), payloads);
    entries.clear();
    payloads.clear();
    first = number + 1;
  }
  for (const LedgerTile& tile : append.tiles) {
    put(kTiles, tile_key(tile.level, tile.index), tile.bytes);
  }
  put(kPlain, "size", big_endian(end));
  if (status.ok()) status = engine_->db->Write(synced_write(), &batch);
  if (!status.ok()) return failure_of(status, "write the ledger");
  return {};
}

Result<std::vector<std::string>> RocksLedgerStore::entries(const LedgerRange& range) {
  if (range.count == 0) return std::vector<std::string>();
  auto found = TRY(engine_->texts(kEntries, range));
  if (found.size() < range.count) return ledger_gap(range.first + found.size());
  return found;
}

Result<std::string> RocksLedgerStore::tile(unsigned level, std::uint64_t index) {
  auto bytes = TRY(engine_->get(kTiles, tile_key(level, index)));
  if (!bytes) return ledger_gap(index);
  return std::move(*bytes);
}

Result<std::string> RocksLedgerStore::payload(std::uint64_t number) {
  auto found = TRY(engine_->texts(kPayloads, {number, 1}));
  if (found.empty() || found[0].empty()) return ledger_gap(number);
  return std::move(found[0]);
}

Result<> RocksLedgerStore::erase_payloads(const LedgerRange& range) {
  const std::uint64_t last = range.first + range.count;
  rocksdb::ColumnFamilyHandle* const family = engine_->families[kPayloads];
  const std::unique_ptr<rocksdb::Iterator> at(engine_->db->NewIterator({}, family));
  rocksdb::WriteBatch batch;
  rocksdb::Status status;
  for (at->SeekForPrev(big_endian(range.first)); at->Valid() && status.ok(); at->Next()) {
    const auto first = number_of(at->key().ToStringView());
    if (!first || *first >= last) break;
    auto run = TRY(texts_in(at->value().ToStringView()));
    for (std::uint64_t i = 0; i < run.size(); ++i) {
      if (*first + i >= range.first && *first + i < last) run[i].clear();
    }
    status = batch.Put(family, at->key(), run_of(run));
  }
  if (!at->status().ok()) return failure_of(at->status(), "read the ledger");
  rocksdb::CompactRangeOptions rewrite;
  rewrite.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  if (status.ok()) status = engine_->db->Write(synced_write(), &batch);
  // All families, so that the log with the old bytes goes too.
  if (status.ok()) {
    status = engine_->db->Flush({}, {engine_->families.begin(), engine_->families.end()});
  }
  if (status.ok()) status = engine_->db->CompactRange(rewrite, family, nullptr, nullptr);
  if (!status.ok()) return failure_of(status, "erase from the ledger");
  return {};
}

Result<> RocksLedgerStore::put_checkpoint(std::string_view note) {
  return engine_->put("checkpoint", note);
}

Result<std::optional<std::string>> RocksLedgerStore::checkpoint() {
  return engine_->get(kPlain, "checkpoint");
}

}  // namespace bas::store_rocks
