#include "model/plate.h"

#include <cstddef>
#include <cstdint>

namespace bas {

namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t width = 1;  // bytes taken; value is 0 when they were not valid
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

CodePoint decode_first(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (width == 1 || width > text.size()) return {};
  char32_t value = lead & (0xFFU >> (width + 1));
  for (std::size_t i = 1; i < width; ++i) {
    if (!is_continuation(text[i])) return {};
    value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  const bool is_overlong = (width == 3 && value < 0x800) || (width == 4 && value < 0x10000);
  if (is_overlong) return {};
  return {value, width};
}

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (value >> 6)));
    out.push_back(static_cast<char>(0x80U | (value & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xE0U | (value >> 12)));
    out.push_back(static_cast<char>(0x80U | ((value >> 6) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (value & 0x3FU)));
  }
}

constexpr bool is_between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

// The upper-case form of a letter or digit that a plate may bear; 0 for everything else.
char32_t plate_glyph(char32_t value) {
  if (is_between(value, 0xFF01, 0xFF5E)) value -= 0xFEE0;  // full-width forms
  if (is_between(value, '0', '9') || is_between(value, 'A', 'Z')) return value;
  if (is_between(value, 'a', 'z')) return value - 32;
  if (value < 0xC0 || value == 0xD7 || value == 0xF7) return 0;
  if (is_between(value, 0xE0, 0xFE)) return value - 32;              // Latin-1
  if (is_between(value, 0x100, 0x137)) return value & ~char32_t{1};  // Latin Extended-A
  if (is_between(value, 0x139, 0x148)) return value % 2 == 0 ? value - 1 : value;
  if (is_between(value, 0x14A, 0x177)) return value & ~char32_t{1};
  if (is_between(value, 0x179, 0x17E)) return value % 2 == 0 ? value - 1 : value;
  if (is_between(value, 0x3B1, 0x3C9) && value != 0x3C2) return value - 32;  // Greek
  if (is_between(value, 0x430, 0x44F)) return value - 32;                    // Cyrillic
  if (is_between(value, 0x450, 0x45F)) return value - 80;
  if (is_between(value, 0xC0, 0x24F) || is_between(value, 0x386, 0x52F)) return value;
  if (is_between(value, 0x5D0, 0x64A) || is_between(value, 0xE01, 0xE2E)) return value;
  if (is_between(value, 0x3041, 0x30FF) || is_between(value, 0x4E00, 0x9FFF)) return value;
  return 0;
}

constexpr bool is_wildcard(char32_t value) { return value == '?' || value == '*'; }

enum class Wildcards { kDropped, kKept };

std::string canonical(std::string_view raw, Wildcards wildcards) {
  std::string out;
  out.reserve(raw.size());
  while (!raw.empty()) {
    const CodePoint point = decode_first(raw);
    if (wildcards == Wildcards::kKept && is_wildcard(point.value)) {
      append_utf8(out, point.value);
    } else if (const char32_t glyph = plate_glyph(point.value)) {
      append_utf8(out, glyph);
    }
    raw.remove_prefix(point.width);
  }
  return out;
}

}  // namespace

std::string canonical_plate(std::string_view raw) { return canonical(raw, Wildcards::kDropped); }

std::string canonical_pattern(std::string_view raw) { return canonical(raw, Wildcards::kKept); }

bool is_pattern(std::string_view plate) {
  return plate.find_first_of("?*") != std::string_view::npos;
}

}  // namespace bas
