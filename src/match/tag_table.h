// Numbers found by a hash: the one table behind every index of matching.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/near.h"

namespace bas::match {

// A multimap from 64-bit hashes to numbers. It keeps 32 bits of each hash, so that what it finds
// must be looked at again. Split into shards that grow one at a time: a put pauses no longer than
// moving one of them takes. 8 bytes a slot, between 58 and 75 % of the slots in use. Within a shard
// numbers stand in the order of their homes (Robin Hood hashing, Celis 1986), so that a search ends
// where a later one begins, mostly in the cache line where it began.
// Threads: none of its own; any number of readers, a change alone.
class TagTable {
 public:
  // `shards`: a power of two; more of them, shorter pauses. 0.15 ms for a shard of 20,000.
  explicit TagTable(std::uint32_t shards);

  void put(std::uint64_t hash, std::uint32_t value);
  // False when the pair was not there.
  bool remove(std::uint64_t hash, std::uint32_t value);

  // Brings the place of a hash near; for probes in batches.
  void prefetch(std::uint64_t hash) const {
    const Shard& shard = shard_of(hash);
    if (shard.capacity == 0) return;
    const Slot* slot = shard.slots.get() + home(shard, tag_of(hash));
    bring_near(slot);
  }

  // Calls `visit(value)` for every number that may be under the hash; ends when it returns false.
  template <typename Visit>
  void find(std::uint64_t hash, Visit visit) const {
    const Shard& shard = shard_of(hash);
    if (shard.capacity == 0) return;
    const std::uint32_t tag = tag_of(hash);
    std::uint32_t at = home(shard, tag);
    for (std::uint32_t away = 0;; ++away) {
      const Slot slot = shard.slots[at];
      if (slot.value == kNone || distance_of(shard, slot, at) < away) return;
      if (slot.tag == tag && !visit(slot.value)) return;
      at = next(shard, at);
    }
  }

  std::size_t size() const { return size_; }
  std::size_t approximate_bytes() const;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t value = kNone;
  };
  struct Shard {
    std::unique_ptr<Slot[]> slots;
    std::uint32_t capacity = 0;
    std::uint32_t used = 0;
  };

  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }
  // The place where a tag belongs: tags are spread evenly over the capacity, whatever it is.
  static std::uint32_t home(const Shard& shard, std::uint32_t tag) {
    return static_cast<std::uint32_t>(std::uint64_t{tag} * shard.capacity >> 32);
  }
  const Shard& shard_of(std::uint64_t hash) const {
    return shards_[hash >> 32 & (shards_.size() - 1)];
  }
  static std::uint32_t next(const Shard& shard, std::uint32_t at) {
    return at + 1 == shard.capacity ? 0 : at + 1;
  }
  // How far from its home a slot stands.
  static std::uint32_t distance_of(const Shard& shard, Slot slot, std::uint32_t at) {
    const std::uint32_t wanted = home(shard, slot.tag);
    return at >= wanted ? at - wanted : at + shard.capacity - wanted;
  }
  static void place(Shard& shard, Slot slot);
  static void grow(Shard& shard);
  static void close_gap(Shard& shard, std::uint32_t gap);

  std::vector<Shard> shards_;
  std::size_t size_ = 0;
};

}  // namespace bas::match
