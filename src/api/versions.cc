#include "api/versions.h"

#include <fmt/format.h>

#include <algorithm>

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

}  // namespace bas::api
