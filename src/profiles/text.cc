#include "profiles/text.h"

#include <algorithm>

namespace bas::profiles {

namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Where the character with this number, from 0, begins.
std::size_t offset_of(std::string_view text, std::size_t number) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_character(text[i]) && number-- == 0) return i;
  }
  return text.size();
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

std::string_view characters(std::string_view text, Span span) {
  if (span.first == 1 && span.last >= text.size()) return text;
  std::size_t begin = std::min(span.first - 1, text.size());
  std::size_t end = std::min(span.last, text.size());
  if (!is_ascii(text)) {
    begin = offset_of(text, span.first - 1);
    end = offset_of(text, span.last);
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

}  // namespace bas::profiles
