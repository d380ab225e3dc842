#include "sim/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

#include "base/check.h"
#include "sim/dice.h"

namespace bas::sim {
namespace {

constexpr std::size_t kGrainCells = 1U << 15;

// Values of about -100 to 100, to be scaled.
const std::array<std::int8_t, kGrainCells>& grain() {
  static const auto kGrain = [] {
    std::array<std::int8_t, kGrainCells> cells{};
    Dice dice(0x6A1);
    for (std::int8_t& cell : cells) cell = static_cast<std::int8_t>(dice.bell() * 36);
    return cells;
  }();
  return kGrain;
}

using Pattern = std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)>;

void add_stops(const Pattern& pattern, std::initializer_list<Colour> colours) {
  const double last = std::max(1.0, static_cast<double>(colours.size()) - 1);
  double i = 0;
  for (const Colour& colour : colours) {
    cairo_pattern_add_color_stop_rgba(pattern.get(), i++ / last, colour.red, colour.green,
                                      colour.blue, colour.alpha);
  }
}

}  // namespace

Colour Colour::mixed(const Colour& other, double share) const {
  return {std::lerp(red, other.red, share), std::lerp(green, other.green, share),
          std::lerp(blue, other.blue, share), alpha};
}

Canvas::Canvas(int width, int height)
    : width_(width),
      height_(height),
      surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)),
      cairo_(cairo_create(surface_.get())) {
  check(cairo_status(cairo_.get()) == CAIRO_STATUS_SUCCESS);
}

std::uint8_t* Canvas::pixels() {
  cairo_surface_flush(surface_.get());
  return cairo_image_surface_get_data(surface_.get());
}

int Canvas::stride() const { return cairo_image_surface_get_stride(surface_.get()); }

void Canvas::use(const Colour& colour) {
  cairo_set_source_rgba(cairo(), colour.red, colour.green, colour.blue, colour.alpha);
}

void Canvas::use_vertical(const Area& area, std::initializer_list<Colour> colours) {
  const Pattern pattern(cairo_pattern_create_linear(0, area.y, 0, area.y + area.height),
                        cairo_pattern_destroy);
  add_stops(pattern, colours);
  cairo_set_source(cairo(), pattern.get());
}

void Canvas::use_horizontal(const Area& area, std::initializer_list<Colour> colours) {
  const Pattern pattern(cairo_pattern_create_linear(area.x, 0, area.x + area.width, 0),
                        cairo_pattern_destroy);
  add_stops(pattern, colours);
  cairo_set_source(cairo(), pattern.get());
}

void Canvas::use_glow(Spot2 middle, double radius, const Colour& colour) {
  const Pattern pattern(
      cairo_pattern_create_radial(middle.x, middle.y, 0, middle.x, middle.y, radius),
      cairo_pattern_destroy);
  add_stops(pattern, {colour, colour.faint(colour.alpha * 0.35), colour.faint(0)});
  cairo_set_source(cairo(), pattern.get());
}

void Canvas::fill_all() { cairo_paint(cairo()); }

void Canvas::fill(const Area& area) {
  cairo_rectangle(cairo(), area.x, area.y, area.width, area.height);
  cairo_fill(cairo());
}

void Canvas::rounded_path(const Area& area, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  const double right = area.x + area.width - radius;
  const double bottom = area.y + area.height - radius;
  cairo_new_path(cairo());
  cairo_arc(cairo(), right, area.y + radius, radius, -kQuarter, 0);
  cairo_arc(cairo(), right, bottom, radius, 0, kQuarter);
  cairo_arc(cairo(), area.x + radius, bottom, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo(), area.x + radius, area.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo());
}

void Canvas::fill_rounded(const Area& area, double radius) {
  rounded_path(area, radius);
  cairo_fill(cairo());
}

void Canvas::outline_rounded(const Area& area, double radius, double width) {
  rounded_path(area, radius);
  cairo_set_line_width(cairo(), width);
  cairo_stroke(cairo());
}

void Canvas::fill_polygon(std::initializer_list<Spot2> corners) {
  cairo_new_path(cairo());
  for (const Spot2& corner : corners) cairo_line_to(cairo(), corner.x, corner.y);
  cairo_close_path(cairo());
  cairo_fill(cairo());
}

void Canvas::fill_ellipse(const Area& area) {
  cairo_save(cairo());
  cairo_translate(cairo(), area.x + area.width / 2, area.y + area.height / 2);
  cairo_scale(cairo(), area.width / 2, area.height / 2);
  cairo_new_path(cairo());
  cairo_arc(cairo(), 0, 0, 1, 0, 2 * std::numbers::pi);
  cairo_restore(cairo());
  cairo_fill(cairo());
}

void Canvas::line(Spot2 from, Spot2 to, double width) {
  cairo_set_line_width(cairo(), width);
  cairo_move_to(cairo(), from.x, from.y);
  cairo_line_to(cairo(), to.x, to.y);
  cairo_stroke(cairo());
}

void Canvas::copy_from(const Canvas& other) {
  copy_from(other, {0, 0, other.width_, other.height_}, {0, 0});
}

void Canvas::copy_from(const Canvas& other, const PixelBox& box, Spot2 to) {
  cairo_surface_flush(other.surface_.get());
  const std::uint8_t* from = cairo_image_surface_get_data(other.surface_.get());
  std::uint8_t* into = pixels();
  for (int row = 0; row < box.height; ++row)
    std::memcpy(into + (static_cast<int>(to.y) + row) * stride() + static_cast<int>(to.x) * 4,
                from + (box.y + row) * other.stride() + box.x * 4,
                static_cast<std::size_t>(box.width) * 4);
  cairo_surface_mark_dirty(surface_.get());
}

void Canvas::add_grain(const PixelBox& box, int levels) {
  std::uint8_t* const data = pixels();
  for (int y = box.y; y < box.y + box.height; ++y) {
    std::uint8_t* pixel = data + y * stride() + box.x * 4;
    // Another stretch of the table for every row, so that no pattern shows.
    std::size_t cell = static_cast<std::uint32_t>(y) * 2654435761U >> 7;
    for (int x = 0; x < box.width; ++x, pixel += 4) {
      const int step = grain()[cell++ % kGrainCells] * levels / 64;
      for (int part = 0; part < 3; ++part)
        pixel[part] = static_cast<std::uint8_t>(std::clamp(pixel[part] + step, 0, 255));
    }
  }
  cairo_surface_mark_dirty(surface_.get());
}

}  // namespace bas::sim
