// The glyphs that plates bear, as numbers of six bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bas::plates {

// 1 to 60: digits, then A to Z, then the other letters European plates bear (Ä Ö Ü Å Æ Ø Č Ć Đ Š Ž
// É and the twelve Cyrillic letters); 0: none. Digits and A to Z are in the order of their text.
using Glyph = std::uint8_t;
inline constexpr Glyph kNoGlyph = 0;
inline constexpr int kGlyphCodes = 64;

// The glyph that `text` (canonical, UTF-8) begins with, and the bytes it takes. Empty for letters
// that have no code.
struct GlyphAt {
  Glyph glyph = kNoGlyph;
  std::uint8_t bytes = 0;
};
std::optional<GlyphAt> first_glyph(std::string_view text);

// One of all codes; UTF-8, lives for ever.
std::string_view text_of(Glyph glyph);

constexpr bool is_digit(Glyph glyph) { return glyph >= 1 && glyph <= 10; }
constexpr bool is_letter(Glyph glyph) { return glyph > 10; }

// Sets of glyphs, a bit for each code.
using GlyphSet = std::uint64_t;
constexpr GlyphSet set_of(Glyph glyph) { return GlyphSet{1} << glyph; }
constexpr bool holds(GlyphSet set, Glyph glyph) { return (set >> glyph & 1U) != 0; }
inline constexpr GlyphSet kDigits = 0x7FE;
inline constexpr GlyphSet kLatinLetters = ((GlyphSet{1} << 26) - 1) << 11;

}  // namespace bas::plates
