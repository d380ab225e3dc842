// How a camera misreads, learned from its own reads. Offline: what is learned counts only once a
// person has approved it; nothing here changes what is in force.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "plates/grammar.h"
#include "plates/misread_model.h"

namespace bas::match {

// A read whose true plate a person confirmed. Chosen without regard to what was read: pairs that
// were found because they are equal say nothing of misreads.
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

// How often each glyph was read as which. Sums over glyphs alone: no plate can be made out.
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
  // posterior, and the pair by how probable it is that both are of one vehicle. Cost: 20 to 50 µs.
  void add(const plates::MisreadModel& model, const plates::Grammars& grammars,
           const PassagePair& pair);
  void add(const MisreadCounts& other);
  // Glyphs of that kind that were seen by a camera, lost ones among them.
  double seen(plates::Glyph truth) const;
};

// Gamma-Poisson: errors are rare, so what was known before counts in misreads and not in reads. All
// errors of one sort are first scaled together, as if `strength` of them had been seen as foretold;
// then each confusion by itself, as if a fiftieth of `strength` had. No chance sinks below a tenth
// of what it was: a camera is never perfect, however many equal pairs were counted.
plates::MisreadModel::Tables learn(const MisreadCounts& counts, const plates::MisreadModel& prior,
                                   double strength = 20);

// Expectation and maximisation in turn: pairs are counted with the model learned so far.
plates::MisreadModel learn_from_pairs(std::span<const PassagePair> pairs,
                                      const plates::Grammars& grammars,
                                      const plates::MisreadModel& prior, int rounds = 5);

// Every read of one vehicle is on the same side.
bool is_held_out(plates::PackedPlate truth, std::uint64_t seed, double share = 0.2);

// On reads that were not learned from. `gain`: mean log-likelihood over that of the prior; over 0
// the model is better. `perplexity`: among how many equally likely reads it has to guess.
struct Evaluation {
  std::size_t reads = 0;  // those within one glyph of the length
  double mean_log_likelihood = 0;
  double perplexity = 0;
  double prior_perplexity = 0;
  double gain = 0;
};
Evaluation evaluate(const plates::MisreadModel& model, const plates::MisreadModel& prior,
                    std::span<const VerifiedRead> held_out);

}  // namespace bas::match
