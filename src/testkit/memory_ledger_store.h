// A ledger store in memory, which fails when told to.
#pragma once

#include <map>
#include <mutex>

#include "ports/ledger_store.h"

namespace bas::testkit {

// Threads: any.
class MemoryLedgerStore final : public LedgerStore {
 public:
  Result<std::uint64_t> size() override {
    const std::lock_guard lock(mutex_);
    return std::uint64_t{entries_.size()};
  }
  Result<> append(const LedgerAppend& append) override {
    const std::lock_guard lock(mutex_);
    if (is_failing) return fail(ErrorCode::kUnavailable, "the disk is full");
    if (append.first != entries_.size()) return fail(ErrorCode::kConflict, "not at the end");
    for (const LedgerRow& row : append.rows) {
      if (!row.payload.empty()) payloads_[entries_.size()] = row.payload;
      entries_.push_back(row.entry);
    }
    for (const LedgerTile& tile : append.tiles) tiles_[{tile.level, tile.index}] = tile.bytes;
    ++appends_;
    return {};
  }
  Result<std::vector<std::string>> entries(const LedgerRange& range) override {
    const std::lock_guard lock(mutex_);
    if (range.first + range.count > entries_.size()) return nothing();
    const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(range.first);
    return std::vector<std::string>(begin, begin + static_cast<std::ptrdiff_t>(range.count));
  }
  Result<std::string> tile(unsigned level, std::uint64_t index) override {
    const std::lock_guard lock(mutex_);
    const auto found = tiles_.find({level, index});
    if (found == tiles_.end()) return nothing();
    return found->second;
  }
  Result<std::string> payload(std::uint64_t number) override {
    const std::lock_guard lock(mutex_);
    const auto found = payloads_.find(number);
    if (found == payloads_.end()) return nothing();
    return found->second;
  }
  Result<> erase_payloads(const LedgerRange& range) override {
    const std::lock_guard lock(mutex_);
    payloads_.erase(payloads_.lower_bound(range.first),
                    payloads_.lower_bound(range.first + range.count));
    return {};
  }
  Result<> put_checkpoint(std::string_view note) override {
    const std::lock_guard lock(mutex_);
    if (is_failing) return fail(ErrorCode::kUnavailable, "the disk is full");
    note_ = note;
    return {};
  }
  Result<std::optional<std::string>> checkpoint() override {
    const std::lock_guard lock(mutex_);
    return note_;
  }

  // What somebody with the disk in his hands would do.
  std::vector<std::string>& tampered_entries() { return entries_; }
  std::size_t appends() const { return appends_; }

  bool is_failing = false;

 private:
  static tl::unexpected<Error> nothing() { return fail(ErrorCode::kNotFound, "nothing there"); }

  std::mutex mutex_;  // guards the rest
  std::vector<std::string> entries_;
  std::map<std::uint64_t, std::string> payloads_;
  std::map<std::pair<unsigned, std::uint64_t>, std::string> tiles_;
  std::optional<std::string> note_;
  std::size_t appends_ = 0;
};

}  // namespace bas::testkit
