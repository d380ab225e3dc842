#include "sim/vehicle_art.h"

#include <array>

#include "sim/road_art.h"
#include "sim/truck_art.h"

namespace bas::sim {
namespace {

constexpr Colour kGlass = rgb(0x1B242D);
constexpr Colour kRubber = rgb(0x131416);
constexpr Colour kTrim = rgb(0x1E2023);

// Shares of the body's height from its top.
struct Shape {
  double roof = 0.0;      // half width of the roof, share of the width
  double shoulder = 0.0;  // height of the lower edge of the windscreen
  double bonnet = 0.0;    // height of the bonnet's front edge
  double waist = 0.0;     // half width at the shoulder
};

Shape shape_of(VehicleClass vehicle_class) {
  switch (vehicle_class) {
    case VehicleClass::kSuv: return {0.36, 0.36, 0.50, 0.47};
    case VehicleClass::kVan: return {0.41, 0.40, 0.55, 0.47};
    default: return {0.33, 0.38, 0.53, 0.46};
  }
}

// Coordinates in the vehicle: x from -1 (left) to 1 (right), y from 0 (roof) to 1 (road).
class CarBody {
 public:
  CarBody(Canvas& canvas, const Scene& scene)
      : canvas_(canvas), box_(vehicle_box_in(scene)), paint_(body_colour(scene)) {}

  Spot2 at(double x, double y) const {
    return {box_.x + box_.width * (x + 1) / 2, box_.y + box_.height * y};
  }
  Area area(double left, double top, double right, double bottom) const {
    const Spot2 from = at(left, top);
    const Spot2 to = at(right, bottom);
    return {from.x, from.y, to.x - from.x, to.y - from.y};
  }
  double unit() const { return box_.height; }
  const Colour& paint() const { return paint_; }

  void shadow() {
    canvas_.use(Colour{0, 0, 0, 0.30});
    canvas_.fill_ellipse(area(-1.10, 0.90, 1.10, 1.09));
    canvas_.use(Colour{0, 0, 0, 0.45});
    canvas_.fill_ellipse(area(-0.97, 0.93, 0.97, 1.04));
  }

  void tyres() {
    canvas_.use(kRubber);
    canvas_.fill_rounded(area(-0.93, 0.74, -0.66, 1.0), unit() * 0.03);
    canvas_.fill_rounded(area(0.66, 0.74, 0.93, 1.0), unit() * 0.03);
  }

  // Roof and windows; `glass_top` and `glass_bottom` bound the screen.
  void cabin(const Shape& shape, double glass_top, double glass_bottom) {
    const double roof = shape.roof * 2;
    const double waist = shape.waist * 2;
    canvas_.use_vertical(area(-1, 0, 1, shape.shoulder), {paint_.lighter(0.22), paint_});
    canvas_.fill_polygon({at(-roof + 0.06, 0.0), at(roof - 0.06, 0.0), at(roof, 0.03),
                          at(waist, shape.shoulder + 0.02), at(-waist, shape.shoulder + 0.02),
                          at(-roof, 0.03)});
    const auto edge = [&](double y) { return roof + (waist - roof) * y / shape.shoulder - 0.07; };
    canvas_.use_vertical(area(-1, glass_top, 1, glass_bottom),
                         {kGlass.lighter(0.38), kGlass, kGlass.darker(0.2)});
    canvas_.fill_polygon({at(-edge(glass_top), glass_top), at(edge(glass_top), glass_top),
                          at(edge(glass_bottom), glass_bottom),
                          at(-edge(glass_bottom), glass_bottom)});
    canvas_.use(Colour{1, 1, 1, 0.10});
    canvas_.fill_polygon({at(-edge(glass_top) * 0.7, glass_top), at(-0.1, glass_top),
                          at(-0.34, glass_bottom), at(-edge(glass_bottom) * 0.86, glass_bottom)});
  }

