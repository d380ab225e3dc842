#include "match/near_reads.h"

#include <algorithm>

namespace bas::match {

using plates::Glyph;
using plates::PackedPlate;

namespace {

template <typename Visit>
void for_each_replacement(const plates::MisreadModel& model, Glyph truth, Visit visit) {
  for (int glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
    const auto read = static_cast<Glyph>(glyph);
    if (model.replaced(truth, read) > 0) visit(read);
  }
}

}  // namespace

std::vector<PackedPlate> near_reads(const plates::MisreadModel& model,
                                    const plates::Folding& folding, PackedPlate plate) {
  std::vector<PackedPlate> reads;
  const int length = plate.length();
  const auto add_look_alikes_behind = [&](PackedPlate changed, int place) {
    for (int other = place + 1; other < length; ++other) {
      for_each_replacement(model, plate.at(other), [&](Glyph read) {
        if (folding.are_alike(plate.at(other), read)) reads.push_back(changed.with(other, read));
      });
    }
  };
  for (int place = 0; place < length; ++place) {
    const Glyph truth = plate.at(place);
    if (length > 1 && model.lost(truth) > 0) reads.push_back(plate.without(place));
    for_each_replacement(model, truth, [&](Glyph read) {
      const PackedPlate changed = plate.with(place, read);
      reads.push_back(changed);
      if (folding.are_alike(truth, read)) add_look_alikes_behind(changed, place);
    });
  }
  for (int place = 0; place <= length && length < PackedPlate::kGlyphsMax; ++place) {
    for (int glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
      const auto read = static_cast<Glyph>(glyph);
      if (model.added(read) > 0) reads.push_back(plate.with_inserted(place, read));
    }
  }
  std::sort(reads.begin(), reads.end());
  reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
  std::erase(reads, plate);
  reads.insert(reads.begin(), plate);
  return reads;
}

}  // namespace bas::match
