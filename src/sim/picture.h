// Drawn pictures of passages: the plate from near by, and the scene the camera overlooks.
#pragma once

#include <memory>
#include <string>

#include "sim/plan.h"
#include "sim/traffic.h"

namespace bas::sim {

inline constexpr int kPlatePictureWidth = 264;
inline constexpr int kPlatePictureHeight = 80;
inline constexpr int kOverviewWidth = 960;
inline constexpr int kOverviewHeight = 544;

// JPEG files; both empty when a run sends none.
struct PictureSet {
  std::string plate;
  std::string overview;
};

// Where the plate stands in the overview, in pixels from the top left.
struct PixelBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};
PixelBox plate_box_of(const ProvincePlan& plan, const Passage& passage);

// Draws with Cairo and encodes with libjpeg-turbo. Keeps the encoded parts of scenes that do not
// change from one vehicle to the next (about 60 MB when warm) and encodes only what does: about a
// millisecond a passage. The same passage always gives the same bytes. `plan` must outlive it.
// Threads: one at a time.
class Painter {
 public:
  explicit Painter(const ProvincePlan& plan);
  ~Painter();

  PictureSet draw(const Passage& passage);

 private:
  class Studio;
  std::unique_ptr<Studio> studio_;
};

}  // namespace bas::sim
