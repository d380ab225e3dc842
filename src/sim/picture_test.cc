#include "sim/picture.h"

#include <gtest/gtest.h>

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <set>
#include <vector>

#include <jpeglib.h>

#include "sim/scene.h"
#include "sim/tiles.h"

namespace bas::sim {
namespace {

struct Decoded {
  int width = 0;
  int height = 0;
  long warnings = 0;
  std::vector<unsigned char> pixels;  // red, green, blue

  int at(int x, int y, int part) const {
    return pixels[static_cast<std::size_t>((y * width + x) * 3 + part)];
  }
};

// libjpeg's own error handler ends the process: a file that does not decode fails the test loudly.
Decoded decode(const std::string& file) {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_RGB;
  jpeg_start_decompress(&jpeg);
  Decoded decoded;
  decoded.width = static_cast<int>(jpeg.output_width);
  decoded.height = static_cast<int>(jpeg.output_height);
  decoded.pixels.resize(static_cast<std::size_t>(decoded.width * decoded.height * 3));
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = decoded.pixels.data() + static_cast<std::size_t>(jpeg.output_scanline) *
                                               static_cast<std::size_t>(decoded.width) * 3;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  decoded.warnings = errors.num_warnings;
  jpeg_destroy_decompress(&jpeg);
  return decoded;
}

std::vector<Passage> passages_at(const ProvincePlan& plan, const char* time, int count) {
  TrafficSettings settings;
  settings.rate_per_s = 50;
  settings.start = *parse_rfc3339(time);
  Traffic traffic(plan, settings);
  std::vector<Passage> passages;
  for (int i = 0; i < count; ++i) passages.push_back(traffic.next());
  return passages;
}

TEST(picture, is_a_whole_jpeg_of_the_stated_size) {
  const ProvincePlan plan = make_province();
  Painter painter(plan);
  for (const char* time : {"2026-11-24T11:00:00Z", "2026-11-24T15:45:00Z", "2026-11-24T22:00:00Z"})
    for (const Passage& passage : passages_at(plan, time, 25)) {
      const PictureSet pictures = painter.draw(passage);
      for (const std::string& file : {pictures.plate, pictures.overview}) {
        EXPECT_TRUE(file.starts_with("\xFF\xD8\xFF"));
        EXPECT_TRUE(file.ends_with("\xFF\xD9"));
      }
      const Decoded plate = decode(pictures.plate);
      EXPECT_EQ(plate.width, kPlatePictureWidth);
      EXPECT_EQ(plate.height, kPlatePictureHeight);
      const Decoded overview = decode(pictures.overview);
      EXPECT_EQ(overview.width, kOverviewWidth);
      EXPECT_EQ(overview.height, kOverviewHeight);
      EXPECT_EQ(plate.warnings + overview.warnings, 0);
      EXPECT_GT(pictures.overview.size(), 20'000U);
      EXPECT_LT(pictures.overview.size(), 90'000U);
    }
}

TEST(picture, is_the_same_for_the_same_passage_and_another_for_another_plate) {
  const ProvincePlan plan = make_province();
  Painter first(plan);
  Painter second(plan);
  std::set<std::string> plates;
  const auto passages = passages_at(plan, "2026-11-24T11:00:00Z", 40);
  for (const Passage& passage : passages) {
    const PictureSet pictures = first.draw(passage);
    EXPECT_EQ(pictures.plate, second.draw(passage).plate);
    EXPECT_EQ(pictures.overview, second.draw(passage).overview);
    plates.insert(pictures.plate);
  }
  EXPECT_EQ(plates.size(), passages.size());
  Passage other = passages.front();
  other.shown_plate = "1-ZZZ-999";
  EXPECT_NE(first.draw(other).plate, first.draw(passages.front()).plate);
  EXPECT_NE(first.draw(other).overview, first.draw(passages.front()).overview);
}

TEST(picture, has_the_plate_where_its_box_says) {
  const ProvincePlan plan = make_province();
  Painter painter(plan);
  for (Passage passage : passages_at(plan, "2026-11-24T11:00:00Z", 20)) {
    passage.country = "NL";
    passage.shown_plate = "1-HHH-11";
    const Decoded overview = decode(painter.draw(passage).overview);
    const PixelBox box = plate_box_of(plan, passage);
    // A strip along the lower edge holds no character: yellow, that is little blue.
    int yellow = 0;
    for (int x = box.x + box.width / 3; x < box.x + box.width - 8; ++x) {
      const int y = box.y + box.height - 4;
      yellow += overview.at(x, y, 0) > 150 && overview.at(x, y, 2) < 120 ? 1 : 0;
    }
    EXPECT_GT(yellow, box.width / 3);
  }
}

TEST(tiles, put_together_are_the_picture_encoded_at_once) {
  Canvas canvas(2 * kTileWidth, 4 * kTileHeight);
  canvas.use_vertical({0, 0, 480, 64}, {rgb(0x204080), rgb(0xF0D090)});
  canvas.fill_all();
  canvas.use(rgb(0xA01020));
  canvas.fill_ellipse({100, 5, 250, 50});
  canvas.add_grain({0, 0, 480, 64}, 8);
  JpegEncoder encoder;
  const Tiles whole = encoder.encode_tiles(canvas, {0, 0, 480, 64});
  const Tiles part = encoder.encode_tiles(canvas, {kTileWidth, 16, kTileWidth, 32});
  EXPECT_EQ(JpegEncoder::assemble(whole), JpegEncoder::assemble(whole, {{1, 1, &part}}));
  const Decoded decoded = decode(JpegEncoder::assemble(whole));
  EXPECT_EQ(decoded.warnings, 0);
  const std::uint8_t* pixel = canvas.pixels() + 30 * canvas.stride() + 200 * 4;
  EXPECT_NEAR(decoded.at(200, 30, 0), pixel[2], 40);
  EXPECT_NEAR(decoded.at(200, 30, 2), pixel[0], 40);
}

TEST(scene, follows_the_sun) {
  const auto mood = [](const char* time) { return mood_at(*parse_rfc3339(time)); };
  EXPECT_EQ(mood("2026-06-21T03:00:00Z"), Mood::kDusk);
  EXPECT_EQ(mood("2026-06-21T18:00:00Z"), Mood::kDay);
  EXPECT_EQ(mood("2026-06-21T23:30:00Z"), Mood::kNight);
  EXPECT_EQ(mood("2026-12-21T11:00:00Z"), Mood::kDay);
  EXPECT_EQ(mood("2026-12-21T18:00:00Z"), Mood::kNight);
}

TEST(scene, keeps_every_plate_within_one_tile_across) {
  for (const auto vehicle_class : {VehicleClass::kCar, VehicleClass::kTruck})
    for (const int lane : {1, 2}) {
      Scene scene;
      scene.vehicle_class = vehicle_class;
      scene.lane = static_cast<std::uint8_t>(lane);
      const PixelBox box = plate_box_in(scene);
      EXPECT_EQ(box.x / kTileWidth, (box.x + box.width - 1) / kTileWidth);
      EXPECT_EQ(box.y / kTileHeight + 1, (box.y + box.height - 1) / kTileHeight);
    }
}

}  // namespace
}  // namespace bas::sim
