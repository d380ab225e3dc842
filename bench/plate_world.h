// Plates as countries give them out, and cameras that misread them, for benchmarks. Everything
// comes from a seed.
#pragma once

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/random.h"
#include "plates/grammar.h"
#include "plates/misread_model.h"

namespace bas::bench {

using plates::Glyph;
using plates::GlyphSet;
using plates::PackedPlate;

inline double share(Random& random) { return static_cast<double>(random.next() >> 11) * 0x1p-53; }

// A normal deviate (Box and Muller).
inline double normal(Random& random) {
  const double radius = std::sqrt(-2 * std::log(1 - share(random)));
  return radius * std::cos(2 * 3.14159265358979323846 * share(random));
}

// Draws plates of A to Z and 0 to 9 by the forms of a country, as often as they are on the road.
class CountryPlates {
 public:
  CountryPlates(const plates::Grammars& grammars, std::string_view country) {
    for (const plates::Form& form : grammars.forms()) {
      if (form.country != country) continue;
      sum_ += form.vehicles;
      forms_.emplace_back(sum_, &form);
    }
  }

  double vehicles() const { return sum_; }

  PackedPlate draw(Random& random) const {
    const double at = share(random) * sum_;
    std::size_t chosen = 0;
    while (chosen + 1 < forms_.size() && forms_[chosen].first < at) ++chosen;
    const plates::Form& form = *forms_[chosen].second;
    PackedPlate plate;
    for (int place = 0; place < form.length; ++place) {
      GlyphSet set = form.allowed[static_cast<std::size_t>(place)];
      set &= plates::kDigits | plates::kLatinLetters;
      auto skip = random.next() % static_cast<unsigned>(__builtin_popcountll(set));
      for (; skip > 0; --skip) set &= set - 1;
      plate = plate.with(place, static_cast<Glyph>(__builtin_ctzll(set)));
    }
    return plate;
  }

 private:
  double sum_ = 0;
  std::vector<std::pair<double, const plates::Form*>> forms_;
};

// How a simulated camera misreads: tables of probabilities, laid out for drawing.
class Camera {
 public:
  // `scale`: how much likelier than in the tables every error is.
  explicit Camera(const plates::MisreadModel::Tables& tables, double scale = 1) {
    for (std::size_t truth = 1; truth < plates::kGlyphCodes; ++truth) {
      float sum = 0;
      for (std::size_t read = 0; read < plates::kGlyphCodes; ++read) {
        sum += static_cast<float>(scale) *
               (read == 0 ? tables.lost[truth] : tables.replaced[truth][read]);
        up_to_[truth][read] = sum;
      }
    }
    for (std::size_t glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
      added_ += static_cast<float>(scale) * tables.added[glyph];
      added_up_to_[glyph] = added_;
    }
  }

  PackedPlate read(PackedPlate plate, Random& random) const {
    PackedPlate seen;
    int length = 0;
    const auto see = [&](Glyph glyph) {
      if (length < PackedPlate::kGlyphsMax) seen = seen.with(length++, glyph);
    };
    for (int place = 0; place <= plate.length(); ++place) {
      const auto at = static_cast<float>(share(random));
      if (at < added_) see(glyph_under(added_up_to_, at));
      if (place == plate.length()) break;
      const auto error = static_cast<float>(share(random));
      const Glyph truth = plate.at(place);
      if (error >= up_to_[truth].back()) {
        see(truth);
      } else if (const Glyph glyph = glyph_under(up_to_[truth], error); glyph != plates::kNoGlyph) {
        see(glyph);
      }
    }
    return seen;
  }

 private:
  using Sums = std::array<float, plates::kGlyphCodes>;
  static Glyph glyph_under(const Sums& sums, float at) {
    std::size_t glyph = 0;
    while (sums[glyph] <= at) ++glyph;
    return static_cast<Glyph>(glyph);
  }

  std::array<Sums, plates::kGlyphCodes> up_to_{};  // column 0: lost
  Sums added_up_to_{};
  float added_ = 0;
};

}  // namespace bas::bench
