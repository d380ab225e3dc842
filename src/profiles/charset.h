// How the bytes of a file stand for characters, and the same text as UTF-8.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace bas::profiles {

enum class Charset { kAuto, kUtf8, kUtf16Le, kUtf16Be, kLatin1, kWindows1252 };
inline constexpr std::array<std::string_view, 6> kCharsetNames = {
    "auto", "utf-8", "utf-16le", "utf-16be", "latin-1", "windows-1252"};
inline constexpr std::string_view name_of(Charset charset) {
  return kCharsetNames[static_cast<std::size_t>(charset)];
}
std::optional<Charset> charset_from(std::string_view name);

// What the file is in when `told` is what its profile says: a byte-order mark counts more than the
// profile; UTF-16 without one is known by its zeros. Never kAuto.
struct SeenCharset {
  Charset charset = Charset::kUtf8;
  std::size_t mark_bytes = 0;  // the byte-order mark to pass over
};
SeenCharset see_charset(std::string_view bytes, Charset told);

// kLatin1 or kWindows1252 as UTF-8. The five bytes that Windows-1252 leaves open become U+FFFD.
std::string from_single_bytes(std::string_view bytes, Charset charset);

// UTF-16 as UTF-8; half a pair becomes U+FFFD. `is_cut`: the last character is not whole.
struct Recoded {
  std::string text;
  bool is_cut = false;
};
Recoded from_utf16(std::string_view bytes, Charset charset);

}  // namespace bas::profiles
