// Glyphs that look alike, folded into one of them, for an index to find plates by.
#pragma once

#include <array>
#include <string_view>

#include "base/result.h"
#include "plates/packed_plate.h"

namespace bas::plates {

// Only ever for finding: what a list or a camera wrote is kept as it was. Threads: any.
class Folding {
 public:
  // Lines of glyphs separated by blanks, the first of a line standing for the others; `#` begins a
  // comment. kBadInput with the line when a glyph is unknown or stands in two classes.
  static Result<Folding> parse(std::string_view text);

  constexpr Glyph fold(Glyph glyph) const { return fold_[glyph]; }
  PackedPlate fold(PackedPlate plate) const;
  // In one class, or the same.
  constexpr bool are_alike(Glyph a, Glyph b) const { return fold_[a] == fold_[b]; }

 private:
  Folding();
  std::array<Glyph, kGlyphCodes> fold_{};
};

}  // namespace bas::plates
