// How a camera misreads: the probability of every read of a plate.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"
#include "plates/packed_plate.h"

namespace bas::plates {

// A read as evidence. `doubt` says per place of the read how much likelier an error is at such a
// confidence than at any (1: as the model says, 0.1: a tenth), whatever glyph is behind it; it
// comes from calibrated confidences only.
struct ReadEvidence {
  PackedPlate plate;
  std::array<float, PackedPlate::kGlyphsMax> doubt{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
};

// A channel: every glyph of a plate is read as itself, as another, or lost, and between any two a
// glyph may be seen that is not there. Threads: any, once made.
// Sources: docs/protocols/plates.md; the generative form is our own (decision 0014).
class MisreadModel {
 public:
  // Format: data/plates/misreads.txt says it. kBadInput with the line and what is wrong.
  static Result<MisreadModel> parse(std::string_view text);

  // From tables; each row of `replaced` and the place of `lost` in it sum to less than 1.
  struct Tables {
    std::array<std::array<float, kGlyphCodes>, kGlyphCodes> replaced{};  // [true][read], not itself
    std::array<float, kGlyphCodes> lost{};
    std::array<float, kGlyphCodes> added{};  // at each of the length + 1 gaps
  };
  explicit MisreadModel(const Tables& tables);

  // K(read | truth): the probability that a vehicle with plate `truth` is read so, over all ways
  // of at most one glyph more or less on the way; 0 where the lengths differ by two or more. With
  // doubts, over how usual such confidences are: then it is compared with others of the same read,
  // and no probability by itself. Cost: 20 ns.
  double likelihood(PackedPlate truth, const ReadEvidence& read) const;

  // No plate but the read's own has a larger K(read | plate): a bound over what may be the first
  // error. Cost: 10 ns.
  double likelihood_of_another_at_most(const ReadEvidence& read) const;

  // That glyph of a plate seen as the one in that place of the read.
  double passed(Glyph truth, const ReadEvidence& read, int place) const;

  float replaced(Glyph truth, Glyph read) const { return tables_.replaced[truth][read]; }
  // The same of one glyph that was read, by the true one: near in memory for who asks for many.
  const std::array<float, kGlyphCodes>& taken_for(Glyph read) const { return by_read_[read]; }
  float lost(Glyph truth) const { return tables_.lost[truth]; }
  float added(Glyph read) const { return tables_.added[read]; }
  // A(a -> a): read as itself.
  float kept(Glyph truth) const { return kept_[truth]; }
  // Sum over all glyphs of `added`.
  float added_any() const { return added_any_; }
  const Tables& tables() const { return tables_; }
  // Every chance by itself, in a form that parse() takes. Of a learned model it holds glyphs alone,
  // and no plate.
  std::string text() const;

 private:
  Tables tables_;
  std::array<std::array<float, kGlyphCodes>, kGlyphCodes> by_read_{};  // [read][true]
  std::array<float, kGlyphCodes> kept_{};
  float added_any_ = 0;
  std::array<float, kGlyphCodes> most_taken_for_{};  // by what is read: the largest of `replaced`
  float lost_most_ = 0;
};

}  // namespace bas::plates
