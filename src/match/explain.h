// Why a read and an entry belong together, as a sentence a person can read.
#pragma once

#include <string>
#include <string_view>

#include "plates/packed_plate.h"

namespace bas::match {

// Of an exact match; a country is empty where it is not known. The two never differ when known.
std::string explain_exact(std::string_view read_country, std::string_view entry_country);

// Of a read that is not the listed plate, by at most one glyph besides look-alikes.
struct Inexact {
  plates::PackedPlate listed;
  plates::PackedPlate read;
  std::string_view country;  // of the read
  bool obeys_grammar = false;
  bool is_known_plate = false;
};
// Says which characters differ, then what speaks for and against.
std::string explain_inexact(const Inexact& match);

std::string explain_partial(std::string_view pattern, double probability);

}  // namespace bas::match
