// How probable a read is of one plate after another.
#pragma once

#include <array>

#include "plates/misread_model.h"

namespace bas::plates {

// One read, made ready to be weighed against many plates. Lives no longer than its model.
// Threads: any, once made. Cost to begin: 40 ns.
class ReadLikelihood {
 public:
  ReadLikelihood(const MisreadModel& model, const ReadEvidence& read);

  const MisreadModel& model() const { return model_; }
  PackedPlate plate() const { return plate_; }

  // K(read | truth), see MisreadModel::likelihood. Cost: 10 to 30 ns, less the later the two
  // differ.
  double of(PackedPlate truth) const;
  double as_itself() const { return as_itself_; }
  // No plate but the read's own has a larger one: a bound over what may be the first error.
  double of_another_at_most() const;

  // Weights against that of the glyph read as itself: of an error of chance 1 in that place; and of
  // the glyph there being added.
  double odds_at(int place) const { return at(place).odds; }
  double odds_of_added(int place) const { return model_.added(plate_.at(place)) * odds_at(place); }
  // How often each true glyph is taken for the one in that place, and the sum over some, that one
  // left out.
  const std::array<float, kGlyphCodes>& shares(int place) const { return *at(place).shares; }
  MisreadModel::Taken taken(GlyphSet truths, int place) const {
    return model_.taken(truths, plate_.at(place));
  }

 private:
  // What is known of a place of the read.
  struct Place {
    const std::array<float, kGlyphCodes>* shares = nullptr;  // by the true glyph
    Glyph seen = kNoGlyph;
    double doubt = 1;
    double passed = 0;  // read right
    double added = 0;
    double odds = 0;
  };
  // Probabilities that so many first glyphs of a plate were read as one less, as many, one more.
  struct Band {
    double shorter = 0;
    double even = 1;
    double longer = 0;
  };
  const Place& at(int place) const { return places_[static_cast<std::size_t>(place)]; }
  Band after(const Band& band, int place, Glyph truth) const;
  double passed(Glyph truth, int place) const;

  const MisreadModel& model_;
  PackedPlate plate_;
  int length_;
  double quiet_;  // nothing is added at a gap
  double as_itself_ = 0;
  std::array<Place, PackedPlate::kGlyphsMax> places_;
  std::array<Band, PackedPlate::kGlyphsMax + 1>
      as_read_;  // by how many glyphs are those of the read
};

// The row of one glyph more, which stands in `place` of the plate.
inline ReadLikelihood::Band ReadLikelihood::after(const Band& band, int place, Glyph truth) const {
  const double lost = model_.lost(truth) * quiet_;
  const auto read_at = [&](int read_place) { return quiet_ * passed(truth, read_place); };
  Band next;
  next.shorter = (place > 0 ? band.shorter * read_at(place - 1) : 0) + band.even * lost;
  next.even = place < length_
                  ? band.even * read_at(place) + band.longer * lost + next.shorter * at(place).added
                  : 0;
  next.longer =
      place + 1 < length_ ? band.longer * read_at(place + 1) + next.even * at(place + 1).added : 0;
  return next;
}

inline double ReadLikelihood::passed(Glyph truth, int place) const {
  const Place& one = at(place);
  return truth == one.seen ? one.passed : (*one.shares)[truth] * one.doubt;
}

}  // namespace bas::plates
