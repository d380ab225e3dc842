#include "match/slot_table.h"

#include <absl/hash/hash.h>

#include <cstring>

#include "base/check.h"

namespace bas::match {

namespace {
// Stands in the last byte of Slot::plate for "the text lies in long_plates_".
constexpr char kIsLong = static_cast<char>(0xFF);
constexpr std::size_t kPlacesMax = std::size_t{1} << kPlaceBits;
}  // namespace

PlateShard::PlateShard(std::uint64_t seed) : seed_(seed), heads_(0, Hash{this}, Equal{this}) {}

std::uint32_t PlateShard::head(std::string_view plate) const {
  const auto found = heads_.find(plate);
  return found == heads_.end() ? kNowhere : *found;
}

std::uint32_t PlateShard::add(std::string_view plate, Slot slot) {
  set_plate(slot, plate);
  slot.next = kNowhere;
  std::uint32_t place = first_free_;
  if (place == kNowhere) {
    check(slots_.size() < kPlacesMax);
    place = static_cast<std::uint32_t>(slots_.size());
    slots_.push_back(slot);
  } else {
    first_free_ = slots_[place].next;
    slots_[place] = slot;
  }
  const std::uint32_t first = head(plate);
  if (first == kNowhere) {
    heads_.insert(place);
  } else {
    slots_[place].next = slots_[first].next;
    slots_[first].next = place;
  }
  return place;
}

void PlateShard::remove(std::uint32_t place) {
  Slot& slot = slots_[place];
  const std::uint32_t first = head(plate_of(slot));
  check(first != kNowhere);
  if (first == place) {
    heads_.erase(place);
    if (slot.next != kNowhere) heads_.insert(slot.next);
  } else {
    std::uint32_t before = first;
    while (slots_[before].next != place) before = slots_[before].next;
    slots_[before].next = slot.next;
  }
  forget_plate(slot);
  slot = Slot{};
  slot.next = first_free_;
  first_free_ = place;
}

std::size_t PlateShard::approximate_bytes() const {
  constexpr std::size_t kMapRow = sizeof(std::pair<std::uint32_t, std::string>) + 1;
  std::size_t bytes = sizeof *this + slots_.size() * (sizeof(Slot) + 1) +
                      heads_.capacity() * (sizeof(std::uint32_t) + 1) +
                      long_plates_.capacity() * kMapRow;
  for (const auto& [number, text] : long_plates_) bytes += text.capacity();
  return bytes;
}

std::string_view PlateShard::plate_of(const Slot& slot) const {
  const char length = slot.plate[kInlinePlateBytes];
  if (length != kIsLong) return {slot.plate, static_cast<std::size_t>(length)};
  std::uint32_t number = 0;
  std::memcpy(&number, slot.plate, sizeof number);
  return long_plates_.at(number);
}

void PlateShard::set_plate(Slot& slot, std::string_view plate) {
  if (plate.size() <= kInlinePlateBytes) {
    if (!plate.empty()) std::memcpy(slot.plate, plate.data(), plate.size());
    slot.plate[kInlinePlateBytes] = static_cast<char>(plate.size());
    return;
  }
  const std::uint32_t number = next_long_plate_++;
  const bool is_new = long_plates_.emplace(number, plate).second;
  check(is_new);
  std::memcpy(slot.plate, &number, sizeof number);
  slot.plate[kInlinePlateBytes] = kIsLong;
}

void PlateShard::forget_plate(Slot& slot) {
  if (slot.plate[kInlinePlateBytes] != kIsLong) return;
  std::uint32_t number = 0;
  std::memcpy(&number, slot.plate, sizeof number);
  long_plates_.erase(number);
}

std::size_t PlateShard::Hash::operator()(std::uint32_t place) const {
  return (*this)(shard->plate_of(shard->slots_[place]));
}

std::size_t PlateShard::Hash::operator()(std::string_view plate) const {
  return absl::HashOf(shard->seed_, plate);
}

bool PlateShard::Equal::operator()(std::uint32_t place, std::string_view plate) const {
  return shard->plate_of(shard->slots_[place]) == plate;
}

bool PlateShard::Equal::operator()(std::string_view plate, std::uint32_t place) const {
  return (*this)(place, plate);
}

}  // namespace bas::match
