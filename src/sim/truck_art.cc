#include "sim/truck_art.h"

#include "sim/vehicle_art.h"

namespace bas::sim {
namespace {

constexpr Colour kTruckGlass = rgb(0x18212A);
constexpr Colour kTruckTrim = rgb(0x1D1F22);
constexpr Colour kTruckRubber = rgb(0x121315);

// Shares of the vehicle's box.
struct Frame {
  PixelBox box;
  Area area(double left, double top, double right, double bottom) const {
    return {box.x + box.width * left, box.y + box.height * top, box.width * (right - left),
            box.height * (bottom - top)};
  }
  Spot2 at(double x, double y) const { return {box.x + box.width * x, box.y + box.height * y}; }
};

void paint_ground(Canvas& canvas, const Frame& frame) {
  canvas.use(Colour{0, 0, 0, 0.34});
  canvas.fill_ellipse(frame.area(-0.06, 0.93, 1.06, 1.06));
  canvas.use(kTruckRubber);
  canvas.fill_rounded(frame.area(0.03, 0.82, 0.20, 1.0), 8);
  canvas.fill_rounded(frame.area(0.80, 0.82, 0.97, 1.0), 8);
}

void paint_windscreen(Canvas& canvas, const Frame& frame) {
  canvas.use_vertical(frame.area(0, 0.22, 1, 0.52),
                      {kTruckGlass.lighter(0.35), kTruckGlass, kTruckGlass.darker(0.2)});
  canvas.fill_rounded(frame.area(0.07, 0.22, 0.93, 0.52), 12);
  canvas.use(Colour{1, 1, 1, 0.09});
  canvas.fill_polygon(
      {frame.at(0.16, 0.24), frame.at(0.42, 0.24), frame.at(0.30, 0.51), frame.at(0.11, 0.51)});
  canvas.use(kTruckTrim);
  canvas.line(frame.at(0.30, 0.515), frame.at(0.46, 0.44), 2.5);
  canvas.line(frame.at(0.62, 0.515), frame.at(0.78, 0.44), 2.5);
  canvas.fill_rounded(frame.area(-0.07, 0.25, 0.03, 0.44), 6);
  canvas.fill_rounded(frame.area(0.97, 0.25, 1.07, 0.44), 6);
}

void paint_cab(Canvas& canvas, const Frame& frame, const Colour& paint) {
  const Area trailer = frame.area(0.02, 0.0, 0.98, 0.70);
  canvas.use_vertical(trailer, {rgb(0xDADCDC), rgb(0xB9BCBE)});
  canvas.fill_rounded(trailer, 4);
  canvas.use_vertical(frame.area(0, 0.06, 1, 0.92),
                      {paint.lighter(0.25), paint, paint.darker(0.10), paint.darker(0.3)});
  canvas.fill_rounded(frame.area(0.01, 0.06, 0.99, 0.92), 20);
  canvas.use(paint.darker(0.45));
  canvas.fill_rounded(frame.area(0.06, 0.175, 0.94, 0.215), 5);
  paint_windscreen(canvas, frame);
  canvas.use(kTruckTrim);
  canvas.fill_rounded(frame.area(0.16, 0.55, 0.84, 0.745), 8);
  canvas.use(kTruckTrim.lighter(0.28));
  for (const double y : {0.585, 0.62, 0.655, 0.69, 0.72})
    canvas.line(frame.at(0.19, y), frame.at(0.81, y), 2.2);
  canvas.use(rgb(0xD7DADC));
  canvas.fill_rounded({frame.at(0.5, 0.60).x - 22, frame.at(0.5, 0.60).y - 8, 44, 16}, 4);
  canvas.use(paint.darker(0.55));
  canvas.fill_rounded(frame.area(0.0, 0.76, 1.0, 0.93), 10);
  canvas.use(rgb(0xDCE3E9));
  canvas.fill_rounded(frame.area(0.04, 0.815, 0.17, 0.875), 6);
  canvas.fill_rounded(frame.area(0.83, 0.815, 0.96, 0.875), 6);
}

void paint_doors(Canvas& canvas, const Frame& frame, const Colour& paint) {
  const Colour body = paint.mixed(rgb(0xE4E5E4), 0.55);
  canvas.use_vertical(frame.area(0, 0, 1, 0.74), {body.lighter(0.1), body, body.darker(0.12)});
  canvas.fill_rounded(frame.area(0.0, 0.0, 1.0, 0.74), 4);
  canvas.use(body.darker(0.45));
  canvas.outline_rounded(frame.area(0.012, 0.01, 0.988, 0.73), 4, 3);
  canvas.line(frame.at(0.5, 0.01), frame.at(0.5, 0.73), 3);
  canvas.use(rgb(0x8E9296));
  for (const double x : {0.14, 0.38, 0.62, 0.86})
    canvas.line(frame.at(x, 0.02), frame.at(x, 0.72), 3.5);
  canvas.use(rgb(0xB5232B));
  canvas.fill(frame.area(0.02, 0.685, 0.98, 0.70));
  canvas.use(kTruckTrim);
  canvas.fill(frame.area(0.02, 0.74, 0.98, 0.90));
  canvas.use(rgb(0x8F1620));
  canvas.fill_rounded(frame.area(0.04, 0.815, 0.18, 0.875), 4);
  canvas.fill_rounded(frame.area(0.82, 0.815, 0.96, 0.875), 4);
  canvas.use(rgb(0xC9CCCE));
  canvas.fill(frame.area(0.0, 0.905, 1.0, 0.93));
}

}  // namespace

void paint_truck(Canvas& canvas, const Scene& scene) {
  const Frame frame{vehicle_box_in(scene)};
  paint_ground(canvas, frame);
  if (scene.is_front) {
    paint_cab(canvas, frame, body_colour(scene));
  } else {
    paint_doors(canvas, frame, body_colour(scene));
  }
}

}  // namespace bas::sim
