#include "profiles/charset.h"

#include <algorithm>

namespace bas::profiles {

namespace {

constexpr char32_t kUnknown = 0xFFFD;

// What 0x80 to 0x9F stand for in Windows-1252; 0 where it leaves a byte open.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

bool is_high_half(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_half(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

class Utf16Units {
 public:
  Utf16Units(std::string_view bytes, Charset charset)
      : bytes_(bytes), high_(charset == Charset::kUtf16Be ? 0U : 1U) {}
  std::size_t count() const { return bytes_.size() / 2; }
  char32_t at(std::size_t i) const {
    const auto byte = [this](std::size_t place) {
      return static_cast<char32_t>(static_cast<unsigned char>(bytes_[place]));
    };
    return byte(i * 2 + high_) << 8 | byte(i * 2 + 1 - high_);
  }

 private:
  std::string_view bytes_;
  std::size_t high_;  // where in a unit its high byte stands
};

}  // namespace

std::optional<Charset> charset_from(std::string_view name) {
  const auto found = std::ranges::find(kCharsetNames, name);
  if (found == kCharsetNames.end()) return std::nullopt;
  return static_cast<Charset>(found - kCharsetNames.begin());
}

SeenCharset see_charset(std::string_view bytes, Charset told) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {Charset::kUtf8, 3};
  if (bytes.starts_with("\xFF\xFE")) return {Charset::kUtf16Le, 2};
  if (bytes.starts_with("\xFE\xFF")) return {Charset::kUtf16Be, 2};
  if (told != Charset::kAuto) return {told, 0};
  if (bytes.size() >= 2 && bytes[0] != '\0' && bytes[1] == '\0') return {Charset::kUtf16Le, 0};
  if (bytes.size() >= 2 && bytes[0] == '\0' && bytes[1] != '\0') return {Charset::kUtf16Be, 0};
  return {Charset::kUtf8, 0};
}

std::string from_single_bytes(std::string_view bytes, Charset charset) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    char32_t value = static_cast<unsigned char>(c);
    if (charset == Charset::kWindows1252 && value >= 0x80 && value < 0xA0) {
      value = kWindows1252[value - 0x80];
      if (value == 0) value = kUnknown;
    }
    append(out, value);
  }
  return out;
}

Recoded from_utf16(std::string_view bytes, Charset charset) {
  const Utf16Units units(bytes, charset);
  Recoded recoded;
  recoded.is_cut = bytes.size() % 2 != 0;
  recoded.text.reserve(units.count());
  for (std::size_t i = 0; i < units.count(); ++i) {
    const char32_t unit = units.at(i);
    const bool is_last = i + 1 == units.count();
    if (is_high_half(unit) && !is_last && is_low_half(units.at(i + 1))) {
      append(recoded.text, 0x10000 + ((unit - 0xD800) << 10) + (units.at(++i) - 0xDC00));
    } else {
      if (is_high_half(unit) && is_last) recoded.is_cut = true;
      append(recoded.text, is_high_half(unit) || is_low_half(unit) ? kUnknown : unit);
    }
  }
  return recoded;
}

}  // namespace bas::profiles
