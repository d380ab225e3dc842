#include "sim/picture.h"

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>

#include "sim/dice.h"
#include "sim/plate_art.h"
#include "sim/road_art.h"
#include "sim/scene.h"
#include "sim/tiles.h"
#include "sim/vehicle_art.h"

namespace bas::sim {
namespace {

constexpr std::size_t kScenesMax = 600;
constexpr int kPlateQuality = 84;

// Widens a box to whole tiles, within the picture and below the line of text.
PixelBox to_tiles(const PixelBox& box) {
  const int left = std::max(0, box.x / kTileWidth * kTileWidth);
  const int top = std::max(kTextRows, box.y / kTileHeight * kTileHeight);
  const auto up = [](int value, int step) { return (value + step - 1) / step * step; };
  const int right = std::min(kOverviewWidth, up(box.x + box.width, kTileWidth));
  const int bottom = std::min(kOverviewHeight, up(box.y + box.height, kTileHeight));
  return {left, top, right - left, bottom - top};
}

PlateFace face_of(const Passage& passage, const Scene& scene) {
  return {passage.shown_plate, passage.country,
          scene.is_front ? PlateSide::kFront : PlateSide::kRear};
}

// A place without vehicles, as pixels without grain and as tiles with it.
struct Place {
  Canvas canvas{kOverviewWidth, kOverviewHeight};
  Tiles tiles;
};

// A place with a vehicle that carries no plate yet.
struct Staged {
  Tiles tiles;
  PixelBox plate_tiles;
  Canvas around_plate{1, 1};  // the pixels of plate_tiles, without grain
};

}  // namespace

class Painter::Studio {
 public:
  explicit Studio(const ProvincePlan& plan) : plan_(plan) {}

  PictureSet draw(const Passage& passage) {
    const Scene scene = scene_of(plan_, passage);
    return {plate_picture(passage, scene), overview(passage, scene)};
  }

 private:
  std::string overview(const Passage& passage, const Scene& scene) {
    Staged& staged = staged_for(scene);
    const Tiles plate = plate_tiles(staged, passage, scene);
    const Tiles text = text_tiles(passage);
    return JpegEncoder::assemble(staged.tiles, {{0, 0, &text},
                                                {staged.plate_tiles.x / kTileWidth,
                                                 staged.plate_tiles.y / kTileHeight, &plate}});
  }

  Place& place_for(Scene scene) {
    scene.vehicle_class = VehicleClass::kCar;
    scene.colour = 0;
    scene.is_front = true;
    scene.lane = 1;
    std::unique_ptr<Place>& place = places_[scene];
    if (place) return *place;
    place = std::make_unique<Place>();
    paint_road(place->canvas, scene);
    work_.copy_from(place->canvas);
    work_.add_grain({0, 0, kOverviewWidth, kOverviewHeight}, grain_of(scene.mood));
    place->tiles = encoder_.encode_tiles(work_, {0, 0, kOverviewWidth, kOverviewHeight});
    return *place;
  }

  Staged& staged_for(const Scene& scene) {
    std::unique_ptr<Staged>& staged = staged_[scene];
    if (staged) return *staged;
    staged = std::make_unique<Staged>(stage(scene));
    order_.push_back(scene);
    Staged& made = *staged;
    if (order_.size() > kScenesMax) {
      staged_.erase(order_.front());
      order_.pop_front();
    }
    return made;
  }

  Staged stage(const Scene& scene) {
    const Place& place = place_for(scene);
    const PixelBox changed = to_tiles(painted_box(scene));
    work_.copy_from(place.canvas, changed,
                    {static_cast<double>(changed.x), static_cast<double>(changed.y)});
    paint_vehicle(work_, scene);
    Staged staged;
    staged.tiles = place.tiles;
    staged.plate_tiles = to_tiles(plate_box_in(scene));
    staged.around_plate = Canvas(staged.plate_tiles.width, staged.plate_tiles.height);
    staged.around_plate.copy_from(work_, staged.plate_tiles, {0, 0});
    work_.add_grain(changed, grain_of(scene.mood));
    Tiles drawn = encoder_.encode_tiles(work_, changed);
    const int first_column = changed.x / kTileWidth;
    const int first_row = changed.y / kTileHeight;
    for (int row = 0; row < changed.height / kTileHeight; ++row)
      for (int column = 0; column < drawn.columns; ++column)
        staged.tiles.at(first_column + column, first_row + row) = std::move(drawn.at(column, row));
    return staged;
  }