  void mirrors(double y) {
    canvas_.use(paint_.darker(0.25));
    canvas_.fill_rounded(area(-1.13, y - 0.05, -0.93, y + 0.045), unit() * 0.02);
    canvas_.fill_rounded(area(0.93, y - 0.05, 1.13, y + 0.045), unit() * 0.02);
  }

  void hull(const Shape& shape) {
    canvas_.use_vertical(area(-1, shape.shoulder, 1, 0.95),
                         {paint_.lighter(0.16), paint_, paint_.darker(0.10), paint_.darker(0.34)});
    canvas_.fill_polygon({at(-shape.waist * 2, shape.shoulder), at(shape.waist * 2, shape.shoulder),
                          at(0.98, shape.bonnet), at(1.0, 0.66), at(0.97, 0.88), at(0.88, 0.94),
                          at(-0.88, 0.94), at(-0.97, 0.88), at(-1.0, 0.66),
                          at(-0.98, shape.bonnet)});
    canvas_.use(Colour{1, 1, 1, 0.10});
    canvas_.fill_polygon({at(-0.78, shape.shoulder + 0.01), at(0.78, shape.shoulder + 0.01),
                          at(0.84, shape.bonnet - 0.03), at(-0.84, shape.bonnet - 0.03)});
  }

  void front(const Shape& shape) {
    const double y = shape.bonnet;
    canvas_.use(kTrim);
    canvas_.fill_polygon(
        {at(-0.46, y + 0.035), at(0.46, y + 0.035), at(0.40, y + 0.125), at(-0.40, y + 0.125)});
    canvas_.use(kTrim.lighter(0.32));
    for (const double bar : {0.055, 0.08, 0.105})
      canvas_.line(at(-0.43, y + bar), at(0.43, y + bar), 1.2);
    canvas_.fill_ellipse({at(0, y + 0.08).x - 8, at(0, y + 0.08).y - 8, 16, 16});
    for (const int side : {-1, 1}) {
      canvas_.use(rgb(0xDDE4EA));
      canvas_.fill_polygon({at(side * 0.52, y + 0.05), at(side * 0.95, y + 0.005),
                            at(side * 0.97, y + 0.075), at(side * 0.58, y + 0.12)});
      canvas_.use(rgb(0x6C747C));
      canvas_.fill_ellipse(
          {at(side * 0.76, y + 0.062).x - 9, at(side * 0.76, y + 0.062).y - 9, 18, 18});
    }
    canvas_.use(kTrim);
    canvas_.fill_rounded(area(-0.74, 0.815, 0.74, 0.915), unit() * 0.03);
  }

  void rear(const Shape& shape) {
    canvas_.use(paint_.darker(0.42));
    canvas_.line(at(-0.82, shape.bonnet + 0.03), at(0.82, shape.bonnet + 0.03), 1.6);
    for (const int side : {-1, 1}) {
      canvas_.use(rgb(0x9E1420));
      canvas_.fill_polygon(
          {at(side * 0.60, shape.bonnet - 0.02), at(side * 0.97, shape.bonnet - 0.05),
           at(side * 0.985, shape.bonnet + 0.09), at(side * 0.66, shape.bonnet + 0.07)});
      canvas_.use(rgb(0xE8E2DA).faint(0.8));
      canvas_.fill_polygon(
          {at(side * 0.66, shape.bonnet + 0.045), at(side * 0.80, shape.bonnet + 0.04),
           at(side * 0.80, shape.bonnet + 0.075), at(side * 0.67, shape.bonnet + 0.07)});
    }
    canvas_.use(kTrim);
    canvas_.fill_rounded(area(-0.84, 0.845, 0.84, 0.935), unit() * 0.025);
    canvas_.use(kTrim.lighter(0.4));
    canvas_.fill_ellipse(
        {at(0, shape.bonnet + 0.0).x - 9, at(0, shape.bonnet + 0.0).y - 9, 18, 18});
  }

