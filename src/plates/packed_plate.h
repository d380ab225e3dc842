// A plate in one machine word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plates/glyph.h"

namespace bas::plates {

// Up to ten glyphs of six bits, the first in the highest lane, so that the order of the numbers is
// the order of the texts and a prefix is a range. The four upper bits are always zero.
// Every operation is a few machine instructions.
class PackedPlate {
 public:
  static constexpr int kGlyphsMax = 10;

  constexpr PackedPlate() = default;
  // From a canonical text. Empty when it is longer or bears a letter that has no code.
  static std::optional<PackedPlate> of(std::string_view canonical);
  static constexpr PackedPlate from_bits(std::uint64_t bits) { return PackedPlate(bits); }

  constexpr std::uint64_t bits() const { return bits_; }
  constexpr int length() const { return bits_ == 0 ? 0 : kGlyphsMax - __builtin_ctzll(bits_) / 6; }
  // 0 is the first.
  constexpr Glyph at(int place) const {
    return static_cast<Glyph>(bits_ >> shift_of(place) & 0x3F);
  }
  constexpr PackedPlate with(int place, Glyph glyph) const {
    const std::uint64_t cleared = bits_ & ~(std::uint64_t{0x3F} << shift_of(place));
    return PackedPlate(cleared | std::uint64_t{glyph} << shift_of(place));
  }
  constexpr PackedPlate without(int place) const {
    const std::uint64_t before = bits_ & before_mask(place);
    return PackedPlate(before | (bits_ & behind_mask(place)) << 6);
  }
  // The last glyph of a plate of ten is lost.
  constexpr PackedPlate with_inserted(int place, Glyph glyph) const {
    const std::uint64_t before = bits_ & before_mask(place);
    const std::uint64_t behind = (bits_ & ~before_mask(place)) >> 6;
    return PackedPlate(before | behind).with(place, glyph);
  }

  std::string text() const;
  constexpr bool operator==(const PackedPlate&) const = default;
  constexpr auto operator<=>(const PackedPlate&) const = default;

 private:
  explicit constexpr PackedPlate(std::uint64_t bits) : bits_(bits) {}
  static constexpr int shift_of(int place) { return 6 * (kGlyphsMax - 1 - place); }
  // The lanes before `place`.
  static constexpr std::uint64_t before_mask(int place) {
    constexpr std::uint64_t kAll = (std::uint64_t{1} << 60) - 1;
    return place == 0 ? 0 : kAll & ~((std::uint64_t{1} << (shift_of(place) + 6)) - 1);
  }
  // The lanes behind `place`.
  static constexpr std::uint64_t behind_mask(int place) {
    return (std::uint64_t{1} << shift_of(place)) - 1;
  }

  std::uint64_t bits_ = 0;
};

// In how many places two plates differ, the shorter one ending in empty places.
constexpr int differing_places(PackedPlate a, PackedPlate b) {
  const std::uint64_t x = a.bits() ^ b.bits();
  std::uint64_t y = (x | x >> 3) & 0x1C71C71C71C71C7U;
  y = (y | y >> 1 | y >> 2) & 0x041041041041041U;
  return __builtin_popcountll(y);
}

}  // namespace bas::plates
