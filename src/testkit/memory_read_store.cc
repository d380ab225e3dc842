#include "testkit/memory_read_store.h"

#include <algorithm>

#include "base/encode.h"

namespace bas::testkit {

namespace {

bool is_sound(const SealedRead& read) {
  const auto is_name = [](const std::string& name) { return name.size() == kTokenBytes; };
  return read.token.size() == kTokenBytes && std::ranges::all_of(read.names, is_name) &&
         read.day == brussels_day(read.captured_at);
}

Result<> failing() { return fail(ErrorCode::kUnavailable, "the disk refuses"); }

}  // namespace

Result<> MemoryReadStore::append(std::span<const SealedRead> batch) {
  if (is_failing) return failing();
  if (!std::ranges::all_of(batch, is_sound)) {
    return fail(ErrorCode::kBadInput, "a sealed read is not well formed");
  }
  const std::lock_guard lock(kept_->mutex);
  for (const SealedRead& read : batch) {
    kept_->reads[read.id] = read;
    for (const std::string& name : read.names) kept_->by_name[{read.day, name}] = read.id;
    kept_->reads[read.id].names.clear();
    if (read.is_untold) kept_->untold.insert(read.id);
  }
  return {};
}

Result<std::vector<std::optional<Id>>> MemoryReadStore::find(std::span<const ReadKey> keys) {
  if (is_failing) return tl::make_unexpected(failing().error());
  const std::lock_guard lock(kept_->mutex);
  std::vector<std::optional<Id>> found;
  for (const ReadKey& key : keys) {
    const auto at = kept_->by_name.find({key.day, key.name});
    found.push_back(at == kept_->by_name.end() ? std::nullopt : std::optional(at->second));
  }
  return found;
}

Result<std::optional<SealedRead>> MemoryReadStore::fetch(const Id& id) {
  const std::lock_guard lock(kept_->mutex);
  const auto at = kept_->reads.find(id);
  if (at == kept_->reads.end()) return std::optional<SealedRead>();
  return std::optional(at->second);
}

Result<std::vector<SealedRead>> MemoryReadStore::history(Day day, std::string_view token,
                                                         std::size_t limit) {
  const std::lock_guard lock(kept_->mutex);
  std::vector<SealedRead> out;
  for (auto at = kept_->reads.rbegin(); at != kept_->reads.rend() && out.size() < limit; ++at) {
    if (at->second.day == day && at->second.token == token) out.push_back(at->second);
  }
  return out;
}

Result<std::vector<SealedRead>> MemoryReadStore::passages(const SitePassages& wanted) {
  const std::lock_guard lock(kept_->mutex);
  std::vector<SealedRead> out;
  for (const auto& [id, read] : kept_->reads) {
    const bool is_wanted = read.site == wanted.site && read.captured_at >= wanted.from &&
                           read.captured_at < wanted.to && (!wanted.after || id > *wanted.after);
    if (is_wanted && out.size() < wanted.limit) out.push_back(read);
  }
  return out;
}

Result<std::vector<SealedRead>> MemoryReadStore::untold(std::size_t limit) {
  const std::lock_guard lock(kept_->mutex);
  std::vector<SealedRead> out;
  for (const Id& id : kept_->untold) {
    if (out.size() < limit) out.push_back(kept_->reads.at(id));
  }
  return out;
}

Result<> MemoryReadStore::mark_told(std::span<const Id> ids) {
  const std::lock_guard lock(kept_->mutex);
  for (const Id& id : ids) kept_->untold.erase(id);
  return {};
}

Result<std::uint64_t> MemoryReadStore::count(Day day) {
  const std::lock_guard lock(kept_->mutex);
  return static_cast<std::uint64_t>(std::ranges::count_if(
      kept_->reads, [&](const auto& item) { return item.second.day == day; }));
}

template <typename Is>
DroppedReads MemoryReadStore::drop(Is is_dropped) {
  const std::lock_guard lock(kept_->mutex);
  DroppedReads dropped;
  std::set<Id> gone;
  for (const auto& [id, read] : kept_->reads) {
    if (!is_dropped(read)) continue;
    ++dropped.reads;
    dropped.digest = sha256({dropped.digest, id.view()});
    gone.insert(id);
  }
  std::erase_if(kept_->untold, [&](const Id& id) { return gone.contains(id); });
  std::erase_if(kept_->reads, [&](const auto& item) { return gone.contains(item.first); });
  std::erase_if(kept_->by_name, [&](const auto& item) { return gone.contains(item.second); });
  return dropped;
}

Result<DroppedReads> MemoryReadStore::drop_day(Day day) {
  return drop([&](const SealedRead& read) { return read.day == day; });
}

Result<DroppedReads> MemoryReadStore::drop_source(Day day, LegalSource source) {
  return drop([&](const SealedRead& read) { return read.day == day && read.source == source; });
}

std::size_t MemoryReadStore::size() const {
  const std::lock_guard lock(kept_->mutex);
  return kept_->reads.size();
}

}  // namespace bas::testkit
