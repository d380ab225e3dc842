#include "api/versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace bas::api {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

net::Header etag_of(int version) { return {"ETag", fmt::format("\"{}\"", version)}; }

bool is_for_version(const net::Request& request, int version) {
  std::string_view left = request.header("If-Match");
  const std::string wanted = fmt::format("\"{}\"", version);
  if (trimmed(left) == "*") return true;
  while (!left.empty()) {
    const auto comma = std::min(left.find(','), left.size());
    if (trimmed(left.substr(0, comma)) == wanted) return true;
    left.remove_prefix(std::min(comma + 1, left.size()));
  }
  return false;
}

std::optional<int> version_asked(const net::Request& request) {
  const std::string_view asked = trimmed(request.header("If-Match"));
  if (asked.empty()) return std::nullopt;
  if (asked == "*") return 0;
  int version = -1;
  if (asked.size() < 3 || asked.front() != '"' || asked.back() != '"') return version;
  const std::string_view digits = asked.substr(1, asked.size() - 2);
  const auto [end, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), version);
  const bool is_number = failure == std::errc() && end == digits.data() + digits.size();
  return is_number && version > 0 ? version : -1;
}

Result<std::string> key_asked(const net::Request& request) {
  constexpr std::size_t kKeyBytesMax = 64;
  std::string key(request.header("Idempotency-Key"));
  if (key.size() <= kKeyBytesMax) return key;
  return fail(ErrorCode::kBadInput, "an Idempotency-Key has at most 64 characters");
}

}  // namespace bas::api
