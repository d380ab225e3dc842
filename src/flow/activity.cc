#include "flow/activity.h"

#include <algorithm>

namespace bas::flow {

void Activity::note(const Reception& reception) {
  const std::lock_guard lock(mutex_);
  Held& held = cameras_[reception.camera];
  held.seen.last_read_at = reception.received_at;
  ++(reception.is_repeat ? held.seen.repeated : held.seen.reads);
  if (reception.is_late) ++held.seen.late;
  if (reception.is_repeat) return;
  ++held.hours[std::chrono::floor<std::chrono::hours>(reception.received_at)];
  held.hours.erase(held.hours.begin(), held.hours.lower_bound(reception.received_at - kHoursKept));
}

void Activity::note_told(Told told) {
  const std::lock_guard lock(mutex_);
  Held& held = cameras_[told.camera];
  held.seen.protocol = told.protocol;
  if (!told.device_id.empty()) held.seen.device_id = std::move(told.device_id);
  held.behind[held.told++ % held.behind.size()] = told.clock_behind;
  const auto latest = std::span(held.behind).first(std::min(held.told, held.behind.size()));
  held.seen.clock_behind = *std::ranges::min_element(latest);
}

void Activity::note_quarantined(const Id& camera) {
  const std::lock_guard lock(mutex_);
  ++cameras_[camera].seen.quarantined;
}

void Activity::note_refused(const Id& camera, const CameraRefusal& refusal) {
  const std::lock_guard lock(mutex_);
  Held& held = cameras_[camera];
  ++held.seen.refused;
  held.refusals.push_front(refusal);
  if (held.refusals.size() > kRefusalsKept) held.refusals.pop_back();
}

CameraActivity Activity::of(const Id& camera) const {
  const std::lock_guard lock(mutex_);
  const auto found = cameras_.find(camera);
  return found == cameras_.end() ? CameraActivity{} : found->second.seen;
}

absl::flat_hash_map<Id, CameraActivity> Activity::all() const {
  const std::lock_guard lock(mutex_);
  absl::flat_hash_map<Id, CameraActivity> all;
  all.reserve(cameras_.size());
  for (const auto& [camera, held] : cameras_) all.emplace(camera, held.seen);
  return all;
}

std::vector<HourOfReads> Activity::hours(const Id& camera) const {
  const std::lock_guard lock(mutex_);
  std::vector<HourOfReads> hours;
  const auto found = cameras_.find(camera);
  if (found == cameras_.end()) return hours;
  for (const auto& [from, reads] : found->second.hours) hours.push_back({from, reads});
  return hours;
}

std::vector<CameraRefusal> Activity::refusals(const Id& camera) const {
  const std::lock_guard lock(mutex_);
  const auto found = cameras_.find(camera);
  if (found == cameras_.end()) return {};
  return {found->second.refusals.begin(), found->second.refusals.end()};
}

}  // namespace bas::flow