  Tiles plate_tiles(const Staged& staged, const Passage& passage, const Scene& scene) {
    const PixelBox& tiles = staged.plate_tiles;
    Canvas& canvas = canvas_of(tiles.width, tiles.height);
    canvas.copy_from(staged.around_plate);
    const PixelBox plate = plate_box_in(scene);
    const Area area{static_cast<double>(plate.x - tiles.x), static_cast<double>(plate.y - tiles.y),
                    static_cast<double>(plate.width), static_cast<double>(plate.height)};
    paint_plate(canvas, area, face_of(passage, scene));
    Colour veil = veil_of(scene.mood);  // plates throw back what light there is
    veil.alpha *= 0.35;
    canvas.use(veil);
    canvas.fill(area);
    canvas.add_grain({0, 0, tiles.width, tiles.height}, grain_of(scene.mood));
    return encoder_.encode_tiles(canvas, {0, 0, tiles.width, tiles.height});
  }

  // The line every camera writes over its picture.
  Tiles text_tiles(const Passage& passage) {
    const PlannedCamera& camera = plan_.cameras[static_cast<std::size_t>(passage.camera)];
    text_.use(rgb(0x101216));
    text_.fill_all();
    const std::string time = format_rfc3339(passage.at);
    write(12, camera.name, rgb(0xF2F2EE));
    write(470, time.substr(0, 10) + "  " + time.substr(11, 12) + " UTC", rgb(0xF2F2EE));
    write(768, fmt::format("{:3.0f} km/h   lane {}", passage.speed_kmh, passage.lane),
          rgb(0xF5C451));
    return encoder_.encode_tiles(text_, {0, 0, kOverviewWidth, kTextRows});
  }

  void write(double x, const std::string& text, const Colour& colour) {
    cairo_t* const cairo = text_.cairo();
    cairo_select_font_face(cairo, "DejaVu Sans Mono", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 15);
    text_.use(colour);
    cairo_move_to(cairo, x, 21);
    cairo_show_text(cairo, text.c_str());
  }

  // The plate from near by: a little tilted, in the light of the hour, with the sensor's grain.
  std::string plate_picture(const Passage& passage, const Scene& scene) {
    Dice dice(mix(passage.number, passage.vehicle_id));
    cairo_t* const cairo = plate_.cairo();
    const Area all{0, 0, kPlatePictureWidth, kPlatePictureHeight};
    const Colour body = body_colour(scene).darker(0.25);
    plate_.use_vertical(all, {body.lighter(0.12), body, rgb(0x17181B), rgb(0x22242A)});
    plate_.fill_all();
    cairo_save(cairo);
    cairo_translate(cairo, all.width / 2, all.height / 2);
    cairo_rotate(cairo,
                 (dice.below(5) - 2) * 0.012);  // few angles: glyphs stay in the font's cache
    const Area area{-118, -27, 236, 54};
    plate_.use(Colour{0, 0, 0, 0.55});
    plate_.fill_rounded({area.x - 5, area.y - 3, area.width + 10, area.height + 9}, 8);
    paint_plate(plate_, area, face_of(passage, scene));
    if (passage.misread != Misread::kNone) splash(dice);
    cairo_restore(cairo);
    Colour veil = veil_of(scene.mood);
    veil.alpha *= 0.45;
    plate_.use(veil);
    plate_.fill_all();
    plate_.use_glow({dice.between(60, 200), dice.between(10, 40)}, 150, Colour{1, 1, 1, 0.16});
    plate_.fill_all();
    plate_.add_grain({0, 0, kPlatePictureWidth, kPlatePictureHeight}, grain_of(scene.mood) + 3);
    return encoder_.encode(plate_, kPlateQuality);
  }

  // Mud over a glyph: why a camera misread it.
  void splash(Dice& dice) {
    const double x = dice.between(-80, 80);
    for (int i = 0; i < 7; ++i) {
      const double size = dice.between(5, 17);
      plate_.use(rgb(0x4A3E31).faint(dice.between(0.35, 0.7)));
      plate_.fill_ellipse({x + dice.between(-14, 14) - size / 2, dice.between(-18, 18) - size / 2,
                           size, size * 0.8});
    }
  }

  Canvas& canvas_of(int width, int height) {
    std::unique_ptr<Canvas>& canvas = scratch_[width * 1000 + height];
    if (!canvas) canvas = std::make_unique<Canvas>(width, height);
    return *canvas;
  }

  const ProvincePlan& plan_;
  JpegEncoder encoder_;
  Canvas work_{kOverviewWidth, kOverviewHeight};
  Canvas plate_{kPlatePictureWidth, kPlatePictureHeight};
  Canvas text_{kOverviewWidth, kTextRows};
  absl::flat_hash_map<int, std::unique_ptr<Canvas>> scratch_;
  absl::flat_hash_map<Scene, std::unique_ptr<Place>> places_;
  absl::flat_hash_map<Scene, std::unique_ptr<Staged>> staged_;
  std::deque<Scene> order_;  // of staged_, the oldest first
};

Painter::Painter(const ProvincePlan& plan) : studio_(std::make_unique<Studio>(plan)) {}
Painter::~Painter() = default;

PictureSet Painter::draw(const Passage& passage) { return studio_->draw(passage); }

}  // namespace bas::sim
