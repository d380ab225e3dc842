// What is known of a camera's reads, as sums over glyphs: no plate can be made out of them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "plates/grammar.h"
#include "plates/misread_model.h"

namespace bas::match {

// A read whose true plate is known. Chosen without regard to what was read: pairs that were found
// because they are equal say nothing of misreads.
struct VerifiedRead {
  plates::PackedPlate truth;
  plates::PackedPlate read;
};

// Two reads that may be of one vehicle, such as mutual partners on linked cameras. `same`: how
// probable that is before the characters are looked at, 0..1.
struct PassagePair {
  plates::PackedPlate first;
  plates::PackedPlate second;
  std::string country;
  double same = 0.9;
};

// A plate that may lie behind both reads of a pair, with the probability that it does.
struct LikelyTruth {
  plates::PackedPlate plate;
  double probability = 0;
};
// All there may be; together less than 1 as far as two vehicles explain the pair. Each read is
// weighed by the misreads of its own camera. Cost: 20 to 50 µs, less for equal reads.
std::vector<LikelyTruth> truths_behind(const plates::Grammars& grammars, const PassagePair& pair,
                                       const plates::MisreadModel& of_first,
                                       const plates::MisreadModel& of_second);

// How often each glyph was read as which.
struct MisreadCounts {
  std::array<std::array<double, plates::kGlyphCodes>, plates::kGlyphCodes> read{};  // [true][read]
  std::array<double, plates::kGlyphCodes> lost{};
  std::array<double, plates::kGlyphCodes> added{};
  double gaps = 0;   // between glyphs, where one might have been added
  double reads = 0;  // what was counted, by weight

  // Spreads the weight over all ways in which `model` may have read the plate so. Plates more than
  // one glyph apart in length are left out. Cost: 1 µs.
  void add(const plates::MisreadModel& model, const VerifiedRead& read, double weight = 1);
  // The true plate is not known: every plate that may lie behind both reads counts by its
  // posterior. One camera, or cameras alike, made both.
  void add(const plates::MisreadModel& model, const plates::Grammars& grammars,
           const PassagePair& pair);
  void add(const MisreadCounts& other);
  // Glyphs of that kind that were seen by a camera, lost ones among them.
  double seen(plates::Glyph truth) const;
};

// Right and wrong glyphs by what the camera said of them, in steps that grow finer towards 1,
// where cameras say most.
struct ConfidenceCounts {
  static constexpr std::size_t kSteps = 81;
  struct Step {
    double right = 0;
    double wrong = 0;
    double said = 0;  // sum of the confidences
  };
  std::array<Step, kSteps> steps{};

  // A confidence outside 0..1 counts as the nearer end.
  void add(double confidence, double right, double wrong);
  void add(const ConfidenceCounts& other);
};

// A camera's read with what it said of each glyph; nothing where it said nothing, or of another
// number of glyphs.
struct RatedRead {
  plates::PackedPlate plate;
  std::span<const double> confidences;
};

// All that is counted of one camera.
struct CameraCounts {
  MisreadCounts misreads;
  ConfidenceCounts confidences;

  void add(const plates::MisreadModel& model, const RatedRead& read, const LikelyTruth& truth);
  void add(const CameraCounts& other);
};

}  // namespace bas::match
