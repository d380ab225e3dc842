#include "cameras/text.h"

#include "base/encode.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bas::cameras {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <typename Number>
std::optional<Number> parse_whole(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value{};
  const char* const start = text.data();
  const char* const end = start + text.size();
  const auto [stopped_at, error] = std::from_chars(start, end, value);
  if (error != std::errc{} || stopped_at != end) return std::nullopt;
  return value;
}

// The length of the valid UTF-8 sequence at the front of a text; 0 when there is none.
std::size_t sequence_width(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return width == 1 || is_valid_utf8(text.substr(0, width)) ? width : 0;
}

void append_latin1(std::string& out, unsigned char byte) {
  if (byte < 0xA0) {
    out += "\xEF\xBF\xBD";
    return;
  }
  out += static_cast<char>(byte < 0xC0 ? 0xC2 : 0xC3);
  out += static_cast<char>(byte & 0xBFU);
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_ignoring_case(a, b);
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (lower(text[i]) != lower(start[i])) return false;
  }
  return true;
}

bool contains(std::string_view text, std::string_view wanted) {
  return text.find(wanted) != std::string_view::npos;
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

std::string repaired_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const std::size_t width = sequence_width(text);
    if (width > 0) {
      out += text.substr(0, width);
    } else {
      append_latin1(out, static_cast<unsigned char>(text.front()));
    }
    text.remove_prefix(std::max(width, std::size_t{1}));
  }
  return out;
}

std::optional<double> parse_number(std::string_view text) {
  const auto value = parse_whole<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<int> parse_integer(std::string_view text) { return parse_whole<int>(text); }

}  // namespace bas::cameras
