// A ReadStore in memory that passes the suite of its port, and fails when a test says so.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "ports/read_store.h"

namespace bas::testkit {

// Threads: any.
class MemoryReadStore final : public ReadStore {
 public:
  // What was stored; shared by the store of before and after a restart.
  struct Kept {
    std::mutex mutex;  // guards all below
    std::map<Id, SealedRead> reads;
    std::map<std::pair<Day, std::string>, Id> by_name;
    std::set<Id> untold;
  };
  explicit MemoryReadStore(std::shared_ptr<Kept> kept = std::make_shared<Kept>())
      : kept_(std::move(kept)) {}

  // While set, append and find answer kUnavailable.
  std::atomic<bool> is_failing = false;

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

  std::size_t size() const;

 private:
  template <typename Is>
  DroppedReads drop(Is is_dropped);

  std::shared_ptr<Kept> kept_;
};

}  // namespace bas::testkit
