#include "net/byte_range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace bas::net {
namespace {

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

// "-500": the last 500 bytes.
ByteRange suffix(std::size_t length, std::size_t size) {
  if (length == 0 || size == 0) return {ByteRange::Kind::kUnsatisfiable, 0, 0};
  return {ByteRange::Kind::kPart, size - std::min(length, size), size - 1};
}

}  // namespace

ByteRange parse_byte_range(std::string_view header, std::size_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return {};
  const std::string_view range = header.substr(kUnit.size());
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view end = range.substr(dash + 1);
  const auto first = number(range.substr(0, dash));
  const auto last = number(end);
  if (dash == 0) return last ? suffix(*last, size) : ByteRange{};
  if (!first || (!end.empty() && !last) || (last && *last < *first)) return {};
  if (*first >= size) return {ByteRange::Kind::kUnsatisfiable, 0, 0};
  return {ByteRange::Kind::kPart, *first, std::min(last.value_or(size - 1), size - 1)};
}

}  // namespace bas::net
