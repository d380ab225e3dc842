#include "plates/packed_plate.h"

namespace bas::plates {

std::optional<PackedPlate> PackedPlate::of(std::string_view canonical) {
  PackedPlate plate;
  int place = 0;
  while (!canonical.empty()) {
    const auto next = first_glyph(canonical);
    if (!next || place == kGlyphsMax) return std::nullopt;
    plate = plate.with(place++, next->glyph);
    canonical.remove_prefix(next->bytes);
  }
  return plate;
}

std::string PackedPlate::text() const {
  std::string text;
  for (int place = 0; place < length(); ++place) text += text_of(at(place));
  return text;
}

}  // namespace bas::plates
