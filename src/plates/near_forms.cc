#include "plates/near_forms.h"

namespace bas::plates {

Misfits misfits_of(const FormTable& forms, PackedPlate plate) {
  Misfits found{.none = forms.every()};
  for (int place = 0; (found.none | found.one | found.two) != 0 && place < plate.length();
       ++place) {
    const FormTable::Forms misfits = forms.every() & ~forms.bearing(place, plate.at(place));
    found.at[static_cast<std::size_t>(place)] = misfits;
    found.two = (found.two & ~misfits) | (found.one & misfits);
    found.one = (found.one & ~misfits) | (found.none & misfits);
    found.none &= ~misfits;
  }
  return found;
}

// Forms that the plate obeys from its beginning up to each place, and from there to its end, one
// place on.
FormsByPlace forms_with_one_more(const FormTable& longer, PackedPlate plate) {
  FormsByPlace found{};
  if (longer.all().empty()) return found;
  const int length = plate.length();
  FormTable::Forms before = longer.every();
  for (int place = 0; place <= length; ++place) {
    found[static_cast<std::size_t>(place)] = before;
    if (place < length) before &= longer.bearing(place, plate.at(place));
  }
  FormTable::Forms behind = longer.every();
  for (int place = length - 1; place >= 0; --place) {
    behind &= longer.bearing(place + 1, plate.at(place));
    found[static_cast<std::size_t>(place)] &= behind;
  }
  return found;
}

FormsByPlace forms_with_one_less(const FormTable& shorter, PackedPlate plate) {
  FormsByPlace found{};
  if (shorter.all().empty()) return found;
  const int length = plate.length();
  FormTable::Forms before = shorter.every();
  for (int place = 0; place < length; ++place) {
    found[static_cast<std::size_t>(place)] = before;
    if (place + 1 < length) before &= shorter.bearing(place, plate.at(place));
  }
  FormTable::Forms behind = shorter.every();
  for (int place = length - 2; place >= 0; --place) {
    behind &= shorter.bearing(place, plate.at(place + 1));
    found[static_cast<std::size_t>(place)] &= behind;
  }
  return found;
}

}  // namespace bas::plates
