#include "flow/plate_lines.h"

#include <array>
#include <cstdint>

#include "base/text.h"

namespace bas::flow {

namespace {

// What a byte is in a plate: a glyph (1 to 36), a sign that is dropped (0), or one of these.
constexpr std::uint8_t kEnd = 64;    // of the plate or of the line
constexpr std::uint8_t kOther = 65;  // for canonical_plate() to judge

constexpr std::array<std::uint8_t, 256> meanings() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = kOther;
  for (std::uint8_t i = 0; i < 10; ++i) table['0' + i] = static_cast<std::uint8_t>(1 + i);
  for (std::uint8_t i = 0; i < 26; ++i) {
    table['A' + i] = table['a' + i] = static_cast<std::uint8_t>(11 + i);
  }
  table['?'] = table['*'] = kOther;
  table[','] = table['\n'] = kEnd;
  return table;
}
constexpr std::array<std::uint8_t, 256> kMeanings = meanings();

// The plate at the beginning of `text`, and the bytes up to its end.
struct Packing {
  std::size_t bytes = 0;
  std::optional<plates::PackedPlate> plate;
};
Packing pack(std::string_view text) {
  std::uint64_t bits = 0;
  int glyphs = 0;
  bool is_plain = true;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const std::uint8_t meaning = kMeanings[static_cast<unsigned char>(text[at])];
    if (meaning == 0) continue;
    if (meaning == kEnd) break;
    is_plain = is_plain && meaning != kOther;
    bits = bits << 6 | (meaning & 0x3FU);
    ++glyphs;
  }
  constexpr int kMax = plates::PackedPlate::kGlyphsMax;
  if (!is_plain || glyphs == 0 || glyphs > kMax) return {at, std::nullopt};
  return {at, plates::PackedPlate::from_bits(bits << 6 * (kMax - glyphs))};
}

}  // namespace

bool PlateLines::next(PlateLine& line) {
  while (!left_.empty()) {
    ++number_;
    const Packing packing = pack(left_);
    line.number = number_;
    line.plate = left_.substr(0, packing.bytes);
    line.country = {};
    line.packed = packing.plate;
    left_.remove_prefix(packing.bytes);
    if (left_.starts_with(',')) {
      const std::size_t end = std::min(left_.find('\n'), left_.size());
      line.country = trimmed(left_.substr(1, end - 1));
      left_.remove_prefix(end);
    }
    if (!left_.empty()) left_.remove_prefix(1);
    if (!line.packed) line.plate = trimmed(line.plate);
    if (!line.plate.empty() || !line.country.empty()) return true;
  }
  return false;
}

}  // namespace bas::flow
