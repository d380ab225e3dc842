// The plates that are known to be real.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plates/packed_plate.h"

namespace bas::match {

// From a register, or from plates seen surely on several days by different makes of camera. A read
// that is itself such a plate is very likely no misread of another. 12 to 16 bytes a plate.
// Threads: none of its own; any number of readers, a change alone.
class KnownPlates {
 public:
  explicit KnownPlates(std::uint64_t seed) : seed_(seed) {}

  void add(plates::PackedPlate plate, std::string_view country);
  // An empty country asks for the plate in any country.
  bool contains(plates::PackedPlate plate, std::string_view country) const;
  std::size_t size() const { return used_; }
  std::size_t size_of(std::string_view country) const;
  std::size_t approximate_bytes() const { return slots_.capacity() * sizeof(std::uint64_t); }
  // Makes room, so that adding so many does not move what is there.
  void reserve(std::size_t plates);

 private:
  struct Country {
    std::string code;
    std::size_t plates = 0;
  };
  std::uint64_t key_of(plates::PackedPlate plate, std::size_t country) const;
  bool has(std::uint64_t key) const;
  bool insert(std::uint64_t key);
  void resize(std::size_t capacity);

  std::uint64_t seed_;
  std::vector<Country> countries_;
  std::vector<std::uint64_t> slots_;  // 0: free
  std::size_t used_ = 0;
};

}  // namespace bas::match
