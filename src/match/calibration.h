// What a camera's confidences are worth, learned from reads whose truth is known.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "match/misread_counts.h"

namespace bas::match {

// Isotonic regression: the share of right glyphs never falls as the confidence rises, and is
// otherwise as the verified ones say. Nothing else is believed of a make's confidences.
// Threads: any, once made.
class Calibration {
 public:
  // Pools neighbours until none contradicts the order (pool adjacent violators). Each block is
  // drawn a little to the mean, so that some right ones in a row are no certainty. kBadInput with
  // fewer than 100 glyphs, or when all were right or all wrong: that teaches nothing.
  static Result<Calibration> fit(const ConfidenceCounts& counts);
  // As text() wrote it; kBadInput with the line.
  static Result<Calibration> parse(std::string_view text);
  std::string text() const;

  // 0..1; the same all over a block, linear from one block to the next.
  double right_at(double confidence) const;
  // Mean log-likelihood of a glyph that was not learned from, over that of one share of errors for
  // all confidences; over 0 the calibration is worth having. 0 where there are none.
  double gain(const ConfidenceCounts& held_out) const;
  // How much likelier than usual an error is at that confidence, as plates::ReadEvidence wants it.
  float doubt(double confidence) const;
  // Of each glyph of a read; 1 for all of them where the numbers of glyphs differ.
  std::array<float, plates::PackedPlate::kGlyphsMax> doubts(std::span<const double> confidences,
                                                            plates::PackedPlate read) const;

 private:
  struct Point {
    double confidence = 0;
    double wrong = 0;
  };
  std::vector<Point> points_;  // by rising confidence, falling share of wrong ones
  double wrong_usually_ = 0;
};

}  // namespace bas::match
