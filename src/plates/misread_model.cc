#include "plates/misread_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/check.h"
#include "plates/lines.h"
#include "plates/read_likelihood.h"

namespace bas::plates {

namespace {

constexpr double kUsualLength = 7;
constexpr Glyph kLastPlain = 36;

using Weights = std::array<std::array<float, kGlyphCodes>, kGlyphCodes>;

// A chance that is named by itself: `truth` is lost or read as `read`, or `read` is added.
struct Chance {
  Glyph truth = kNoGlyph;
  Glyph read = kNoGlyph;
  float share = 0;
};

// What the file says, before it is made into probabilities.
struct Spoken {
  std::map<std::string, double, std::less<>> shares{{"replaced", 0}, {"lost", 0}, {"added", 0}};
  double other = 0;
  Weights pairs{};
  std::array<float, kGlyphCodes> lost{};
  std::array<float, kGlyphCodes> added{};
  std::vector<Chance> chances;

  Spoken() {
    for (int glyph = 1; glyph <= kLastPlain; ++glyph) lost[glyph] = added[glyph] = 1;
  }
};

Result<Glyph> glyph_in(std::string_view word) {
  const auto one = first_glyph(word);
  if (one && one->bytes == word.size()) return one->glyph;
  return fail(ErrorCode::kBadInput, fmt::format("'{}' is not one glyph of a plate", word));
}

// Weights only compare with each other; beyond a million one would drown all others, and overflow.
Result<double> weight_in(std::string_view word) {
  constexpr double kWeightMax = 1e6;
  const double weight = TRY(number_in(word));
  if (weight > kWeightMax) return fail(ErrorCode::kBadInput, "a weight is at most 1000000");
  return weight;
}

Result<> take_pair(const std::vector<std::string_view>& words, Spoken& spoken) {
  const Glyph a = TRY(glyph_in(words[1]));
  const Glyph b = TRY(glyph_in(words[2]));
  const double weight = TRY(weight_in(words[3]));
  if (a == b) return fail(ErrorCode::kBadInput, "a pair is of two different glyphs");
  spoken.pairs[a][b] = spoken.pairs[b][a] = static_cast<float>(weight);
  return {};
}

// "reads A B P", "loses A P" or "adds B P".
Result<> take_chance(const std::vector<std::string_view>& words, Spoken& spoken) {
  Chance chance;
  const double share = TRY(number_in(words.back()));
  if (share > 0.5) return fail(ErrorCode::kBadInput, "a chance is at most 0.5");
  chance.share = static_cast<float>(share);
  (words[0] == "adds" ? chance.read : chance.truth) = TRY(glyph_in(words[1]));
  if (words[0] == "reads") chance.read = TRY(glyph_in(words[2]));
  if (chance.truth == chance.read) {
    return fail(ErrorCode::kBadInput, "a misread is of two different glyphs");
  }
  spoken.chances.push_back(chance);
  return {};
}

bool is_chance(const std::vector<std::string_view>& words) {
  return (words.size() == 4 && words[0] == "reads") ||
         (words.size() == 3 && (words[0] == "loses" || words[0] == "adds"));
}

Result<> take_line(std::string_view line, Spoken& spoken) {
  const auto words = words_of(line);
  if (is_chance(words)) return take_chance(words, spoken);
  if (words.size() == 4 && words[0] == "pair") return take_pair(words, spoken);
  if (words.size() == 3 && (words[0] == "lost" || words[0] == "added")) {
    const Glyph glyph = TRY(glyph_in(words[1]));
    const double weight = TRY(weight_in(words[2]));
    (words[0] == "lost" ? spoken.lost : spoken.added)[glyph] = static_cast<float>(weight);
    return {};
  }
  if (words.size() == 2 && words[0] == "other") {
    spoken.other = TRY(weight_in(words[1]));
    return {};
  }
  if (words.size() != 2 || !spoken.shares.contains(words[0])) {
    return fail(ErrorCode::kBadInput,
                "expected: replaced, lost, added or other with a number, pair A B W, lost G W, "
                "added G W, reads A B P, loses A P, adds B P");
  }
  const double share = TRY(number_in(words[1]));
  if (share > 0.5) return fail(ErrorCode::kBadInput, "a share of reads is at most 0.5");
  spoken.shares.find(words[0])->second = share;
  return {};
}

bool is_plain(int glyph) { return glyph >= 1 && glyph <= kLastPlain; }

// Scaled so that a plate of the usual length has the share of replaced reads that was named.
void fill_replaced(const Spoken& spoken, MisreadModel::Tables& tables) {
  double sum = 0;
  for (int a = 1; a < kGlyphCodes; ++a) {
    for (int b = 1; b < kGlyphCodes; ++b) {
      if (a == b) continue;
      const bool is_other = spoken.pairs[a][b] == 0 && is_plain(b);
      tables.replaced[a][b] = is_other ? static_cast<float>(spoken.other) : spoken.pairs[a][b];
      if (is_plain(a)) sum += tables.replaced[a][b];
    }
  }
  if (sum == 0) return;
  const double scale = spoken.shares.at("replaced") / kUsualLength * kLastPlain / sum;
  for (auto& row : tables.replaced) {
    for (float& share : row) share = static_cast<float>(share * scale);
  }
}

void fill_lost_and_added(const Spoken& spoken, MisreadModel::Tables& tables) {
  const double lost = std::accumulate(spoken.lost.begin(), spoken.lost.end(), 0.0);
  const double added = std::accumulate(spoken.added.begin(), spoken.added.end(), 0.0);
  const double lost_share = spoken.shares.at("lost") / kUsualLength * kLastPlain;
  const double lost_scale = lost > 0 ? lost_share / lost : 0;
  const double added_share = spoken.shares.at("added") / (kUsualLength + 1);
  const double added_scale = added > 0 ? added_share / added : 0;
  for (int glyph = 1; glyph < kGlyphCodes; ++glyph) {
    const float weight = is_plain(glyph) ? spoken.lost[glyph] : 1;
    tables.lost[glyph] = static_cast<float>(weight * lost_scale);
    tables.added[glyph] = static_cast<float>(spoken.added[glyph] * added_scale);
  }
}

void set_chances(const Spoken& spoken, MisreadModel::Tables& tables) {
  for (const Chance& one : spoken.chances) {
    if (one.truth == kNoGlyph) {
      tables.added[one.read] = one.share;
    } else if (one.read == kNoGlyph) {
      tables.lost[one.truth] = one.share;
    } else {
      tables.replaced[one.truth][one.read] = one.share;
    }
  }
}

}  // namespace

Result<MisreadModel> MisreadModel::parse(std::string_view text) {
  Spoken spoken;
  TRY(for_each_line(text, [&](std::string_view line) { return take_line(line, spoken); }));
  Tables tables;
  fill_replaced(spoken, tables);
  fill_lost_and_added(spoken, tables);
  set_chances(spoken, tables);
  if (std::accumulate(tables.added.begin(), tables.added.end(), 0.0F) >= 0.5F) {
    return fail(ErrorCode::kBadInput, "more glyphs would be added than read");
  }
  for (int glyph = 1; glyph < kGlyphCodes; ++glyph) {
    const auto& row = tables.replaced[glyph];
    if (std::accumulate(row.begin(), row.end(), tables.lost[glyph]) >= 0.5F) {
      return fail(ErrorCode::kBadInput, fmt::format("'{}' would be misread more often than read",
                                                    text_of(static_cast<Glyph>(glyph))));
    }
  }
  return MisreadModel(tables);
}

MisreadModel::MisreadModel(const Tables& tables) : tables_(tables) {
  for (int glyph = 1; glyph < kGlyphCodes; ++glyph) {
    const auto& row = tables_.replaced[glyph];
    kept_[glyph] = 1 - std::accumulate(row.begin(), row.end(), tables_.lost[glyph]);
    check(kept_[glyph] > 0);
  }
  added_any_ = std::accumulate(tables_.added.begin(), tables_.added.end(), 0.0F);
  check(added_any_ < 1);
  for (int truth = 1; truth < kGlyphCodes; ++truth) {
    lost_most_ = std::max(lost_most_, tables_.lost[truth]);
    for (int read = 1; read < kGlyphCodes; ++read) {
      const float share = tables_.replaced[truth][read];
      by_read_[read][truth] = share;
      most_taken_for_[read] = std::max(most_taken_for_[read], share);
    }
  }
}

std::string MisreadModel::text() const {
  std::string text;
  for (Glyph truth = 1; truth < kGlyphCodes; ++truth) {
    const std::string_view name = text_of(truth);
    if (name.empty()) continue;
    for (Glyph read = 1; read < kGlyphCodes; ++read) {
      const float share = replaced(truth, read);
      if (share > 0 && !text_of(read).empty()) {
        text += fmt::format("reads {} {} {:.5g}\n", name, text_of(read), share);
      }
    }
    text += fmt::format("loses {} {:.5g}\nadds {} {:.5g}\n", name, lost(truth), name, added(truth));
  }
  return text;
}

double MisreadModel::likelihood(PackedPlate truth, const ReadEvidence& read) const {
  return ReadLikelihood(*this, read).of(truth);
}

// A set whose slot is taken by another one is added up each time.
void MisreadModel::keep_at_hand(std::span<const GlyphSet> sets) {
  for (const GlyphSet set : sets) {
    std::uint8_t& slot = sums_at_[slot_of(set)];
    if (slot != 0) continue;
    SetSums sums{.glyphs = set, .lost = lost(set)};
    for (Glyph read = 1; read < kGlyphCodes; ++read) sums.taken[read] = taken(set, read);
    sums_.push_back(sums);
    slot = static_cast<std::uint8_t>(sums_.size());
  }
}

MisreadModel::Taken MisreadModel::sum_over(GlyphSet set, const Shares& shares) {
  Taken sum;
  for (; set != 0; set &= set - 1) {
    const double share = shares[static_cast<std::size_t>(__builtin_ctzll(set))];
    sum.all += share;
    sum.rare += share < kRareConfusion ? share : 0;
  }
  return sum;
}

}  // namespace bas::plates
