// A BlobStore in memory that passes the suite of its port.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "ports/blob_store.h"

namespace bas::testkit {

// Threads: any.
class MemoryBlobStore final : public BlobStore {
 public:
  // What was stored; shared by the store of before and after a restart.
  struct Kept {
    std::mutex mutex;                   // guards below
    std::map<Day, std::string> by_day;  // all blobs of a day, one after another
  };
  explicit MemoryBlobStore(std::shared_ptr<Kept> kept = std::make_shared<Kept>())
      : kept_(std::move(kept)) {}

  Result<std::vector<BlobRef>> append(Day day, std::span<const std::string> blobs) override {
    const std::lock_guard lock(kept_->mutex);
    std::string& all = kept_->by_day[day];
    std::vector<BlobRef> refs;
    for (const std::string& blob : blobs) {
      refs.push_back({day, 0, all.size(), static_cast<std::uint32_t>(blob.size())});
      all += blob;
    }
    return refs;
  }

  Result<std::string> read(const BlobRef& ref) override {
    const std::lock_guard lock(kept_->mutex);
    const auto day = kept_->by_day.find(ref.day);
    const bool is_there = day != kept_->by_day.end() && ref.segment == 0 &&
                          ref.offset <= day->second.size() &&
                          ref.length <= day->second.size() - ref.offset;
    if (is_there) return day->second.substr(ref.offset, ref.length);
    return fail(ErrorCode::kNotFound, "nothing was written there");
  }

  Result<> drop_day(Day day) override {
    const std::lock_guard lock(kept_->mutex);
    kept_->by_day.erase(day);
    return {};
  }

  std::size_t bytes() const {
    const std::lock_guard lock(kept_->mutex);
    std::size_t sum = 0;
    for (const auto& [day, all] : kept_->by_day) sum += all.size();
    return sum;
  }

 private:
  std::shared_ptr<Kept> kept_;
};

}  // namespace bas::testkit
