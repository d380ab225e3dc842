#include "match/tag_table.h"

#include "base/check.h"

namespace bas::match {

namespace {

constexpr std::uint32_t kFirstCapacity = 8;

std::uint32_t next(std::uint32_t at, std::uint32_t capacity) {
  return at + 1 == capacity ? 0 : at + 1;
}

// Steps from `from` forward to `to`, around the end.
std::uint32_t distance(std::uint32_t from, std::uint32_t to, std::uint32_t capacity) {
  return to >= from ? to - from : to + capacity - from;
}

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
  for (std::uint32_t at = home(shard, tag); shard.slots[at].value != kNone;
       at = next(at, shard.capacity)) {
    if (shard.slots[at].tag != tag || shard.slots[at].value != value) continue;
    close_gap(shard, at);
    --shard.used;
    --size_;
    return true;
  }
  return false;
}

std::size_t TagTable::approximate_bytes() const {
  std::size_t bytes = sizeof *this + shards_.size() * sizeof(Shard);
  for (const Shard& shard : shards_) bytes += shard.capacity * sizeof(Slot);
  return bytes;
}

void TagTable::place(Shard& shard, Slot slot) {
  std::uint32_t at = home(shard, slot.tag);
  while (shard.slots[at].value != kNone) at = next(at, shard.capacity);
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

// What stands behind the gap moves up as long as that brings it no further than its home.
void TagTable::close_gap(Shard& shard, std::uint32_t gap) {
  std::uint32_t at = next(gap, shard.capacity);
  while (shard.slots[at].value != kNone) {
    const std::uint32_t wanted = home(shard, shard.slots[at].tag);
    if (distance(wanted, at, shard.capacity) >= distance(gap, at, shard.capacity)) {
      shard.slots[gap] = shard.slots[at];
      gap = at;
    }
    at = next(at, shard.capacity);
  }
  shard.slots[gap] = Slot{};
}

}  // namespace bas::match
