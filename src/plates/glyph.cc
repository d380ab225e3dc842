#include "plates/glyph.h"

#include <array>

namespace bas::plates {

namespace {

constexpr std::string_view kPlain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::array<std::string_view, 24> kOthers = {"Ä", "Ö", "Ü", "Å", "Æ", "Ø", "Č", "Ć", "Đ",
                                                      "Š", "Ž", "É", "А", "В", "Е", "К", "М", "Н",
                                                      "О", "Р", "С", "Т", "У", "Х"};  // Cyrillic
constexpr Glyph kFirstOther = 37;

}  // namespace

std::optional<GlyphAt> first_glyph(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const char first = text[0];
  if (first >= '0' && first <= '9') return GlyphAt{static_cast<Glyph>(first - '0' + 1), 1};
  if (first >= 'A' && first <= 'Z') return GlyphAt{static_cast<Glyph>(first - 'A' + 11), 1};
  for (std::size_t i = 0; i < kOthers.size(); ++i) {
    if (text.starts_with(kOthers[i])) {
      return GlyphAt{static_cast<Glyph>(kFirstOther + i),
                     static_cast<std::uint8_t>(kOthers[i].size())};
    }
  }
  return std::nullopt;
}

std::string_view text_of(Glyph glyph) {
  if (glyph >= 1 && glyph < kFirstOther) return kPlain.substr(glyph - 1U, 1);
  const std::size_t other = glyph - std::size_t{kFirstOther};
  return glyph >= kFirstOther && other < kOthers.size() ? kOthers[other] : std::string_view();
}

}  // namespace bas::plates
