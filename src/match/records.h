// The entries of an index, each at a place that stays its own.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/near.h"
#include "match/vehicle_words.h"
#include "model/list.h"
#include "plates/packed_plate.h"

namespace bas::match {

// 48 bytes. `plate`: the packed plate, or, for what does not fit one word, a hash with its highest
// bit set, the text beside it. kNoEntry marks a free place.
struct Record {
  Id entry;
  std::uint64_t plate = 0;
  std::int64_t valid_from_ms = 0;
  std::int64_t valid_until_ms = 0;
  std::uint16_t list = 0;     // number within the index
  std::uint16_t country = 0;  // likewise; 0 is any
  std::int8_t priority = 0;
  bool is_pattern : 1 = false;
  bool has_neighbours : 1 = false;  // its misreads can be found
  VehicleFacts vehicle;
};
static_assert(sizeof(Record) <= 48);

inline constexpr std::uint64_t kHashedPlate = std::uint64_t{1} << 63;

// Threads: none of its own; any number of readers, a change alone.
class Records {
 public:
  // `text` is kept only when the record's plate is not packed.
  std::uint32_t add(const Record& record, std::string_view text);
  void remove(std::uint32_t place);
  const Record& at(std::uint32_t place) const { return blocks_[place / kBlock][place % kBlock]; }
  // The plate as it was put.
  std::string text_of(std::uint32_t place) const;
  // A record may lie in two cache lines.
  void prefetch(std::uint32_t place) const {
    const char* record = reinterpret_cast<const char*>(&at(place));
    bring_near(record);
    bring_near(record + sizeof(Record) - 1);
  }

  std::size_t size() const { return used_; }
  std::size_t approximate_bytes() const;

 private:
  static constexpr std::uint32_t kBlock = 4096;

  std::vector<std::unique_ptr<Record[]>> blocks_;
  std::vector<std::uint32_t> free_;
  absl::flat_hash_map<std::uint32_t, std::string> texts_;
  std::uint32_t next_ = 0;
  std::size_t used_ = 0;
};

}  // namespace bas::match
