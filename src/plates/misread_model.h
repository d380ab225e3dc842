// How a camera misreads: the probability of every read of a plate.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plates/packed_plate.h"

namespace bas::plates {

using Doubts = std::array<float, PackedPlate::kGlyphsMax>;
inline constexpr Doubts kUsualDoubts{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

// A read as evidence. `doubt` says per place of the read how much likelier an error is at such a
// confidence than at any (1: as the model says, 0.1: a tenth), whatever glyph is behind it; it
// comes from calibrated confidences only.
struct ReadEvidence {
  PackedPlate plate;
  Doubts doubt = kUsualDoubts;
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
  // and no probability by itself. For many plates behind one read: ReadLikelihood.
  double likelihood(PackedPlate truth, const ReadEvidence& read) const;

  float replaced(Glyph truth, Glyph read) const { return tables_.replaced[truth][read]; }
  // The same of one glyph that was read, by the true one: near in memory for who asks for many.
  const std::array<float, kGlyphCodes>& taken_for(Glyph read) const { return by_read_[read]; }
  // Sums over some true glyphs of how often each is taken for one that is read, that one left out;
  // `rare`: of those alone of which it is less than kRareConfusion. Cost: 2 ns of sets that are
  // kept at hand, else up to 20.
  struct Taken {
    double all = 0;
    double rare = 0;
  };
  static constexpr double kRareConfusion = 1e-4;
  Taken taken(GlyphSet truths, Glyph read) const;
  // The largest of them over all true glyphs.
  float taken_most(Glyph read) const { return most_taken_for_[read]; }
  float lost(Glyph truth) const { return tables_.lost[truth]; }
  float lost_most() const { return lost_most_; }
  // The sum over some.
  double lost(GlyphSet truths) const;
  // Adds the sums over these sets up beforehand: 1 KB a set.
  void keep_at_hand(std::span<const GlyphSet> sets);
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
  using Shares = std::array<float, kGlyphCodes>;
  struct SetSums {
    GlyphSet glyphs = 0;
    std::array<Taken, kGlyphCodes> taken{};  // by what is read
    double lost = 0;
  };
  static constexpr std::size_t kSetSlots = 256;
  static std::size_t slot_of(GlyphSet set) {
    return static_cast<std::size_t>(set * 0x9E3779B97F4A7C15U >> 56);
  }
  const SetSums* at_hand(GlyphSet set) const;
  static Taken sum_over(GlyphSet set, const Shares& shares);

  Tables tables_;
  std::array<Shares, kGlyphCodes> by_read_{};  // [read][true]
  std::array<float, kGlyphCodes> kept_{};
  float added_any_ = 0;
  std::array<float, kGlyphCodes> most_taken_for_{};  // by what is read: the largest of `replaced`
  float lost_most_ = 0;
  std::vector<SetSums> sums_;
  std::array<std::uint8_t, kSetSlots> sums_at_{};  // by a hash of the set: which of sums_, from 1
};

inline const MisreadModel::SetSums* MisreadModel::at_hand(GlyphSet set) const {
  const std::uint8_t number = sums_at_[slot_of(set)];
  return number != 0 && sums_[number - 1U].glyphs == set ? &sums_[number - 1U] : nullptr;
}

inline MisreadModel::Taken MisreadModel::taken(GlyphSet truths, Glyph read) const {
  const SetSums* sums = at_hand(truths);
  return sums != nullptr ? sums->taken[read] : sum_over(truths & ~set_of(read), by_read_[read]);
}

inline double MisreadModel::lost(GlyphSet truths) const {
  const SetSums* sums = at_hand(truths);
  return sums != nullptr ? sums->lost : sum_over(truths, tables_.lost).all;
}

}  // namespace bas::plates
