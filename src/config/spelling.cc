#include "config/spelling.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace bas::config {

namespace {

constexpr std::size_t kLongestCompared = 64;

// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string did_you_mean(std::string_view written, std::span<const std::string> names) {
  if (written.size() > kLongestCompared) return {};
  std::string_view nearest;
  std::size_t least = written.size() / 2 + 1;
  for (const std::string& name : names) {
    const std::size_t away = distance(written, name);
    if (away < least) {
      least = away;
      nearest = name;
    }
    // "repeat_window" for "ingest.repeat_window", "tls.key" for "tls.key_file".
    const std::string exact(written);
    if (name.ends_with("." + exact) || name.starts_with(exact + "_"))
      return "; did you mean " + name + "?";
  }
  if (nearest.empty()) return {};
  return std::string("; did you mean ").append(nearest).append("?");
}

}  // namespace bas::config
