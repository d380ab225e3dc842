#include "sim/road_art.h"

#include <array>
#include <cmath>

#include "sim/dice.h"

namespace bas::sim {
namespace {

constexpr double kHorizon = 150;
constexpr double kMiddle = 480;
constexpr double kFoot = 430;  // where the vehicles stand
constexpr double kLaneWidthAtFoot = 350;
constexpr double kBottom = kOverviewHeight;

// How large things are at that height of the picture: 1 where the vehicles stand.
double scale_at(double y) { return (y - kHorizon) / (kFoot - kHorizon); }

// The picture's x of a place that many lane widths right of the middle.
double x_at(double lanes, double y) { return kMiddle + lanes * kLaneWidthAtFoot * scale_at(y); }

struct Palette {
  Colour sky_top;
  Colour sky_low;
  Colour land;
  Colour land_far;
  Colour asphalt;
  Colour asphalt_far;
  Colour paint;
  Colour tree;
  Colour brick;
  double lit_windows = 0;  // share of them
};

Palette palette_of(Mood mood) {
  switch (mood) {
    case Mood::kDay:
      return {rgb(0x7FA9D6), rgb(0xDCE6EC), rgb(0x6F8C4B), rgb(0x93A878), rgb(0x55585D),
              rgb(0x84878B), rgb(0xE9E9E4), rgb(0x3F5C35), rgb(0x9C5E48), 0};
    case Mood::kDusk:
      return {rgb(0x39406B), rgb(0xE79A62), rgb(0x3E4A37), rgb(0x5A5A50), rgb(0x3B3D45),
              rgb(0x6A6068), rgb(0xC8C2BC), rgb(0x252D2A), rgb(0x5F403C), 0.4};
    case Mood::kNight:
      return {rgb(0x05070F), rgb(0x1B2233), rgb(0x11170F), rgb(0x1A2019), rgb(0x24262B),
              rgb(0x1C1E24), rgb(0xA9ABA8), rgb(0x0A0F0C), rgb(0x2A201E), 0.4};
  }
  return {};
}

void paint_strip(Canvas& canvas, double from_lane, double to_lane) {
  canvas.fill_polygon({{x_at(from_lane, kHorizon), kHorizon},
                       {x_at(to_lane, kHorizon), kHorizon},
                       {x_at(to_lane, kBottom), kBottom},
                       {x_at(from_lane, kBottom), kBottom}});
}

void paint_sky(Canvas& canvas, const Palette& palette, Dice& dice) {
  const Area sky{0, 0, kOverviewWidth, kHorizon};
  canvas.use_vertical(sky, {palette.sky_top, palette.sky_low});
  canvas.fill(sky);
  for (int i = 0; i < 7; ++i) {
    canvas.use(palette.sky_low.lighter(0.35).faint(0.16));
    const double width = dice.between(120, 380);
    canvas.fill_ellipse(
        {dice.between(-100, 900), dice.between(40, 110), width, dice.between(10, 26)});
  }
}

void paint_land(Canvas& canvas, const Palette& palette, Dice& dice) {
  const Area land{0, kHorizon, kOverviewWidth, kBottom - kHorizon};
  canvas.use_vertical(land, {palette.land_far, palette.land, palette.land.darker(0.12)});
  canvas.fill(land);
  for (int i = 0; i < 900; ++i) {
    const double y = kHorizon + std::pow(dice.share(), 0.6) * (kBottom - kHorizon);
    const double size = 1 + 5 * scale_at(y);
    canvas.use(
        (dice.chance(0.5) ? palette.land.darker(0.35) : palette.land.lighter(0.18)).faint(0.35));
    canvas.fill({dice.between(0, kOverviewWidth), y, size * 2.5, size * 0.6});
  }
}

void paint_tree(Canvas& canvas, Spot2 root, double height, const Colour& leaf) {
  canvas.use(leaf.mixed(rgb(0x4A3A2C), 0.5));
  canvas.fill({root.x - height * 0.035, root.y - height * 0.42, height * 0.07, height * 0.42});
  static constexpr std::array kPuffs =
      std::to_array<std::array<double, 4>>({{-0.30, -0.78, 0.42, 0.40},
                                            {-0.08, -1.00, 0.46, 0.46},
                                            {0.02, -0.74, 0.40, 0.42},
                                            {-0.20, -0.64, 0.50, 0.34},
                                            {-0.18, -0.92, 0.34, 0.32}});
  double light = 0;
  for (const auto& [x, y, width, size] : kPuffs) {
    canvas.use(leaf.lighter(light));
    canvas.fill_ellipse({root.x + x * height, root.y + y * height, width * height, size * height});
    light += 0.035;
  }
}

void paint_horizon(Canvas& canvas, const Palette& palette, Dice& dice) {
  const Colour far = palette.tree.mixed(palette.sky_low, 0.45);
  for (double x = -20; x < kOverviewWidth; x += dice.between(7, 20)) {
    const double height = dice.between(8, 26);
    canvas.use(far.lighter(dice.between(0, 0.08)));
    canvas.fill_ellipse({x, kHorizon - height * 0.7, dice.between(18, 44), height});
  }
}

void paint_asphalt(Canvas& canvas, const Palette& palette, double from_lane, double to_lane) {
  const Area road{0, kHorizon, kOverviewWidth, kBottom - kHorizon};
  canvas.use_vertical(road, {palette.asphalt_far, palette.asphalt, palette.asphalt.darker(0.08)});
  paint_strip(canvas, from_lane, to_lane);
  // Tyres darken their tracks.
  canvas.use(palette.asphalt.darker(0.4).faint(0.18));
  for (const double lane : {-0.5, 0.5})
    for (const double track : {-0.27, 0.27})
      paint_strip(canvas, lane + track - 0.07, lane + track + 0.07);
}

void paint_line(Canvas& canvas, const Colour& paint, double lane, double width) {
  canvas.use(paint.faint(0.85));
  paint_strip(canvas, lane - width / 2, lane + width / 2);
}

// Equal lengths on the road get shorter towards the horizon.
void paint_dashes(Canvas& canvas, const Colour& paint, double lane, double width) {
  canvas.use(paint.faint(0.85));
  for (double distance = 0.62; distance < 40; distance += 0.75) {
    const double near_y = kHorizon + (kFoot - kHorizon) / distance;
    const double far_y = kHorizon + (kFoot - kHorizon) / (distance + 0.30);
    canvas.fill_polygon({{x_at(lane - width / 2, far_y), far_y},
                         {x_at(lane + width / 2, far_y), far_y},
                         {x_at(lane + width / 2, near_y), near_y},
                         {x_at(lane - width / 2, near_y), near_y}});
  }
}

// A steel barrier along the road.
void paint_rail(Canvas& canvas, const Colour& steel, double lane) {
  constexpr double kTop = 58;
  constexpr double kHeight = 26;
  const auto y_of = [](double y, double above) { return y - above * scale_at(y); };
  for (double distance = 0.55; distance < 16; distance *= 1.22) {
    const double y = kHorizon + (kFoot - kHorizon) / distance;
    const double width = 9 * scale_at(y);
    canvas.use(steel.darker(0.35));
    canvas.fill({x_at(lane, y) - width / 2, y_of(y, kTop), width, kTop * scale_at(y)});
  }
  const double x0 = x_at(lane, kHorizon);
  const double x1 = x_at(lane, kBottom);
  canvas.use(steel);
  canvas.fill_polygon({{x0, kHorizon},
                       {x1, y_of(kBottom, kTop)},
                       {x1, y_of(kBottom, kTop - kHeight)},
                       {x0, kHorizon}});
  canvas.use(steel.lighter(0.35));
  canvas.fill_polygon({{x0, kHorizon},
                       {x1, y_of(kBottom, kTop - 4)},
                       {x1, y_of(kBottom, kTop - 10)},
                       {x0, kHorizon}});
}

void paint_trees(Canvas& canvas, const Palette& palette, double lane, Dice& dice) {
  for (double distance = 7; distance > 0.75; distance /= 1.33) {
    const double y = kHorizon + (kFoot - kHorizon) / distance;
    const double height = dice.between(300, 400) * scale_at(y);
    paint_tree(canvas, {x_at(lane, y) + dice.between(-8, 8), y}, height,
               palette.tree.mixed(palette.sky_low, 0.25 * (1 - 1 / distance)));
  }
}

// A row of houses, seen along the street; `side` -1 left, 1 right.
void paint_houses(Canvas& canvas, const Palette& palette, int side, Dice& dice) {
  const double wall_lane = side * 1.75;
  for (double distance = 9; distance > 0.8; distance /= 1.45) {
    const double far_y = kHorizon + (kFoot - kHorizon) / distance;
    const double near_y = kHorizon + (kFoot - kHorizon) / (distance / 1.45);
    const double storeys = dice.between(330, 470);
    const Colour brick = palette.brick.mixed(
        dice.chance(0.4) ? palette.paint.darker(0.35) : palette.brick.darker(0.3), dice.share());
    const double far_x = x_at(wall_lane, far_y);
    const double near_x = x_at(wall_lane, near_y);
    const double far_top = far_y - storeys * scale_at(far_y);
    const double near_top = near_y - storeys * scale_at(near_y);
    canvas.use(brick);
    canvas.fill_polygon({{far_x, far_y}, {far_x, far_top}, {near_x, near_top}, {near_x, near_y}});
    canvas.use(brick.darker(0.5));
    canvas.fill_polygon({{far_x, far_top},
                         {far_x + side * 20 * scale_at(far_y), far_top - 55 * scale_at(far_y)},
                         {near_x + side * 20 * scale_at(near_y), near_top - 55 * scale_at(near_y)},
                         {near_x, near_top}});
    for (const double along : {0.28, 0.68})
      for (const double up : {0.30, 0.68}) {
        const double x = std::lerp(far_x, near_x, along);
        const double y = std::lerp(far_y, near_y, along);
        const double size = scale_at(y);
        const bool is_lit = dice.chance(palette.lit_windows);
        canvas.use(is_lit ? rgb(0xF4C877) : palette.sky_top.darker(0.45));
        canvas.fill({x - 17 * size, y - (up * storeys + 60) * size, 34 * size, 74 * size});
      }
  }
}

void paint_lamp(Canvas& canvas, double lane, double distance, Mood mood) {
  const double y = kHorizon + (kFoot - kHorizon) / distance;
  const double size = scale_at(y);
  const double x = x_at(lane, y);
  const double reach = lane > 0 ? -70 * size : 70 * size;
  const Spot2 top{x, y - 420 * size};
  canvas.use(rgb(mood == Mood::kDay ? 0x8A9095 : 0x2A2D31));
  canvas.line({x, y}, top, 7 * size);
  canvas.line(top, {x + reach, top.y - 8 * size}, 5 * size);
  if (mood == Mood::kDay) return;
  const Spot2 bulb{x + reach, top.y - 4 * size};
  const double glow = mood == Mood::kNight ? 1 : 0.6;
  canvas.use_glow(bulb, 90 * size, rgb(0xFFDFA0).faint(0.75 * glow));
  canvas.fill_ellipse({bulb.x - 90 * size, bulb.y - 90 * size, 180 * size, 180 * size});
  const Spot2 pool{x + reach * 2.4, y};
  canvas.use_glow(pool, 260 * size, rgb(0xFFD899).faint(0.20 * glow));
  canvas.fill_ellipse({pool.x - 260 * size, pool.y - 90 * size, 520 * size, 180 * size});
}

void paint_motorway(Canvas& canvas, const Palette& palette, Mood mood, Dice& dice) {
  paint_trees(canvas, palette, -3.4, dice);
  paint_trees(canvas, palette, 3.6, dice);
  paint_asphalt(canvas, palette, -1.35, 1.75);
  paint_line(canvas, palette.paint, -1.03, 0.055);
  paint_line(canvas, palette.paint, 1.03, 0.055);
  paint_dashes(canvas, palette.paint, 0, 0.05);
  const Colour steel = rgb(mood == Mood::kDay ? 0xA9AEB3 : 0x55595F);
  paint_rail(canvas, steel, -1.45);
  paint_rail(canvas, steel, 1.85);
  if (mood != Mood::kDay)
    for (const double distance : {3.2, 1.7, 0.95}) paint_lamp(canvas, -1.6, distance, mood);
}

void paint_regional(Canvas& canvas, const Palette& palette, Mood mood, Dice& dice) {
  paint_asphalt(canvas, palette, -1.12, 1.12);
  canvas.use(palette.asphalt.mixed(rgb(0x8C4A3C), 0.55));
  paint_strip(canvas, 1.42, 1.78);  // the cycle path
  paint_line(canvas, palette.paint, -1.04, 0.045);
  paint_line(canvas, palette.paint, 1.04, 0.045);
  paint_dashes(canvas, palette.paint, 0, 0.045);
  paint_trees(canvas, palette, -1.75, dice);
  paint_trees(canvas, palette, 2.2, dice);
  paint_lamp(canvas, 1.3, 2.1, mood);
}

void paint_town(Canvas& canvas, const Palette& palette, Mood mood, Dice& dice) {
  canvas.use(palette.asphalt.lighter(0.22).mixed(palette.brick, 0.12));
  paint_strip(canvas, -1.75, 1.75);  // pavements
  paint_houses(canvas, palette, -1, dice);
  paint_houses(canvas, palette, 1, dice);
  paint_asphalt(canvas, palette, -1.1, 1.1);
  paint_line(canvas, palette.asphalt.lighter(0.4), -1.12, 0.05);
  paint_line(canvas, palette.asphalt.lighter(0.4), 1.12, 0.05);
  paint_dashes(canvas, palette.paint, 0, 0.04);
  for (const double distance : {3.0, 1.35}) paint_lamp(canvas, 1.32, distance, mood);
}

}  // namespace

void paint_road(Canvas& canvas, const Scene& scene) {
  const Palette palette = palette_of(scene.mood);
  Dice dice(mix(scene.flavour, static_cast<std::uint64_t>(scene.surroundings) + 11));
  paint_sky(canvas, palette, dice);
  paint_horizon(canvas, palette, dice);
  paint_land(canvas, palette, dice);
  switch (scene.surroundings) {
    case RoadKind::kMotorway: paint_motorway(canvas, palette, scene.mood, dice); break;
    case RoadKind::kRegional: paint_regional(canvas, palette, scene.mood, dice); break;
    case RoadKind::kTown: paint_town(canvas, palette, scene.mood, dice); break;
  }
}

Colour veil_of(Mood mood) {
  switch (mood) {
    case Mood::kDay: return {0, 0, 0, 0};
    case Mood::kDusk: return rgb(0x2A1C38).faint(0.34);
    case Mood::kNight: return rgb(0x04060C).faint(0.62);
  }
  return {};
}

int grain_of(Mood mood) {
  switch (mood) {
    case Mood::kDay: return 5;
    case Mood::kDusk: return 7;
    case Mood::kNight: return 9;
  }
  return 0;
}

}  // namespace bas::sim
