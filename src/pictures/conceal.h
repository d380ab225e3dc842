// Pictures without the people in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/read.h"

namespace bas::pictures {

// The same JPEG with flat squares but for the surroundings of the plate: as wide as a car, from
// half a plate's width above the plate, which is below the glass, to one below it. The squares are
// a quarter of a plate's width, some 13 cm at the vehicle, so that a face is one or two of them;
// with no plate told all of it is squares of a fortieth of the picture's width. What stays sharp is
// not encoded anew. Metadata and embedded small pictures are left out. kBadInput for what is no
// JPEG that libjpeg reads, kTooLarge past 16 million pixels. Costs about 10 ms a million pixels.
// Threads: any. Pure. Rule R9 of the law page.
Result<std::string> conceal_people(std::string_view jpeg, const std::optional<PlateBox>& plate);

}  // namespace bas::pictures
