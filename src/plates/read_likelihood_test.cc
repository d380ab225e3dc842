#include "plates/read_likelihood.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plates/standard_data.h"

namespace bas::plates {
namespace {

const MisreadModel& misreads_of_reads() {
  static const MisreadModel model = MisreadModel::parse(misreads()).value();
  return model;
}

// Its definition, from the end: the first `listed` glyphs of the plate were read as the first
// `seen` of the read.
double plain_likelihood(PackedPlate truth, const ReadEvidence& read, int listed, int seen) {
  if (std::abs(listed - seen) > 1) return 0;
  if (listed == 0 && seen == 0) return 1;
  const MisreadModel& model = misreads_of_reads();
  const double quiet = 1 - model.added_any();
  double sum = 0;
  if (listed > 0) {
    const Glyph glyph = truth.at(listed - 1);
    sum += plain_likelihood(truth, read, listed - 1, seen) * quiet * model.lost(glyph);
  }
  if (seen == 0) return sum;
  const double doubt = read.doubt[static_cast<std::size_t>(seen - 1)];
  const Glyph last = read.plate.at(seen - 1);
  sum += plain_likelihood(truth, read, listed, seen - 1) * model.added(last) * doubt;
  if (listed == 0) return sum;
  const Glyph glyph = truth.at(listed - 1);
  const double passed = glyph == last ? 1 - std::min(0.9, (1 - model.kept(glyph)) * doubt)
                                      : model.replaced(glyph, last) * doubt;
  return sum + plain_likelihood(truth, read, listed - 1, seen - 1) * quiet * passed;
}

double plain_likelihood(PackedPlate truth, const ReadEvidence& read) {
  const double quiet = 1 - misreads_of_reads().added_any();
  return plain_likelihood(truth, read, truth.length(), read.plate.length()) * quiet;
}

// Up to four changes away from one and the same.
PackedPlate plate_of_some_length() {
  PackedPlate plate = PackedPlate::of("1ABC12").value();
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
    const int place = *rc::gen::inRange(0, plate.length());
    const auto glyph = *rc::gen::inRange<Glyph>(1, 37);
    const int how = *rc::gen::inRange(0, 3);
    if (how == 0) plate = plate.with(place, glyph);
    if (how == 1 && plate.length() < PackedPlate::kGlyphsMax) {
      plate = plate.with_inserted(place, glyph);
    }
    if (how == 2 && plate.length() > 1) plate = plate.without(place);
  }
  return plate;
}

ReadEvidence some_read() {
  ReadEvidence read{.plate = plate_of_some_length()};
  if (*rc::gen::inRange(0, 2) == 0) return read;
  for (float& doubt : read.doubt) doubt = *rc::gen::element(0.0F, 0.1F, 1.0F, 3.0F, 100.0F);
  return read;
}

RC_GTEST_PROP(ReadLikelihood, is_what_its_definition_says, ()) {
  const ReadEvidence read = some_read();
  const ReadLikelihood likelihood(misreads_of_reads(), read);
  for (int i = 0; i < 5; ++i) {
    const PackedPlate truth = i == 0 ? read.plate : plate_of_some_length();
    const double plain = plain_likelihood(truth, read);
    RC_ASSERT(std::abs(likelihood.of(truth) - plain) <= 1e-12 * plain);
  }
  RC_ASSERT(likelihood.as_itself() == likelihood.of(read.plate));
}

RC_GTEST_PROP(ReadLikelihood, bounds_every_plate_but_the_read_one, ()) {
  const auto plate = [] {
    const auto size = *rc::gen::inRange<std::size_t>(1, 9);
    return PackedPlate::of(
               *rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("0OQ18BI"))))
        .value();
  };
  ReadEvidence read{.plate = plate()};
  for (float& doubt : read.doubt)
    doubt =
        static_cast<float>(*rc::gen::elementOf(std::vector{0, 1, 2, 5, 10, 20, 200, 1000})) / 10;
  const PackedPlate truth = plate();
  RC_PRE(truth != read.plate);
  const ReadLikelihood likelihood(misreads_of_reads(), read);
  RC_ASSERT(likelihood.of(truth) <= likelihood.of_another_at_most());
}

}  // namespace
}  // namespace bas::plates
