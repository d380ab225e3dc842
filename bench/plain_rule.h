// What the trade does: one glyph of a plate may be replaced by another that looks like it.
#pragma once

#include <absl/container/flat_hash_set.h>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "plates/glyph.h"
#include "plates/packed_plate.h"

namespace bas::bench {

// The six classes that one vendor documents.
inline constexpr std::array<std::string_view, 6> kSixClasses = {"0ODQ", "1I", "2Z",
                                                                "5S",   "8B", "6G"};
// The same, and the pairs that others report from the field: among those of misreads.txt.
inline constexpr std::array<std::string_view, 19> kAllReported = {
    "0ODQ", "1I", "2Z", "5S", "8B", "6G", "PB", "38", "PR", "CG",
    "A4",   "KX", "FE", "VW", "XY", "VU", "68", "53", "VY"};

class PlainRule {
 public:
  PlainRule(std::span<const plates::PackedPlate> listed,
            std::span<const std::string_view> classes) {
    for (const plates::PackedPlate plate : listed) listed_.insert(plate.bits());
    for (const std::string_view glyphs : classes) {
      plates::GlyphSet set = 0;
      for (std::size_t i = 0; i < glyphs.size(); ++i) {
        set |= plates::set_of(plates::first_glyph(glyphs.substr(i))->glyph);
      }
      for (plates::GlyphSet left = set; left != 0; left &= left - 1) {
        const auto glyph = static_cast<std::size_t>(__builtin_ctzll(left));
        alike_[glyph] |= set & ~plates::set_of(static_cast<plates::Glyph>(glyph));
      }
    }
  }
  bool lists(plates::PackedPlate plate) const { return listed_.contains(plate.bits()); }
  template <typename Visit>
  void find(plates::PackedPlate read, Visit visit) const {
    if (lists(read)) visit(read);
    for (int place = 0; place < read.length(); ++place) {
      for (plates::GlyphSet set = alike_[read.at(place)]; set != 0; set &= set - 1) {
        const auto glyph = static_cast<plates::Glyph>(__builtin_ctzll(set));
        const plates::PackedPlate plate = read.with(place, glyph);
        if (lists(plate)) visit(plate);
      }
    }
  }

 private:
  absl::flat_hash_set<std::uint64_t> listed_;
  std::array<plates::GlyphSet, plates::kGlyphCodes> alike_{};
};

}  // namespace bas::bench
