// A map of bounded size from digests to slots: where it is full, the least of eight makes room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bas::flow {

// `Slot` has a `std::uint64_t key`, 0 for empty, and `<` that says which is to go first; an empty
// one is the least. Keys are to be evenly spread and not for others to foresee. Threads: one.
template <typename Slot>
class SlotTable {
 public:
  static constexpr std::size_t kWays = 8;

  explicit SlotTable(std::size_t sets) : slots_(sets * kWays) {}

  // Null when it is not there.
  Slot* find(std::uint64_t key) {
    Slot* const begin = set_of(key);
    Slot* const end = begin + kWays;
    Slot* const found = std::find_if(begin, end, [key](const Slot& s) { return s.key == key; });
    return found == end ? nullptr : found;
  }

  // The slot of the key, made anew where there was none.
  Slot& take(std::uint64_t key) {
    if (Slot* const found = find(key)) return *found;
    Slot& least = *std::min_element(set_of(key), set_of(key) + kWays);
    least = Slot{};
    least.key = key;
    return least;
  }

 private:
  Slot* set_of(std::uint64_t key) {
    return slots_.data() + static_cast<std::size_t>(key % (slots_.size() / kWays)) * kWays;
  }

  std::vector<Slot> slots_;
};

}  // namespace bas::flow
