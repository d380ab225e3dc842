#include "match/records.h"

namespace bas::match {

std::uint32_t Records::add(const Record& record, std::string_view text) {
  std::uint32_t place = next_;
  if (free_.empty()) {
    if (next_ % kBlock == 0) blocks_.push_back(std::make_unique<Record[]>(kBlock));
    ++next_;
  } else {
    place = free_.back();
    free_.pop_back();
  }
  blocks_[place / kBlock][place % kBlock] = record;
  if (record.is_pattern || (record.plate & kHashedPlate) != 0) texts_[place] = text;
  ++used_;
  return place;
}

void Records::remove(std::uint32_t place) {
  blocks_[place / kBlock][place % kBlock] = Record{};
  texts_.erase(place);
  free_.push_back(place);
  --used_;
}

std::string Records::text_of(std::uint32_t place) const {
  const auto found = texts_.find(place);
  if (found != texts_.end()) return found->second;
  return plates::PackedPlate::from_bits(at(place).plate).text();
}

std::size_t Records::approximate_bytes() const {
  std::size_t bytes = blocks_.size() * (kBlock * sizeof(Record) + sizeof(void*)) +
                      free_.capacity() * sizeof(std::uint32_t);
  bytes += texts_.capacity() * (sizeof(std::pair<std::uint32_t, std::string>) + 1);
  for (const auto& text : texts_) bytes += text.second.capacity();
  return bytes;
}

}  // namespace bas::match
