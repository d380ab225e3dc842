// Which forms the plates near a read may have.
#pragma once

#include <array>

#include "plates/grammar.h"

namespace bas::plates {

// Forms of the length of a plate by the number of places in which it does not obey them, as far as
// two; and those of each place.
struct Misfits {
  FormTable::Forms none = 0;
  FormTable::Forms one = 0;
  FormTable::Forms two = 0;
  std::array<FormTable::Forms, PackedPlate::kGlyphsMax> at{};
};
Misfits misfits_of(const FormTable& forms, PackedPlate plate);

using FormsByPlace = std::array<FormTable::Forms, PackedPlate::kGlyphsMax>;
// Of plates with a glyph more: by the place of that glyph, the forms that the plate obeys besides.
FormsByPlace forms_with_one_more(const FormTable& longer, PackedPlate plate);
// Of plates with a glyph less: by the place it has in the plate, the forms that the rest obeys.
FormsByPlace forms_with_one_less(const FormTable& shorter, PackedPlate plate);

// A plate whose glyph at `place` stands twice is the same without either: the first one counts.
constexpr bool repeats_before(PackedPlate plate, int place) {
  return place > 0 && plate.at(place - 1) == plate.at(place);
}

}  // namespace bas::plates
