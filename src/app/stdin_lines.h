// Plates that come line by line.
#pragma once

#include <functional>
#include <string_view>

#include "base/result.h"
#include "model/plate.h"
#include "model/vehicle.h"

namespace bas::app {

// Without line ends; lines that are blank are left out.
using TakeLine = std::function<void(std::string_view line)>;
void for_each_line_of(std::string_view text, const TakeLine& take);
// As lines arrive. A line over 4 KiB is an error that ends it.
Result<> for_each_line_of_stdin(const TakeLine& take);

// "1-ABC-123,BE,0.93": the plate in its canonical form and the country in upper case. What follows
// the country is left out.
Plate plate_of(std::string_view line);

// "1-ABC-123,BE,0.93,vw,blue,car": beside the plate what a camera said of the vehicle. Any field
// may be empty, the last ones may be left out; the confidence is left out.
struct SeenLine {
  Plate plate;
  Vehicle vehicle;
};
SeenLine seen_line_of(std::string_view line);

}  // namespace bas::app
