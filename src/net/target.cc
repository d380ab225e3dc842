#include "net/target.h"

#include <algorithm>
#include <optional>

#include "base/encode.h"

namespace bas::net {
namespace {

std::optional<unsigned char> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned char>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned char>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned char>(c - 'A' + 10);
  return std::nullopt;
}

enum class Plus { kIsPlus, kIsBlank };

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (!high || !low) return std::nullopt;
      decoded.push_back(static_cast<char>(*high << 4 | *low));
      i += 2;
    } else {
      decoded.push_back(text[i] == '+' && plus == Plus::kIsBlank ? ' ' : text[i]);
    }
  }
  return decoded;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7f;
  });
}

bool is_unsafe_segment(std::string_view segment) {
  return has_control(segment) || segment.find_first_of("/\\") != std::string_view::npos ||
         !is_valid_utf8(segment);
}

// Appends one decoded segment to `path`, or climbs. `path` holds "/a/b" without a closing slash.
Result<> append_segment(std::string& path, std::string_view raw) {
  const auto segment = percent_decode(raw, Plus::kIsPlus);
  if (!segment || is_unsafe_segment(*segment)) {
    return fail(ErrorCode::kBadInput, "The path holds a malformed or forbidden character.");
  }
  if (segment->empty() || *segment == ".") return {};
  if (*segment == "..") {
    if (path.empty()) return fail(ErrorCode::kBadInput, "The path climbs above its root.");
    path.resize(path.rfind('/'));
    return {};
  }
  path.push_back('/');
  path += *segment;
  return {};
}

Result<std::string> normalise_path(std::string_view raw) {
  std::string path;
  path.reserve(raw.size());
  bool ends_in_folder = false;
  while (!raw.empty()) {
    raw.remove_prefix(1);
    const std::size_t end = std::min(raw.find('/'), raw.size());
    const std::size_t before = path.size();
    TRY(append_segment(path, raw.substr(0, end)));
    ends_in_folder = path.size() <= before;
    raw.remove_prefix(end);
  }
  if (path.empty() || ends_in_folder) path.push_back('/');
  return path;
}

Result<NamedValues> parse_query(std::string_view raw) {
  NamedValues values;
  while (!raw.empty()) {
    const std::size_t end = std::min(raw.find('&'), raw.size());
    const std::string_view pair = raw.substr(0, end);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (pair.empty()) continue;
    if (values.size() == kQueryPairsMax) {
      return fail(ErrorCode::kBadInput, "The query holds too many values.");
    }
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decode(pair.substr(0, equals), Plus::kIsBlank);
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), Plus::kIsBlank);
    if (!name || !value || !is_valid_utf8(*name) || !is_valid_utf8(*value)) {
      return fail(ErrorCode::kBadInput, "The query is not well encoded.");
    }
    values.emplace_back(std::move(*name), std::move(*value));
  }
  return values;
}

// "http://host/path" becomes "/path"; anything else stays.
std::string_view without_origin(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const std::string_view rest = target.substr(scheme + 3);
  const std::size_t path = rest.find_first_of("/?");
  return path == std::string_view::npos ? std::string_view{"/"} : rest.substr(path);
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
  if (has_control(target)) {
    return fail(ErrorCode::kBadInput, "The request target holds a control character.");
  }
  std::string_view rest = without_origin(target);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t question = std::min(rest.find('?'), rest.size());
  const std::string_view raw_path = rest.substr(0, question);
  const bool is_root = raw_path.empty() && question < rest.size() && rest.data() != target.data();
  if (!raw_path.starts_with('/') && !is_root) {
    return fail(ErrorCode::kBadInput, "The request target must begin with a slash.");
  }
  Target parsed;
  parsed.path = TRY(normalise_path(raw_path));
  parsed.query = TRY(parse_query(rest.substr(std::min(question + 1, rest.size()))));
  return parsed;
}

}  // namespace bas::net
