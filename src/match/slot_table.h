// The two halves of the index: entries packed in small shards by plate, and where each id lies.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace bas::match {

// Where an entry lies: the shard in the upper 10 bits, its place in the shard in the lower 22.
inline constexpr unsigned kPlaceBits = 22;
inline constexpr std::uint32_t kShards = 1U << (32 - kPlaceBits);
struct SlotRef {
  std::uint32_t packed = 0;
  std::uint32_t shard() const { return packed >> kPlaceBits; }
  std::uint32_t place() const { return packed & ((1U << kPlaceBits) - 1); }
};

inline constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
inline constexpr std::size_t kInlinePlateBytes = 15;

// One entry in 64 bytes. A plate of up to 15 bytes lies in the slot, its length in the last byte;
// of a longer one the slot keeps the number under which its shard keeps the text.
struct Slot {
  Id entry;
  char plate[kInlinePlateBytes + 1] = {};
  std::int64_t valid_from_ms = 0;
  std::int64_t valid_until_ms = 0;
  std::uint32_t list = 0;         // number within the index
  std::uint32_t country = 0;      // likewise
  std::uint32_t next = kNowhere;  // the next entry of the same plate, in the same shard
  std::int16_t priority = 0;
};
static_assert(sizeof(Slot) <= 64);

// The entries of one share of all plates. Growing one moves about a thousandth of all entries'
// places (5 bytes each), and never the slots themselves.
class PlateShard {
 public:
  explicit PlateShard(std::uint64_t seed);
  PlateShard(const PlateShard&) = delete;  // its tables point back at it
  PlateShard& operator=(const PlateShard&) = delete;

  // Copies `slot` in under `plate`; its place is returned, and stays until it is removed.
  std::uint32_t add(std::string_view plate, Slot slot);
  void remove(std::uint32_t place);

  // First of the chain of that plate, or kNowhere.
  std::uint32_t head(std::string_view plate) const;
  const Slot& at(std::uint32_t place) const { return slots_[place]; }
  std::size_t approximate_bytes() const;

 private:
  // Both see the shard's slots: the set keeps places only.
  struct Hash {
    using is_transparent = void;
    const PlateShard* shard;
    std::size_t operator()(std::uint32_t place) const;
    std::size_t operator()(std::string_view plate) const;
  };
  struct Equal {
    using is_transparent = void;
    const PlateShard* shard;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
    bool operator()(std::uint32_t place, std::string_view plate) const;
    bool operator()(std::string_view plate, std::uint32_t place) const;
  };

  std::string_view plate_of(const Slot& slot) const;
  void set_plate(Slot& slot, std::string_view plate);
  void forget_plate(Slot& slot);

  std::uint64_t seed_;
  std::deque<Slot> slots_;
  std::uint32_t first_free_ = kNowhere;  // chained through Slot::next
  std::uint32_t next_long_plate_ = 0;
  absl::flat_hash_map<std::uint32_t, std::string> long_plates_;
  absl::flat_hash_set<std::uint32_t, Hash, Equal> heads_;
};

}  // namespace bas::match
