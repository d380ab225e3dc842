#include "plates/folding.h"

#include <fmt/format.h>

#include "plates/lines.h"

namespace bas::plates {

Folding::Folding() {
  for (int glyph = 0; glyph < kGlyphCodes; ++glyph) fold_[glyph] = static_cast<Glyph>(glyph);
}

Result<Folding> Folding::parse(std::string_view text) {
  Folding folding;
  GlyphSet seen = 0;
  const auto take = [&](std::string_view line) -> Result<> {
    Glyph first = kNoGlyph;
    for (const std::string_view word : words_of(line)) {
      const auto one = first_glyph(word);
      if (!one || one->bytes != word.size()) {
        return fail(ErrorCode::kBadInput, fmt::format("'{}' is not one glyph of a plate", word));
      }
      if (holds(seen, one->glyph)) {
        return fail(ErrorCode::kBadInput, fmt::format("'{}' stands in two classes", word));
      }
      seen |= set_of(one->glyph);
      if (first == kNoGlyph) first = one->glyph;
      folding.fold_[one->glyph] = first;
    }
    return {};
  };
  TRY(for_each_line(text, take));
  return folding;
}

PackedPlate Folding::fold(PackedPlate plate) const {
  std::uint64_t folded = 0;
  for (int shift = 54; shift >= 0; shift -= 6) {
    folded |= std::uint64_t{fold_[plate.bits() >> shift & 0x3F]} << shift;
  }
  return PackedPlate::from_bits(folded);
}

}  // namespace bas::plates
