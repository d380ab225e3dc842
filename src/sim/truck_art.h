// Lorries: a cab from the front, a trailer's doors from behind.
#pragma once

#include "sim/canvas.h"
#include "sim/scene.h"

namespace bas::sim {

void paint_truck(Canvas& canvas, const Scene& scene);

}  // namespace bas::sim
