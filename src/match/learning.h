// How a camera misreads, learned from its own reads. Offline: what is learned counts only once a
// person has approved it; nothing here changes what is in force.
#pragma once

#include <cstdint>
#include <span>

#include "match/misread_counts.h"

namespace bas::match {

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
// The same of reads that were counted with `prior` and not kept. What is uncertain in them speaks
// for the prior: the gain is never told larger than it is.
Evaluation evaluate(const plates::MisreadModel& model, const plates::MisreadModel& prior,
                    const MisreadCounts& held_out);

}  // namespace bas::match
