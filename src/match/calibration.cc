#include "match/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "plates/lines.h"

namespace bas::match {

namespace {

constexpr double kGlyphsLeast = 100;
constexpr double kErrorsLeast = 0.5;  // expected ones, too
constexpr double kDrawn = 20;         // glyphs of the mean that each block is mixed with
constexpr float kDoubtMost = 100;

struct Block {
  double glyphs = 0;
  double wrong = 0;
  double lowest = 0;  // confidences
  double highest = 0;
  double share() const { return wrong / glyphs; }
};

// Puts a block behind the others; while it is more often wrong than the one before, they are one.
void push(std::vector<Block>& blocks, const Block& block) {
  blocks.push_back(block);
  while (blocks.size() > 1 && blocks[blocks.size() - 2].share() <= blocks.back().share()) {
    Block& before = blocks[blocks.size() - 2];
    before.glyphs += blocks.back().glyphs;
    before.wrong += blocks.back().wrong;
    before.highest = blocks.back().highest;
    blocks.pop_back();
  }
}

}  // namespace

Result<Calibration> Calibration::fit(const ConfidenceCounts& counts) {
  std::vector<Block> blocks;
  double wrong = 0;
  double all = 0;
  for (const ConfidenceCounts::Step& step : counts.steps) {
    const double glyphs = step.right + step.wrong;
    if (glyphs <= 0) continue;
    const double said = step.said / glyphs;
    push(blocks, {.glyphs = glyphs, .wrong = step.wrong, .lowest = said, .highest = said});
    wrong += step.wrong;
    all += glyphs;
  }
  if (all < kGlyphsLeast) {
    return fail(ErrorCode::kBadInput, "too few verified glyphs to judge confidences by");
  }
  if (wrong < kErrorsLeast || wrong > all - kErrorsLeast) {
    return fail(ErrorCode::kBadInput,
                "verified glyphs that are all right or all wrong teach nothing");
  }
  Calibration calibration;
  calibration.wrong_usually_ = wrong / all;
  std::vector<Block> drawn;
  for (Block block : blocks) {
    block.wrong += kDrawn * calibration.wrong_usually_;
    block.glyphs += kDrawn;
    push(drawn, block);
  }
  for (const Block& block : drawn) {
    calibration.points_.push_back({block.lowest, block.share()});
    if (block.highest > block.lowest) calibration.points_.push_back({block.highest, block.share()});
  }
  return calibration;
}

Result<Calibration> Calibration::parse(std::string_view text) {
  Calibration calibration;
  const auto take = [&](std::string_view line) -> Result<> {
    const auto words = plates::words_of(line);
    if (words.size() == 2 && words[0] == "usual") {
      calibration.wrong_usually_ = TRY(plates::number_in(words[1]));
      return {};
    }
    if (words.size() != 3 || words[0] != "wrong") {
      return fail(ErrorCode::kBadInput, "expected: usual SHARE, or wrong CONFIDENCE SHARE");
    }
    const Point point{TRY(plates::number_in(words[1])), TRY(plates::number_in(words[2]))};
    const bool falls =
        calibration.points_.empty() || (point.confidence > calibration.points_.back().confidence &&
                                        point.wrong <= calibration.points_.back().wrong);
    if (!falls || point.wrong > 1) {
      return fail(ErrorCode::kBadInput, "errors must become rarer as the confidence rises");
    }
    calibration.points_.push_back(point);
    return {};
  };
  TRY(plates::for_each_line(text, take));
  if (calibration.points_.empty() || !(calibration.wrong_usually_ > 0) ||
      !(calibration.wrong_usually_ < 1)) {
    return fail(ErrorCode::kBadInput, "a calibration needs a usual share and a point");
  }
  return calibration;
}

std::string Calibration::text() const {
  std::string text = fmt::format("usual {}\n", wrong_usually_);
  for (const Point& point : points_) {
    text += fmt::format("wrong {} {}\n", point.confidence, point.wrong);
  }
  return text;
}

double Calibration::right_at(double confidence) const {
  const auto above = std::ranges::upper_bound(points_, confidence, {}, &Point::confidence);
  if (above == points_.begin()) return 1 - points_.front().wrong;
  if (above == points_.end()) return 1 - points_.back().wrong;
  const Point& below = *(above - 1);
  const double part = (confidence - below.confidence) / (above->confidence - below.confidence);
  return 1 - (below.wrong + part * (above->wrong - below.wrong));
}

double Calibration::gain(const ConfidenceCounts& held_out) const {
  double all = 0;
  double gain = 0;
  for (const ConfidenceCounts::Step& step : held_out.steps) {
    const double glyphs = step.right + step.wrong;
    if (glyphs <= 0) continue;
    const double right = right_at(step.said / glyphs);
    gain += step.right * std::log(right / (1 - wrong_usually_)) +
            step.wrong * std::log((1 - right) / wrong_usually_);
    all += glyphs;
  }
  return all > 0 ? gain / all : 0;
}

float Calibration::doubt(double confidence) const {
  const auto doubt = static_cast<float>((1 - right_at(confidence)) / wrong_usually_);
  return std::min(doubt, kDoubtMost);
}

std::array<float, plates::PackedPlate::kGlyphsMax> Calibration::doubts(
    std::span<const double> confidences, plates::PackedPlate read) const {
  std::array<float, plates::PackedPlate::kGlyphsMax> doubts;
  doubts.fill(1);
  if (confidences.size() != static_cast<std::size_t>(read.length())) return doubts;
  for (std::size_t place = 0; place < confidences.size(); ++place) {
    doubts[place] = doubt(confidences[place]);
  }
  return doubts;
}

}  // namespace bas::match
