#include "match/tag_table.h"

#include <utility>

#include "base/check.h"

namespace bas::match {

namespace {

constexpr std::uint32_t kFirstCapacity = 8;

}  // namespace

TagTable::TagTable(std::uint32_t shards) : shards_(shards) {
  check(shards != 0 && (shards & (shards - 1)) == 0);
}

void TagTable::put(std::uint64_t hash, std::uint32_t value) {
  check(value != kNone);
  Shard& shard = shards_[hash >> 32 & (shards_.size() - 1)];
  if ((shard.used + 1) * std::uint64_t{4} > shard.capacity * std::uint64_t{3}) grow(shard);
  place(shard, {tag_of(hash), value});
  ++shard.used;
  ++size_;
}

bool TagTable::remove(std::uint64_t hash, std::uint32_t value) {
  Shard& shard = shards_[hash >> 32 & (shards_.size() - 1)];
  if (shard.capacity == 0) return false;
  const std::uint32_t tag = tag_of(hash);
  std::uint32_t at = home(shard, tag);
  for (std::uint32_t away = 0;; ++away, at = next(shard, at)) {
    const Slot slot = shard.slots[at];
    if (slot.value == kNone || distance_of(shard, slot, at) < away) return false;
    if (slot.tag == tag && slot.value == value) break;
  }
  close_gap(shard, at);
  --shard.used;
  --size_;
  return true;
}

std::size_t TagTable::approximate_bytes() const {
  std::size_t bytes = sizeof *this + shards_.size() * sizeof(Shard);
  for (const Shard& shard : shards_) bytes += shard.capacity * sizeof(Slot);
  return bytes;
}

// Whoever is nearer to its home than the one that comes makes room.
void TagTable::place(Shard& shard, Slot slot) {
  std::uint32_t at = home(shard, slot.tag);
  for (std::uint32_t away = 0; shard.slots[at].value != kNone; ++away, at = next(shard, at)) {
    const std::uint32_t theirs = distance_of(shard, shard.slots[at], at);
    if (theirs >= away) continue;
    std::swap(slot, shard.slots[at]);
    away = theirs;
  }
  shard.slots[at] = slot;
}

void TagTable::grow(Shard& shard) {
  Shard larger;
  larger.capacity =
      shard.capacity == 0 ? kFirstCapacity : shard.capacity + shard.capacity * 3 / 10 + 1;
  larger.used = shard.used;
  larger.slots = std::make_unique<Slot[]>(larger.capacity);
  for (std::uint32_t at = 0; at < shard.capacity; ++at) {
    if (shard.slots[at].value != kNone) place(larger, shard.slots[at]);
  }
  shard = std::move(larger);
}

// What stands behind the gap moves up, to the first that is at home.
void TagTable::close_gap(Shard& shard, std::uint32_t gap) {
  for (std::uint32_t at = next(shard, gap);; gap = at, at = next(shard, at)) {
    const Slot slot = shard.slots[at];
    if (slot.value == kNone || distance_of(shard, slot, at) == 0) break;
    shard.slots[gap] = slot;
  }
  shard.slots[gap] = Slot{};
}

}  // namespace bas::match
