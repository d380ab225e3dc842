#include "plates/read_likelihood.h"

#include <algorithm>
#include <cstdlib>

namespace bas::plates {

namespace {

constexpr double kErrorMax = 0.9;  // of a glyph read as itself, however little it is trusted

// The first place in which two plates differ; beyond both where they do not.
int first_difference(PackedPlate a, PackedPlate b) {
  constexpr int kUnusedBits = 64 - 6 * PackedPlate::kGlyphsMax;
  const std::uint64_t differing = a.bits() ^ b.bits();
  if (differing == 0) return PackedPlate::kGlyphsMax;
  return (__builtin_clzll(differing) - kUnusedBits) / 6;
}

}  // namespace

ReadLikelihood::ReadLikelihood(const MisreadModel& model, const ReadEvidence& read)
    : model_(model),
      plate_(read.plate),
      length_(read.plate.length()),
      quiet_(1 - model.added_any()) {
  for (int place = 0; place < length_; ++place) {
    Place& one = places_[static_cast<std::size_t>(place)];
    const Glyph seen = plate_.at(place);
    one.shares = &model.taken_for(seen);
    one.seen = seen;
    one.doubt = read.doubt[static_cast<std::size_t>(place)];
    one.passed = 1 - std::min(kErrorMax, (1 - model.kept(seen)) * one.doubt);
    one.added = model.added(seen) * one.doubt;
    one.odds = one.doubt / one.passed;
  }
  as_read_[0].longer = length_ > 0 ? at(0).added : 0;
  for (int place = 0; place < length_; ++place) {
    const auto next = static_cast<std::size_t>(place) + 1;
    as_read_[next] = after(as_read_[next - 1], place, plate_.at(place));
  }
  as_itself_ = as_read_[static_cast<std::size_t>(length_)].even * quiet_;
}

// Forward pass in a band of one around the diagonal, a row for each glyph of the plate. Up to the
// first that differs from the read the rows are those of the read as itself.
double ReadLikelihood::of(PackedPlate truth) const {
  const int listed = truth.length();
  if (std::abs(listed - length_) > 1) return 0;
  const int first = std::min(first_difference(truth, plate_), listed);
  Band band = as_read_[static_cast<std::size_t>(first)];
  for (int place = first; place < listed; ++place) band = after(band, place, truth.at(place));
  if (listed == length_) return band.even * quiet_;
  return (length_ < listed ? band.shorter : band.longer) * quiet_;
}

// Every way to read another plate so has a first error: before it all glyphs are read as they are,
// and behind it each glyph is no more than certain, or as doubtful as an error can be.
double ReadLikelihood::of_another_at_most() const {
  const double lost = model_.lost_most();
  double first_error = lost;  // behind the last glyph
  double excess = 1 + lost;
  for (int place = 0; place < length_; ++place) {
    const double doubt = at(place).doubt;
    const double taken = doubt * model_.taken_most(plate_.at(place));
    first_error += lost + taken + at(place).added;
    excess *= std::max(1.0, taken) + lost + model_.added_any() * doubt;
  }
  return first_error * excess;
}

}  // namespace bas::plates
