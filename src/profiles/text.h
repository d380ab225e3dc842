// Small things said of texts: blanks at the ends, case, characters in place of bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bas::profiles {

// ASCII letters in lower case.
std::string lower(std::string_view text);

// Which characters of a text: the first is 1, the last is included.
struct Span {
  std::size_t first = 1;
  std::size_t last = std::string_view::npos;  // npos: to the end
};
// Of valid UTF-8; what lies behind the end is empty.
std::string_view characters(std::string_view text, Span span);
std::size_t count_characters(std::string_view text);

}  // namespace bas::profiles
