// Sealed reads in RocksDB, in one folder of this machine.
#pragma once

#include <filesystem>
#include <memory>

#include "ports/read_store.h"

namespace bas::store_rocks {

struct Database;

// One process at a time. append is synced before it returns and concurrent calls share one sync
// (about 1 ms on a quiet disk); mark_told is not synced: after a power cut a read may be told
// again, never forgotten. Order within a page goes by id, whose time is the capture time.
class RocksReadStore final : public ReadStore {
 public:
  struct Settings {
    std::filesystem::path folder;
    std::size_t cache_bytes = 256u << 20;  // blocks, indexes and filters; more makes history faster
  };

  // Ready at once after an orderly end, which empties the log into tables. After a crash at most
  // 64 MiB of log are replayed, about 2 s, whatever the size of the store.
  // kConflict when another process holds the folder, kCorrupt when it does not check.
  static Result<std::unique_ptr<ReadStore>> open(const Settings& settings);
  ~RocksReadStore() override;

  Result<> append(std::span<const SealedRead> batch) override;
  Result<std::vector<std::optional<Id>>> find(std::span<const ReadKey> keys) override;
  Result<std::optional<SealedRead>> fetch(const Id& id) override;
  Result<std::vector<SealedRead>> history(Day day, std::string_view token,
                                          std::size_t limit) override;
  Result<std::vector<SealedRead>> passages(const SitePassages& wanted) override;
  Result<std::vector<SealedRead>> untold(std::size_t limit) override;
  Result<> mark_told(std::span<const Id> ids) override;
  Result<std::uint64_t> count(Day day) override;
  Result<DroppedReads> drop_day(Day day) override;
  Result<DroppedReads> drop_source(Day day, LegalSource source) override;

 private:
  explicit RocksReadStore(std::unique_ptr<Database> database);
  Result<std::vector<SealedRead>> fetch_all(std::span<const Id> ids);
  Result<std::vector<SealedRead>> fetch_at_most_one(std::span<const Id> ids);

  std::unique_ptr<Database> database_;
};

}  // namespace bas::store_rocks
