#include "match/known_plates.h"

#include "match/mix.h"

namespace bas::match {

namespace {

std::size_t home(std::uint64_t key, std::size_t capacity) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::size_t>(Wide{key} * capacity >> 64);
}

}  // namespace

void KnownPlates::add(plates::PackedPlate plate, std::string_view country) {
  std::size_t number = 0;
  while (number < countries_.size() && countries_[number].code != country) ++number;
  if (number == countries_.size()) countries_.push_back({std::string(country), 0});
  if ((used_ + 1) * 3 > slots_.size() * 2) resize(slots_.size() * 3 / 2 + 64);
  if (insert(key_of(plate, number))) ++countries_[number].plates;
}

bool KnownPlates::contains(plates::PackedPlate plate, std::string_view country) const {
  for (std::size_t number = 0; number < countries_.size(); ++number) {
    if (!country.empty() && countries_[number].code != country) continue;
    if (has(key_of(plate, number))) return true;
  }
  return false;
}

std::size_t KnownPlates::size_of(std::string_view country) const {
  if (country.empty()) return used_;
  for (const Country& one : countries_) {
    if (one.code == country) return one.plates;
  }
  return 0;
}

void KnownPlates::reserve(std::size_t plates) {
  if (plates * 3 / 2 + 64 > slots_.size()) resize(plates * 3 / 2 + 64);
}

// The key is the whole of what is kept of a plate; two plates share one with probability 2^-64.
std::uint64_t KnownPlates::key_of(plates::PackedPlate plate, std::size_t country) const {
  const std::uint64_t key = mix(plate.bits(), seed_ + country * 0x9E3779B97F4A7C15U);
  return key == 0 ? 1 : key;
}

bool KnownPlates::has(std::uint64_t key) const {
  if (slots_.empty()) return false;
  for (std::size_t at = home(key, slots_.size()); slots_[at] != 0;) {
    if (slots_[at] == key) return true;
    at = at + 1 == slots_.size() ? 0 : at + 1;
  }
  return false;
}

bool KnownPlates::insert(std::uint64_t key) {
  std::size_t at = home(key, slots_.size());
  for (; slots_[at] != 0; at = at + 1 == slots_.size() ? 0 : at + 1) {
    if (slots_[at] == key) return false;
  }
  slots_[at] = key;
  ++used_;
  return true;
}

void KnownPlates::resize(std::size_t capacity) {
  std::vector<std::uint64_t> before(capacity, 0);
  before.swap(slots_);
  used_ = 0;
  for (const std::uint64_t key : before) {
    if (key != 0) insert(key);
  }
}

}  // namespace bas::match
