// A camera for tests that reads plates as a model of misreads says.
#pragma once

#include "base/random.h"
#include "plates/misread_model.h"

namespace bas::match {

class NoisyCamera {
 public:
  NoisyCamera(const plates::MisreadModel& model, Random& random) : model_(model), random_(random) {}

  double chance() { return static_cast<double>(random_.next() >> 11) * 0x1.0p-53; }
  std::size_t below(std::size_t count) { return random_.next() % count; }

  plates::PackedPlate read(plates::PackedPlate truth) {
    plates::PackedPlate read;
    int length = 0;
    const auto put = [&](plates::Glyph glyph) {
      if (length < plates::PackedPlate::kGlyphsMax) read = read.with(length++, glyph);
    };
    for (int place = 0; place <= truth.length(); ++place) {
      if (chance() < model_.added_any()) {
        put(drawn(model_.added_any(), [&](plates::Glyph glyph) { return model_.added(glyph); }));
      }
      if (place == truth.length()) break;
      const plates::Glyph glyph = truth.at(place);
      if (chance() < model_.kept(glyph)) {
        put(glyph);
        continue;
      }
      const double error = 1 - model_.kept(glyph);
      if (chance() < model_.lost(glyph) / error) continue;
      put(drawn(error - model_.lost(glyph),
                [&](plates::Glyph other) { return model_.replaced(glyph, other); }));
    }
    return read;
  }

 private:
  template <typename Share>
  plates::Glyph drawn(double whole, Share share) {
    double left = chance() * whole;
    plates::Glyph last = 1;
    for (int glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
      const double part = share(static_cast<plates::Glyph>(glyph));
      if (part <= 0) continue;
      last = static_cast<plates::Glyph>(glyph);
      left -= part;
      if (left < 0) break;
    }
    return last;
  }

  const plates::MisreadModel& model_;
  Random& random_;
};

}  // namespace bas::match
