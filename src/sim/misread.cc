#include "sim/misread.h"

#include <algorithm>
#include <utility>

namespace bas::sim {
namespace {

constexpr double kSubstitutions = 0.80;
constexpr double kLosses = 0.12;
constexpr double kExtras = 0.05;

// Some glyphs are confused far more often than others: the place is drawn by what stands there.
std::size_t confusable_place(std::string_view plate, Dice& dice) {
  std::array<double, kGlyphsMax> weights{};
  const std::size_t count = std::min(plate.size(), kGlyphsMax);
  double total = 0;
  for (std::size_t i = 0; i < count; ++i)
    total += weights[i] = 0.05 + static_cast<double>(look_alikes(plate[i]).size());
  double wanted = dice.share() * total;
  for (std::size_t i = 0; i < count; ++i)
    if ((wanted -= weights[i]) < 0) return i;
  return count - 1;
}

// Prefers the first look-alike, by half each.
char look_alike_of(char glyph, Dice& dice) {
  const std::string_view others = look_alikes(glyph);
  if (others.empty()) return glyph == 'H' ? 'N' : 'H';
  std::size_t chosen = 0;
  while (chosen + 1 < others.size() && dice.chance(0.5)) ++chosen;
  return others[chosen];
}

void replace_glyph(Reading& reading, Dice& dice) {
  const std::size_t place = confusable_place(reading.plate, dice);
  reading.plate[place] = look_alike_of(reading.plate[place], dice);
  reading.glyph_confidences[place] = static_cast<float>(dice.between(0.42, 0.86));
}

void lose_glyph(Reading& reading, Dice& dice) {
  // Mostly at an end, where a frame or the band hides it.
  const std::size_t last = reading.plate.size() - 1;
  const std::size_t place = dice.chance(0.6)
                                ? (dice.chance(0.6) ? 0 : last)
                                : static_cast<std::size_t>(dice.below(static_cast<int>(last)));
  reading.plate.erase(place, 1);
}

void add_glyph(Reading& reading, Dice& dice) {
  const bool is_front = dice.chance(0.5);
  const char seen = dice.chance(0.6) ? '1' : 'I';
  reading.plate.insert(is_front ? 0 : reading.plate.size(), 1, seen);
}

Misread draw_kind(Dice& dice) {
  const double drawn = dice.share();
  if (drawn < kSubstitutions) return Misread::kSubstitution;
  if (drawn < kSubstitutions + kLosses) return Misread::kLostGlyph;
  if (drawn < kSubstitutions + kLosses + kExtras) return Misread::kExtraGlyph;
  return Misread::kTwoGlyphs;
}

void misread_as(Reading& reading, Misread kind, Dice& dice) {
  switch (kind) {
    case Misread::kNone: break;
    case Misread::kSubstitution: replace_glyph(reading, dice); break;
    case Misread::kLostGlyph: lose_glyph(reading, dice); break;
    case Misread::kExtraGlyph: add_glyph(reading, dice); break;
    case Misread::kTwoGlyphs:
      replace_glyph(reading, dice);
      replace_glyph(reading, dice);
      break;
  }
}

}  // namespace

std::string_view look_alikes(char glyph) {
  switch (glyph) {
    case '0': return "OD8";
    case '1': return "I7";
    case '2': return "Z7";
    case '3': return "85";
    case '4': return "A9";
    case '5': return "S3";
    case '6': return "G8";
    case '7': return "1Z";
    case '8': return "B360";
    case '9': return "4";
    case 'A': return "4";
    case 'B': return "8PR";
    case 'C': return "G";
    case 'D': return "0O";
    case 'E': return "F";
    case 'F': return "EP";
    case 'G': return "6C";
    case 'I': return "1";
    case 'K': return "X";
    case 'M': return "N";
    case 'N': return "M";
    case 'O': return "0DQ";
    case 'P': return "RBF";
    case 'Q': return "O0";
    case 'R': return "PB";
    case 'S': return "5";
    case 'U': return "V";
    case 'V': return "UYW";
    case 'W': return "V";
    case 'X': return "KY";
    case 'Y': return "VX";
    case 'Z': return "2";
    default: return {};
  }
}

Reading read_plate(std::string_view plate, double share, Dice& dice) {
  Reading reading;
  reading.plate = plate.substr(0, kGlyphsMax - 1);
  for (float& confidence : reading.glyph_confidences)
    confidence = static_cast<float>(dice.between(0.93, 0.998));
  if (dice.chance(share)) {
    reading.misread = draw_kind(dice);
    misread_as(reading, reading.misread, dice);
    if (reading.plate == plate) {  // the second replacement undid the first
      reading.misread = Misread::kSubstitution;
      replace_glyph(reading, dice);
    }
  }
  double sum = 0;
  float least = 1;
  for (std::size_t i = 0; i < reading.plate.size(); ++i) {
    sum += reading.glyph_confidences[i];
    least = std::min(least, reading.glyph_confidences[i]);
  }
  reading.confidence = (sum / static_cast<double>(reading.plate.size()) + least) / 2;
  return reading;
}

}  // namespace bas::sim
