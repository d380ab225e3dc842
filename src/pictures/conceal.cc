#include "pictures/conceal.h"

#include <algorithm>
#include <cmath>

#include "pictures/jpeg_file.h"

namespace bas::pictures {

namespace {

// In widths of the plate (52 cm in Europe): a car is three and a half of them wide, and its glass
// begins more than half of one above the plate.
constexpr double kBesidePlate = 1.75;
constexpr double kAbovePlate = 0.5;
constexpr double kBelowPlate = 1.0;
constexpr double kSquaresAPlate = 4;
constexpr double kSquaresAPicture = 40;

int units(double pixels, int unit) {
  return std::max(1, static_cast<int>(std::ceil(pixels / unit)));
}

bool is_within_picture(const PlateBox& plate) {
  const auto is_share = [](double value) { return value >= 0 && value <= 1; };
  return is_share(plate.x) && is_share(plate.y) && plate.width > 0 && plate.width <= 1 &&
         plate.height > 0 && plate.height <= 1;
}

// The first whole unit from `pixel` on, and the one behind the last before it.
int first_unit(double pixel, int unit) {
  return static_cast<int>(std::ceil(std::max(0.0, pixel) / unit));
}
int end_unit(double pixel, int unit) {
  return static_cast<int>(std::floor(std::max(0.0, pixel) / unit));
}

FlattenPlan plan_for(const JpegShape& shape, const std::optional<PlateBox>& plate) {
  FlattenPlan plan;
  const bool is_told = plate && is_within_picture(*plate);
  const double plate_width = is_told ? plate->width * shape.width : 0;
  const double square = is_told ? plate_width / kSquaresAPlate : shape.width / kSquaresAPicture;
  plan.cell_columns = units(square, shape.unit_width);
  plan.cell_rows = units(square, shape.unit_height);
  if (!is_told) return plan;
  const double middle = (plate->x + plate->width / 2) * shape.width;
  const double top = plate->y * shape.height;
  const double bottom = (plate->y + plate->height) * shape.height;
  plan.sharp_left = first_unit(middle - kBesidePlate * plate_width, shape.unit_width);
  plan.sharp_right = end_unit(middle + kBesidePlate * plate_width, shape.unit_width);
  plan.sharp_top = first_unit(top - kAbovePlate * plate_width, shape.unit_height);
  plan.sharp_bottom = end_unit(bottom + kBelowPlate * plate_width, shape.unit_height);
  return plan;
}

}  // namespace

Result<std::string> conceal_people(std::string_view jpeg, const std::optional<PlateBox>& plate) {
  return flattened_jpeg(jpeg, [&](const JpegShape& shape) { return plan_for(shape, plate); });
}

}  // namespace bas::pictures
