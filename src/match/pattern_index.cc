#include "match/pattern_index.h"

#include <algorithm>
#include <cstring>

#include "model/plate.h"

namespace bas::match {

using plates::GlyphSet;
using plates::PackedPlate;

namespace {

constexpr int kNamedLeast = 2;
constexpr std::size_t kLaidMax = 256;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr GlyphSet kAny = ~GlyphSet{1};  // every glyph, but not none

// The pattern as steps: a set of glyphs, or 0 for `*`.
Result<std::vector<GlyphSet>> steps_of(std::string_view pattern) {
  std::vector<GlyphSet> steps;
  int named = 0;
  while (!pattern.empty()) {
    if (pattern[0] == '?' || pattern[0] == '*') {
      const bool is_run = pattern[0] == '*';
      if (!is_run || steps.empty() || steps.back() != 0) steps.push_back(is_run ? 0 : kAny);
      pattern.remove_prefix(1);
      continue;
    }
    const auto next = plates::first_glyph(pattern);
    if (!next)
      return fail(ErrorCode::kBadInput, "a partial plate holds a letter plates do not bear");
    steps.push_back(plates::set_of(next->glyph));
    pattern.remove_prefix(next->bytes);
    ++named;
  }
  if (named < kNamedLeast) {
    return fail(ErrorCode::kBadInput, "a partial plate names at least two characters");
  }
  return steps;
}

std::size_t row_at(int place, plates::Glyph glyph, std::size_t words) {
  return (static_cast<std::size_t>(place) * plates::kGlyphCodes + glyph) * words;
}

}  // namespace

Result<std::vector<PatternIndex::Laid>> PatternIndex::lay(std::string_view pattern) {
  std::vector<Laid> done;
  std::vector<Laid> open{Laid{}};
  for (const GlyphSet step : TRY(steps_of(pattern))) {
    std::vector<Laid> longer;
    for (Laid laid : open) {
      if (step == 0) longer.push_back(laid);
      do {
        if (laid.length == PackedPlate::kGlyphsMax) break;
        laid.places[static_cast<std::size_t>(laid.length++)] = step == 0 ? kAny : step;
        longer.push_back(laid);
      } while (step == 0);
    }
    open = std::move(longer);
    if (open.size() > kLaidMax) {
      return fail(ErrorCode::kBadInput,
                  "a partial plate has too many `*`: name what stands between");
    }
  }
  for (const Laid& laid : open) {
    if (std::find(done.begin(), done.end(), laid) == done.end()) done.push_back(laid);
  }
  if (done.empty()) return fail(ErrorCode::kBadInput, "a partial plate has at most ten characters");
  return done;
}

Result<> PatternIndex::put(std::string_view pattern, std::uint32_t value) {
  for (const Laid& laid : TRY(lay(pattern))) put_laid(laid, value);
  ++size_;
  return {};
}

bool PatternIndex::remove(std::string_view pattern, std::uint32_t value) {
  const auto all = lay(pattern);
  if (!all) return false;
  bool is_gone = false;
  for (const Laid& laid : *all) is_gone = remove_laid(laid, value) || is_gone;
  if (is_gone) --size_;
  return is_gone;
}

void PatternIndex::find(PackedPlate plate, std::vector<std::uint32_t>& found) const {
  found.clear();
  for (const auto& block : blocks_[static_cast<std::size_t>(plate.length())]) {
    const std::size_t words = (block->values.size() + 63) / 64;
    for (std::size_t first = 0; first < words; first += kLanes) {
      add_fitting(*block, plate, first, found);
    }
  }
  // A pattern with several `*` can lie over one plate in more than one way.
  if (found.size() < 2) return;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

// The patterns of some words that fit. The last places differ most between plates, so they end the
// search soonest.
void PatternIndex::add_fitting(const Block& block, PackedPlate plate, std::size_t first,
                               std::vector<std::uint32_t>& found) {
  std::array<TwoWords, kLanes / 2> left;
  left.fill(~TwoWords{});
  for (int place = plate.length() - 1; place >= 0; --place) {
    const std::uint64_t* row = block.rows.data() + row_at(place, plate.at(place), kWords) + first;
    TwoWords any{};
    for (std::size_t i = 0; i < left.size(); ++i) {
      TwoWords words;
      std::memcpy(&words, row + 2 * i, sizeof words);
      any |= left[i] &= words;
    }
    if ((any[0] | any[1]) == 0) return;
  }
  for (std::size_t i = 0; i < kLanes; ++i) {
    take_values(block, first + i, left[i / 2][i % 2], found);
  }
}

void PatternIndex::take_values(const Block& block, std::size_t word, std::uint64_t bits,
                               std::vector<std::uint32_t>& found) {
  for (; bits != 0; bits &= bits - 1) {
    found.push_back(block.values[word * 64 + static_cast<std::size_t>(__builtin_ctzll(bits))]);
  }
}

std::size_t PatternIndex::approximate_bytes() const {
  std::size_t bytes = sizeof *this;
  for (const OfLength& blocks : blocks_) {
    for (const auto& block : blocks) {
      bytes += sizeof(Block) + block->rows.capacity() * sizeof(std::uint64_t) +
               (block->values.capacity() + block->free.capacity()) * sizeof(std::uint32_t);
    }
  }
  return bytes;
}

PatternIndex::Block::Block(int length)
    : rows(static_cast<std::size_t>(length) * plates::kGlyphCodes * kWords) {}

void PatternIndex::put_laid(const Laid& laid, std::uint32_t value) {
  OfLength& blocks = blocks_[static_cast<std::size_t>(laid.length)];
  const auto has_room = [](const auto& block) {
    return !block->free.empty() || block->values.size() < kWords * 64;
  };
  auto room = std::find_if(blocks.begin(), blocks.end(), has_room);
  if (room == blocks.end()) {
    blocks.push_back(std::make_unique<Block>(laid.length));
    room = blocks.end() - 1;
  }
  Block& block = **room;
  std::uint32_t bit = 0;
  if (block.free.empty()) {
    bit = static_cast<std::uint32_t>(block.values.size());
    block.values.push_back(value);
  } else {
    bit = block.free.back();
    block.free.pop_back();
    block.values[bit] = value;
  }
  set_bits(block, laid, bit);
}

bool PatternIndex::remove_laid(const Laid& laid, std::uint32_t value) {
  for (const auto& block : blocks_[static_cast<std::size_t>(laid.length)]) {
    for (std::uint32_t bit = 0; bit < block->values.size(); ++bit) {
      if (block->values[bit] != value || !is_laid_so(*block, laid, bit)) continue;
      clear_bits(*block, laid.length, bit);
      block->values[bit] = kFree;
      block->free.push_back(bit);
      return true;
    }
  }
  return false;
}

void PatternIndex::set_bits(Block& block, const Laid& laid, std::uint32_t bit) {
  for (int place = 0; place < laid.length; ++place) {
    for (GlyphSet set = laid.places[static_cast<std::size_t>(place)]; set != 0; set &= set - 1) {
      const auto glyph = static_cast<plates::Glyph>(__builtin_ctzll(set));
      block.rows[row_at(place, glyph, kWords) + bit / 64] |= std::uint64_t{1} << bit % 64;
    }
  }
}

void PatternIndex::clear_bits(Block& block, int length, std::uint32_t bit) {
  for (int place = 0; place < length; ++place) {
    for (int glyph = 0; glyph < plates::kGlyphCodes; ++glyph) {
      const std::size_t row = row_at(place, static_cast<plates::Glyph>(glyph), kWords);
      block.rows[row + bit / 64] &= ~(std::uint64_t{1} << bit % 64);
    }
  }
}

bool PatternIndex::is_laid_so(const Block& block, const Laid& laid, std::uint32_t bit) {
  for (int place = 0; place < laid.length; ++place) {
    for (int glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
      const std::size_t row = row_at(place, static_cast<plates::Glyph>(glyph), kWords);
      const bool is_set = (block.rows[row + bit / 64] >> bit % 64 & 1U) != 0;
      const bool is_wanted = plates::holds(laid.places[static_cast<std::size_t>(place)],
                                           static_cast<plates::Glyph>(glyph));
      if (is_set != is_wanted) return false;
    }
  }
  return true;
}

}  // namespace bas::match