 private:
  Canvas& canvas_;
  PixelBox box_;
  Colour paint_;
};

void paint_car(Canvas& canvas, const Scene& scene) {
  const Shape shape = shape_of(scene.vehicle_class);
  CarBody body(canvas, scene);
  body.shadow();
  body.tyres();
  const double glass_bottom = scene.is_front ? shape.shoulder - 0.01 : shape.shoulder - 0.05;
  body.cabin(shape, 0.055, glass_bottom);
  if (scene.vehicle_class == VehicleClass::kVan && !scene.is_front) {
    canvas.use(body.paint().darker(0.5));
    canvas.line(body.at(0, 0.04), body.at(0, 0.86), 2.2);
  }
  body.mirrors(shape.shoulder - 0.02);
  body.hull(shape);
  scene.is_front ? body.front(shape) : body.rear(shape);
}

void paint_recess(Canvas& canvas, const Scene& scene) {
  const PixelBox plate = plate_box_in(scene);
  canvas.use(kTrim.darker(0.2));
  canvas.fill_rounded({plate.x - 4.0, plate.y - 3.0, plate.width + 8.0, plate.height + 6.0}, 4);
}

// What the lamps do once the veil of the hour lies over the vehicle.
void paint_lamps(Canvas& canvas, const Scene& scene) {
  if (scene.mood == Mood::kDay) return;
  const PixelBox box = vehicle_box_in(scene);
  const bool is_truck = scene.vehicle_class == VehicleClass::kTruck;
  const double y = is_truck ? box.y + box.height * 0.845
                            : box.y + box.height * (shape_of(scene.vehicle_class).bonnet +
                                                    (scene.is_front ? 0.062 : 0.02));
  const double strength = scene.mood == Mood::kNight ? 1.0 : 0.7;
  for (const double side : {-1.0, 1.0}) {
    const double x = box.x + box.width / 2.0 + side * box.width * (is_truck ? 0.40 : 0.385);
    if (scene.is_front) {
      canvas.use_glow({x, y}, 58, rgb(0xFFF6DE).faint(0.62 * strength));
      canvas.fill_ellipse({x - 58, y - 58, 116, 116});
      canvas.use(rgb(0xFFFDF4));
      canvas.fill_ellipse({x - 11, y - 8, 22, 16});
    } else {
      canvas.use_glow({x, y}, 44, rgb(0xFF2A22).faint(0.55 * strength));
      canvas.fill_ellipse({x - 44, y - 44, 88, 88});
      canvas.use(rgb(0xFF4A3A).faint(0.9));
      canvas.fill_ellipse({x - 13, y - 7, 26, 14});
    }
  }
}

}  // namespace

Colour body_colour(const Scene& scene) {
  static constexpr std::array kPaints{rgb(0xE9EAE8), rgb(0xB4B8BC), rgb(0x6B7077),
                                      rgb(0x23262B), rgb(0x24477E), rgb(0xA31D22),
                                      rgb(0x2F5B42), rgb(0x5D4432), rgb(0xC9B893)};
  return kPaints[scene.colour % kPaints.size()];
}

void paint_vehicle(Canvas& canvas, const Scene& scene) {
  cairo_push_group(canvas.cairo());
  if (scene.vehicle_class == VehicleClass::kTruck) {
    paint_truck(canvas, scene);
  } else {
    paint_car(canvas, scene);
  }
  paint_recess(canvas, scene);
  cairo_set_operator(canvas.cairo(), CAIRO_OPERATOR_ATOP);
  canvas.use(veil_of(scene.mood));
  canvas.fill_all();
  cairo_set_operator(canvas.cairo(), CAIRO_OPERATOR_OVER);
  cairo_pop_group_to_source(canvas.cairo());
  canvas.fill_all();
  paint_lamps(canvas, scene);
}

PixelBox painted_box(const Scene& scene) {
  constexpr int kSide = 34;
  constexpr int kBelow = 30;
  const PixelBox box = vehicle_box_in(scene);
  return {box.x - kSide, box.y - 4, box.width + 2 * kSide, box.height + 4 + kBelow};
}

}  // namespace bas::sim
