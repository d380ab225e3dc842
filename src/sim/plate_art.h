// A number plate as its country makes it.
#pragma once

#include <string_view>

#include "sim/canvas.h"

namespace bas::sim {

enum class PlateSide { kFront, kRear };

struct PlateFace {
  std::string_view shown;    // "1-ABC-123"
  std::string_view country;  // ISO 3166-1 alpha-2
  PlateSide side = PlateSide::kFront;
};

// The colour behind the characters.
Colour plate_ground(const PlateFace& face);

// Fills `area`, about 4.6 times as wide as high.
void paint_plate(Canvas& canvas, const Area& area, const PlateFace& face);

}  // namespace bas::sim
