#include "policy/clip.h"

#include <algorithm>

namespace bas::policy {

namespace {

bool names(const std::vector<std::string>& allowed, const std::string& one) {
  return allowed.empty() || std::ranges::find(allowed, one) != allowed.end();
}

}  // namespace

bool is_within(const Clip& clip, const ReadPlace& read) {
  if (clip.from && read.captured_at < *clip.from) return false;
  if (clip.until && read.captured_at >= *clip.until) return false;
  return names(clip.plates, read.plate) && names(clip.areas, read.area);
}

}  // namespace bas::policy
