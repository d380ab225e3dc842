#include "flow/repeat_guard.h"

#include <fmt/format.h>

namespace bas::flow {

Result<> RepeatGuard::load(HitStore& hits) {
  const auto rejections = TRY(hits.rejections(clock_.now() - settings_.memory));
  const std::lock_guard lock(mutex_);
  pasts_.clear();
  for (const Rejections& one : rejections) pasts_[one.entry] = {one.count, one.last_at};
  return {};
}

void RepeatGuard::note(const Id& entry, const HitLife& judged) {
  const std::lock_guard lock(mutex_);
  if (judged.state == HitState::kValidated) {
    pasts_.erase(entry);
  } else if (judged.state == HitState::kRejected) {
    Past& past = pasts_[entry];
    ++past.rejections;
    past.last_at = judged.verdict.at.value_or(clock_.now());
  }
}

RepeatWarning RepeatGuard::warning(const Id& entry, Priority priority) const {
  const std::lock_guard lock(mutex_);
  const auto found = pasts_.find(entry);
  if (found == pasts_.end()) return {};
  const Past& past = found->second;
  if (clock_.now() - past.last_at > settings_.memory) return {};
  RepeatWarning warning;
  warning.text = fmt::format(
      "Hits of this entry were rejected, or stopped and cleared, {} {} before, last at {}.",
      past.rejections, past.rejections == 1 ? "time" : "times", format_rfc3339(past.last_at));
  warning.is_quiet = past.rejections >= settings_.quiet_after && priority > kPriorityHighest;
  return warning;
}

}  // namespace bas::flow
