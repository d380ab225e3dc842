#include "match/misread_counts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bas::match {

using plates::Glyph;
using plates::MisreadModel;
using plates::PackedPlate;

namespace {

constexpr double kIrregular = 1e-3;  // plates that obey no grammar, of all
constexpr double kFinest = 1e-4;     // doubts below this are told apart no more
constexpr double kStepsPerTenfold = 20;

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

  // Of each glyph of the read, how probable it is that it was read as what it is.
  std::array<double, PackedPlate::kGlyphsMax> right() const {
    std::array<double, PackedPlate::kGlyphsMax> right{};
    if (behind_[0][0] <= 0) return right;
    for_each_place([&](int i, int j) {
      if (!is_inside(i + 1, j + 1) || truth(i) != read(j)) return;
      right[static_cast<std::size_t>(j)] +=
          ahead_[i][j] * passed(i, j) * behind_[i + 1][j + 1] / behind_[0][0];
    });
    return right;
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
    vehicles += form->density;
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

std::size_t step_of(double confidence) {
  const double doubt = std::max(kFinest, 1 - confidence);
  return static_cast<std::size_t>(std::lround(-kStepsPerTenfold * std::log10(doubt)));
}

}  // namespace

void MisreadCounts::add(const MisreadModel& model, const VerifiedRead& pair, double weight) {
  if (!is_near(pair.truth, pair.read)) return;
  Alignment(model, pair).add_to(*this, weight);
}

std::vector<LikelyTruth> truths_behind(const plates::Grammars& grammars, const PassagePair& pair,
                                       const MisreadModel& of_first,
                                       const MisreadModel& of_second) {
  if (!is_near(pair.first, pair.second)) return {};
  std::vector<LikelyTruth> truths;
  double together = 0;
  for (const PackedPlate plate : plates_behind(pair.first, pair.second)) {
    const double weight = share_of(grammars, plate, pair.country) *
                          of_first.likelihood(plate, {.plate = pair.first}) *
                          of_second.likelihood(plate, {.plate = pair.second});
    truths.push_back({plate, weight});
    together += weight;
  }
  const double apart =
      share_of(grammars, pair.first, pair.country) * share_of(grammars, pair.second, pair.country);
  const double whole = pair.same * together + (1 - pair.same) * apart;
  if (whole <= 0) return {};
  for (LikelyTruth& truth : truths) truth.probability *= pair.same / whole;
  return truths;
}

void MisreadCounts::add(const MisreadModel& model, const plates::Grammars& grammars,
                        const PassagePair& pair) {
  for (const LikelyTruth& truth : truths_behind(grammars, pair, model, model)) {
    add(model, VerifiedRead{truth.plate, pair.first}, truth.probability);
    add(model, VerifiedRead{truth.plate, pair.second}, truth.probability);
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

void ConfidenceCounts::add(double confidence, double right, double wrong) {
  confidence = std::clamp(confidence, 0.0, 1.0);
  Step& step = steps[step_of(confidence)];
  step.right += right;
  step.wrong += wrong;
  step.said += confidence * (right + wrong);
}

void ConfidenceCounts::add(const ConfidenceCounts& other) {
  for (std::size_t i = 0; i < kSteps; ++i) {
    steps[i].right += other.steps[i].right;
    steps[i].wrong += other.steps[i].wrong;
    steps[i].said += other.steps[i].said;
  }
}

void CameraCounts::add(const MisreadModel& model, const RatedRead& read, const LikelyTruth& truth) {
  if (!is_near(truth.plate, read.plate)) return;
  const VerifiedRead pair{truth.plate, read.plate};
  const Alignment alignment(model, pair);
  alignment.add_to(misreads, truth.probability);
  if (read.confidences.size() != static_cast<std::size_t>(read.plate.length())) return;
  const auto right = alignment.right();
  for (std::size_t place = 0; place < read.confidences.size(); ++place) {
    const double share = std::clamp(right[place], 0.0, 1.0);
    confidences.add(read.confidences[place], truth.probability * share,
                    truth.probability * (1 - share));
  }
}

void CameraCounts::add(const CameraCounts& other) {
  misreads.add(other.misreads);
  confidences.add(other.confidences);
}

}  // namespace bas::match
