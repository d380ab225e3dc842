// A JPEG as its quantised coefficients (ITU-T T.81), not its pixels.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas::pictures {

inline constexpr std::uint64_t kPixelsMax = 16'000'000;

// How a picture is cut into units (MCU): what is kept or flattened is whole units.
struct JpegShape {
  int width = 0;  // in pixels
  int height = 0;
  int unit_width = 0;
  int unit_height = 0;
};

// What becomes of the units: which stay as they are, and how many of the others are one square.
struct FlattenPlan {
  int cell_columns = 1;  // units that become one square
  int cell_rows = 1;
  int sharp_left = 0;  // units from..to (excluded) that stay; none: left equals right
  int sharp_top = 0;
  int sharp_right = 0;
  int sharp_bottom = 0;
};

// Reads, flattens as `plan` says once the shape is known, and writes again without markers.
// kBadInput with what libjpeg says, kTooLarge past kPixelsMax. A file that is cut short is read as
// far as it goes.
Result<std::string> flattened_jpeg(std::string_view jpeg,
                                   const std::function<FlattenPlan(const JpegShape&)>& plan);

}  // namespace bas::pictures
