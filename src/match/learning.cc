#include "match/learning.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "match/mix.h"

namespace bas::match {

using plates::Glyph;
using plates::MisreadModel;
using plates::PackedPlate;

namespace {

constexpr double kCellStrength = 0.02;  // of the strength of all errors together
constexpr double kLeastShare = 0.1;     // of what was known before
constexpr double kRowMax = 0.45;        // a model refuses rows of 0.5

// What was foretold, times what was seen in its place.
struct Rate {
  double foretold = 0;
  double seen = 0;
  double factor(double strength) const { return (seen + strength) / (foretold + strength); }
};

double learned(double known, const Rate& cell, double factor, double strength) {
  const Rate scaled{cell.foretold * factor, cell.seen};
  return std::max(known * kLeastShare, known * factor * scaled.factor(strength));
}

struct LogLikelihoods {
  double model = 0;
  double prior = 0;
};

Evaluation evaluation(std::size_t count, LogLikelihoods of) {
  Evaluation result;
  result.reads = count;
  if (count == 0) return result;
  const auto reads = static_cast<double>(count);
  result.mean_log_likelihood = of.model / reads;
  result.perplexity = std::exp(-of.model / reads);
  result.prior_perplexity = std::exp(-of.prior / reads);
  result.gain = (of.model - of.prior) / reads;
  return result;
}

// Of what was counted, had it been seen glyph by glyph.
double log_likelihood(const MisreadModel& model, const MisreadCounts& counts) {
  const auto of = [](double count, double share) {
    return count > 0 ? count * std::log(std::max(share, 1e-12)) : 0;
  };
  double added = 0;
  double sum = 0;
  for (Glyph a = 1; a < plates::kGlyphCodes; ++a) {
    for (Glyph b = 1; b < plates::kGlyphCodes; ++b) {
      sum += of(counts.read[a][b], a == b ? model.kept(a) : model.replaced(a, b));
    }
    sum += of(counts.lost[a], model.lost(a)) + of(counts.added[a], model.added(a));
    added += counts.added[a];
  }
  return sum + of(counts.gaps - added, 1 - model.added_any());
}

}  // namespace

MisreadModel::Tables learn(const MisreadCounts& counts, const MisreadModel& prior,
                           double strength) {
  Rate replaced;
  Rate lost;
  Rate added{counts.gaps * prior.added_any(),
             std::accumulate(counts.added.begin(), counts.added.end(), 0.0)};
  for (Glyph a = 1; a < plates::kGlyphCodes; ++a) {
    replaced.foretold += counts.seen(a) * (1.0 - prior.kept(a) - prior.lost(a));
    replaced.seen += counts.seen(a) - counts.lost[a] - counts.read[a][a];
    lost.foretold += counts.seen(a) * prior.lost(a);
    lost.seen += counts.lost[a];
  }
  const double own = strength * kCellStrength;
  MisreadModel::Tables tables;
  for (Glyph a = 1; a < plates::kGlyphCodes; ++a) {
    const double seen = counts.seen(a);
    const auto rate = [&](double known, double of_cell) { return Rate{seen * known, of_cell}; };
    const double loss = prior.lost(a);
    tables.lost[a] =
        static_cast<float>(learned(loss, rate(loss, counts.lost[a]), lost.factor(strength), own));
    double row = tables.lost[a];
    for (Glyph b = 1; b < plates::kGlyphCodes; ++b) {
      const double known = prior.replaced(a, b);
      const double share =
          learned(known, rate(known, counts.read[a][b]), replaced.factor(strength), own);
      tables.replaced[a][b] = static_cast<float>(share);
      row += share;
    }
    const double shrink = std::min(1.0, kRowMax / std::max(row, 1e-9));
    tables.lost[a] *= static_cast<float>(shrink);
    for (float& share : tables.replaced[a]) share *= static_cast<float>(shrink);
    const double more = prior.added(a);
    tables.added[a] = static_cast<float>(
        learned(more, {counts.gaps * more, counts.added[a]}, added.factor(strength), own));
  }
  const double any = std::accumulate(tables.added.begin(), tables.added.end(), 0.0);
  const double shrink = std::min(1.0, kRowMax / std::max(any, 1e-9));
  for (float& share : tables.added) share *= static_cast<float>(shrink);
  return tables;
}

MisreadModel learn_from_pairs(std::span<const PassagePair> pairs, const plates::Grammars& grammars,
                              const MisreadModel& prior, int rounds) {
  MisreadModel model = prior;
  for (int round = 0; round < rounds; ++round) {
    MisreadCounts counts;
    for (const PassagePair& pair : pairs) counts.add(model, grammars, pair);
    model = MisreadModel(learn(counts, prior));
  }
  return model;
}

bool is_held_out(PackedPlate truth, std::uint64_t seed, double share) {
  const double chance = static_cast<double>(mix(truth.bits(), seed) >> 11) * 0x1.0p-53;
  return chance < share;
}

Evaluation evaluate(const MisreadModel& model, const MisreadModel& prior,
                    std::span<const VerifiedRead> held_out) {
  double of_model = 0;
  double of_prior = 0;
  std::size_t reads = 0;
  for (const VerifiedRead& one : held_out) {
    const double before = prior.likelihood(one.truth, {.plate = one.read});
    const double after = model.likelihood(one.truth, {.plate = one.read});
    if (before <= 0 || after <= 0) continue;
    ++reads;
    of_prior += std::log(before);
    of_model += std::log(after);
  }
  return evaluation(reads, {of_model, of_prior});
}

Evaluation evaluate(const MisreadModel& model, const MisreadModel& prior,
                    const MisreadCounts& held_out) {
  return evaluation(static_cast<std::size_t>(held_out.reads),
                    {log_likelihood(model, held_out), log_likelihood(prior, held_out)});
}

}  // namespace bas::match
