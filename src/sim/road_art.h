// The place a camera overlooks, without vehicles.
#pragma once

#include "sim/canvas.h"
#include "sim/scene.h"

namespace bas::sim {

// The rows at the top that the camera's own line of text takes.
inline constexpr int kTextRows = 2 * 16;

void paint_road(Canvas& canvas, const Scene& scene);

// A veil over what was drawn, by the light of the hour; nothing by day.
Colour veil_of(Mood mood);
// Strength of the sensor's grain in that light.
int grain_of(Mood mood);

}  // namespace bas::sim
