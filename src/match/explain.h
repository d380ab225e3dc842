// What a match has to say for itself, gathered part by part.
#pragma once

#include <string_view>

#include "match/reasons.h"
#include "plates/packed_plate.h"

namespace bas::match {

// Of a listed plate and a read of at most one glyph more or less.
MatchKind kind_of(plates::PackedPlate listed, plates::PackedPlate read);

// Which glyphs differ between the two, and the kind of the match.
void explain_glyphs(plates::PackedPlate listed, plates::PackedPlate read, Reasons& reasons);

// A country is empty where it is not known.
struct Countries {
  std::string_view read;
  std::string_view entry;
};
void explain_country(const Countries& countries, Reasons& reasons);

struct Vehicles {
  VehicleFacts listed;
  SeenVehicle seen;
};
// The country of the reasons must be there: whether a plate moves depends on it.
void explain_vehicle(const VehicleEvidence& evidence, const Vehicles& vehicles, Reasons& reasons);

}  // namespace bas::match
