// The reads that a plate may be misread as.
#pragma once

#include <vector>

#include "plates/folding.h"
#include "plates/misread_model.h"
#include "plates/packed_plate.h"

namespace bas::match {

// The plate itself, then each once: one glyph replaced, lost or too many, and two replaced by
// look-alikes, as far as the model knows such errors. About 550 for seven glyphs; 50 µs.
std::vector<plates::PackedPlate> near_reads(const plates::MisreadModel& model,
                                            const plates::Folding& folding,
                                            plates::PackedPlate plate);

}  // namespace bas::match
