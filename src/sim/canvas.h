// A picture in memory and the few strokes everything here is drawn with.
#pragma once

#include <cairo.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>

#include "sim/picture.h"

namespace bas::sim {

// 0..1 each.
struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;

  Colour mixed(const Colour& other, double share) const;
  Colour lighter(double share) const { return mixed({1, 1, 1, alpha}, share); }
  Colour darker(double share) const { return mixed({0, 0, 0, alpha}, share); }
  Colour faint(double opacity) const { return {red, green, blue, opacity}; }
};

constexpr Colour rgb(int value) {
  return {(value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0, 1};
}

struct Spot2 {
  double x = 0;
  double y = 0;
};

struct Area {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

// Threads: one at a time.
class Canvas {
 public:
  Canvas(int width, int height);

  int width() const { return width_; }
  int height() const { return height_; }
  // Rows of `stride()` bytes, four a pixel: blue, green, red and one unused.
  std::uint8_t* pixels();
  int stride() const;
  cairo_t* cairo() const { return cairo_.get(); }

  // What is filled next: a colour, or colours from top to bottom (left to right, from a middle).
  void use(const Colour& colour);
  void use_vertical(const Area& area, std::initializer_list<Colour> colours);
  void use_horizontal(const Area& area, std::initializer_list<Colour> colours);
  void use_glow(Spot2 middle, double radius, const Colour& colour);

  void fill_all();
  void fill(const Area& area);
  void fill_rounded(const Area& area, double radius);
  void fill_polygon(std::initializer_list<Spot2> corners);
  void fill_ellipse(const Area& area);
  void line(Spot2 from, Spot2 to, double width);
  void outline_rounded(const Area& area, double radius, double width);

  void copy_from(const Canvas& other);
  // Only the pixels of that box.
  void copy_from(const Canvas& other, const PixelBox& box, Spot2 to);
  // Adds grain of that many levels, always the same at the same place.
  void add_grain(const PixelBox& box, int levels);

 private:
  void rounded_path(const Area& area, double radius);

  struct SurfaceFree {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };
  struct ContextFree {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  int width_;
  int height_;
  std::unique_ptr<cairo_surface_t, SurfaceFree> surface_;
  std::unique_ptr<cairo_t, ContextFree> cairo_;
};

}  // namespace bas::sim
