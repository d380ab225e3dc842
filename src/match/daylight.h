// Whether it was day or night when a read was made.
#pragma once

#include "base/time.h"
#include "match/vehicle_evidence.h"

namespace bas::match {

struct Coordinates {
  double latitude = 50.6;  // degrees; the middle of Belgium
  double longitude = 4.6;
};

// Day while the sun stands above three degrees under the horizon, about when cameras change to
// infrared. Low-precision position of the sun (Astronomical Almanac): right to a minute or two.
Light light_at(UtcTime time, Coordinates place = {});

}  // namespace bas::match
