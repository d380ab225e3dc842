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
constexpr double kIrregular = 1e-3;     // plates that obey no grammar, of all

// The first i glyphs of the plate were read as the first j of the read; |i - j| <= 1.
using Lattice =
    std::array<std::array<double, PackedPlate::kGlyphsMax + 2>, PackedPlate::kGlyphsMax + 2>;

// All ways from a plate to a read, weighed forwards and backwards.
class Alignment {
 public:
  Alignment(const MisreadModel& model, const VerifiedRead& pair)
      : model_(model),
        pair_(pair),
        listed_(pair.truth.length()),
        seen_(pair.read.length()),
        quiet_(1 - model.added_any()) {
    ahead_[0][0] = 1;
    for_each_place([&](int i, int j) {
      if (is_inside(i + 1, j + 1)) ahead_[i + 1][j + 1] += ahead_[i][j] * passed(i, j);
      if (is_inside(i + 1, j)) ahead_[i + 1][j] += ahead_[i][j] * lost(i);
      if (is_inside(i, j + 1)) ahead_[i][j + 1] += ahead_[i][j] * added(j);
    });
    for (int i = listed_; i >= 0; --i) {
      for (int j = std::min(seen_, i + 1); j >= std::max(0, i - 1); --j) {
        double rest = i == listed_ && j == seen_ ? quiet_ : 0;
        if (is_inside(i + 1, j + 1)) rest += behind_[i + 1][j + 1] * passed(i, j);
        if (is_inside(i + 1, j)) rest += behind_[i + 1][j] * lost(i);
        if (is_inside(i, j + 1)) rest += behind_[i][j + 1] * added(j);
        behind_[i][j] = rest;
      }
    }
  }

  void add_to(MisreadCounts& counts, double weight) const {
    const double whole = behind_[0][0];
    if (whole <= 0) return;
    const double scale = weight / whole;
    for_each_place([&](int i, int j) {
      const double here = ahead_[i][j] * scale;
      if (is_inside(i + 1, j + 1)) {
        counts.read[truth(i)][read(j)] += here * passed(i, j) * behind_[i + 1][j + 1];
      }
      if (is_inside(i + 1, j)) counts.lost[truth(i)] += here * lost(i) * behind_[i + 1][j];
      if (is_inside(i, j + 1)) counts.added[read(j)] += here * added(j) * behind_[i][j + 1];
    });
    counts.gaps += weight * (listed_ + 1);
    counts.reads += weight;
  }

 private:
  template <typename Visit>
  void for_each_place(Visit visit) const {
    for (int i = 0; i <= listed_; ++i) {
      for (int j = std::max(0, i - 1); j <= std::min(seen_, i + 1); ++j) visit(i, j);
    }
  }
  bool is_inside(int i, int j) const { return i <= listed_ && j <= seen_ && std::abs(i - j) <= 1; }
  Glyph truth(int i) const { return pair_.truth.at(i); }
  Glyph read(int j) const { return pair_.read.at(j); }
  double passed(int i, int j) const {
    const bool is_right = truth(i) == read(j);
    return quiet_ * (is_right ? model_.kept(truth(i)) : model_.replaced(truth(i), read(j)));
  }
  double lost(int i) const { return quiet_ * model_.lost(truth(i)); }
  double added(int j) const { return model_.added(read(j)); }

  const MisreadModel& model_;
  const VerifiedRead& pair_;
  int listed_;
  int seen_;
  double quiet_;
  Lattice ahead_{};
  Lattice behind_{};
};

bool is_near(PackedPlate a, PackedPlate b) {
  return a.length() > 0 && b.length() > 0 && std::abs(a.length() - b.length()) <= 1;
}

