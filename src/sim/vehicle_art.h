// Vehicles as seen from above the road, from the front and from behind.
#pragma once

#include "sim/canvas.h"
#include "sim/scene.h"

namespace bas::sim {

// Draws the scene's vehicle at its place, with an empty recess where the plate comes.
void paint_vehicle(Canvas& canvas, const Scene& scene);

// All that paint_vehicle() may change: its box with shadow, mirrors and the glow of its lamps.
PixelBox painted_box(const Scene& scene);

// The vehicle's paint in that light.
Colour body_colour(const Scene& scene);

}  // namespace bas::sim
