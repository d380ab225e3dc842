// The ledger in RocksDB, in one folder of this machine.
#pragma once

#include <filesystem>
#include <memory>

#include "ports/ledger_store.h"

namespace bas::store_rocks {

// One process at a time. An append is one batch of RocksDB's log, synced (0.3 to 3 ms): after a
// crash it is there as a whole or not at all. At most 16 MiB of log are replayed at a start.
//   entries   number -> the entries from that one on that were written together, up to the next 256
//   payloads  number -> their sealed payloads
//   tiles     level number -> tile
//   default   "size" -> entries stored · "checkpoint" -> note of the latest · "layout"
// Keys of each grow, so RocksDB moves files and hardly rewrites them.
class RocksLedgerStore final : public LedgerStore {
 public:
  // kConflict when another process holds the folder, kCorrupt when it does not check.
  static Result<std::unique_ptr<LedgerStore>> open(const std::filesystem::path& folder);
  ~RocksLedgerStore() override;

  Result<std::uint64_t> size() override;
  Result<> append(const LedgerAppend& append) override;
  Result<std::vector<std::string>> entries(const LedgerRange& range) override;
  Result<std::string> tile(unsigned level, std::uint64_t index) override;
  Result<std::string> payload(std::uint64_t number) override;
  // Rewrites the files that hold them: seconds where they are many.
  Result<> erase_payloads(const LedgerRange& range) override;
  Result<> put_checkpoint(std::string_view note) override;
  Result<std::optional<std::string>> checkpoint() override;

 private:
  struct Engine;
  explicit RocksLedgerStore(std::unique_ptr<Engine> engine);

  std::unique_ptr<Engine> engine_;
};

}  // namespace bas::store_rocks