// The share of vehicles with that plate.
double share_of(const plates::Grammars& grammars, PackedPlate plate, std::string_view country) {
  double vehicles = 0;
  for (const plates::Form* form : grammars.forms_of(plate, country)) {
    vehicles += form->vehicles / form->strings;
  }
  const double irregular = kIrregular / std::pow(36.0, plate.length());
  return vehicles / std::max(1.0, grammars.size_of(country).vehicles) + irregular;
}

// The plates that may lie behind both reads. Where more than two glyphs differ nobody can tell.
std::vector<PackedPlate> plates_behind(PackedPlate a, PackedPlate b) {
  if (a == b) return {a};
  if (a.length() != b.length()) return {a, b};
  std::vector<int> differing;
  for (int place = 0; place < a.length(); ++place) {
    if (a.at(place) != b.at(place)) differing.push_back(place);
  }
  std::vector<PackedPlate> behind;
  if (differing.size() == 1) {
    for (int glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
      if (plates::text_of(static_cast<Glyph>(glyph)).empty()) continue;
      behind.push_back(a.with(differing[0], static_cast<Glyph>(glyph)));
    }
  } else if (differing.size() == 2) {
    for (const Glyph first : {a.at(differing[0]), b.at(differing[0])}) {
      for (const Glyph second : {a.at(differing[1]), b.at(differing[1])}) {
        behind.push_back(a.with(differing[0], first).with(differing[1], second));
      }
    }
  }
  return behind;
}

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

}  // namespace

void MisreadCounts::add(const MisreadModel& model, const VerifiedRead& pair, double weight) {
  if (!is_near(pair.truth, pair.read)) return;
  Alignment(model, pair).add_to(*this, weight);
}

void MisreadCounts::add(const MisreadModel& model, const plates::Grammars& grammars,
                        const PassagePair& pair) {
  if (!is_near(pair.first, pair.second)) return;
  const auto behind = plates_behind(pair.first, pair.second);
  std::vector<double> weights;
  double together = 0;
  for (const PackedPlate plate : behind) {
    const double weight = share_of(grammars, plate, pair.country) *
                          model.likelihood(plate, {.plate = pair.first}) *
                          model.likelihood(plate, {.plate = pair.second});
    weights.push_back(weight);
    together += weight;
  }
  const double apart =
      share_of(grammars, pair.first, pair.country) * share_of(grammars, pair.second, pair.country);
  const double whole = pair.same * together + (1 - pair.same) * apart;
  if (whole <= 0) return;
  for (std::size_t i = 0; i < behind.size(); ++i) {
    const double weight = pair.same * weights[i] / whole;
    add(model, VerifiedRead{behind[i], pair.first}, weight);
    add(model, VerifiedRead{behind[i], pair.second}, weight);
  }
}

void MisreadCounts::add(const MisreadCounts& other) {
  for (std::size_t a = 0; a < plates::kGlyphCodes; ++a) {
    for (std::size_t b = 0; b < plates::kGlyphCodes; ++b) read[a][b] += other.read[a][b];
    lost[a] += other.lost[a];
    added[a] += other.added[a];
  }
  gaps += other.gaps;
  reads += other.reads;
}

double MisreadCounts::seen(Glyph truth) const {
  return std::accumulate(read[truth].begin(), read[truth].end(), lost[truth]);
}

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
  Evaluation result;
  double of_model = 0;
  double of_prior = 0;
  for (const VerifiedRead& one : held_out) {
    const double before = prior.likelihood(one.truth, {.plate = one.read});
    const double after = model.likelihood(one.truth, {.plate = one.read});
    if (before <= 0 || after <= 0) continue;
    ++result.reads;
    of_prior += std::log(before);
    of_model += std::log(after);
  }
  if (result.reads == 0) return result;
  const auto reads = static_cast<double>(result.reads);
  result.mean_log_likelihood = of_model / reads;
  result.perplexity = std::exp(-of_model / reads);
  result.prior_perplexity = std::exp(-of_prior / reads);
  result.gain = (of_model - of_prior) / reads;
  return result;
}

}  // namespace bas::match
