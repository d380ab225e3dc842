// How cameras misread plates: by the look of the glyphs.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/dice.h"
#include "sim/traffic.h"

namespace bas::sim {

struct Reading {
  std::string plate;
  Misread misread = Misread::kNone;
  double confidence = 0;
  std::array<float, kGlyphsMax> glyph_confidences{};
};

// `share`: probability of a misread. Of misreads about 80 % replace one glyph by one that looks
// like it, 12 % lose a glyph, 5 % see one too many and 3 % replace two. A misread is never the
// plate.
Reading read_plate(std::string_view plate, double share, Dice& dice);

// The glyphs that a glyph is taken for, the likeliest first. Empty for none.
std::string_view look_alikes(char glyph);

}  // namespace bas::sim
