#include "flow/activity.h"

namespace bas::flow {

void Activity::note(const Reception& reception) {
  const std::lock_guard lock(mutex_);
  CameraActivity& camera = cameras_[reception.camera];
  camera.last_read_at = reception.received_at;
  ++(reception.is_repeat ? camera.repeated : camera.reads);
  if (reception.is_late) ++camera.late;
}

void Activity::note_quarantined(const Id& camera) {
  const std::lock_guard lock(mutex_);
  ++cameras_[camera].quarantined;
}

void Activity::note_refused(const Id& camera) {
  const std::lock_guard lock(mutex_);
  ++cameras_[camera].refused;
}

CameraActivity Activity::of(const Id& camera) const {
  const std::lock_guard lock(mutex_);
  const auto found = cameras_.find(camera);
  return found == cameras_.end() ? CameraActivity{} : found->second;
}

absl::flat_hash_map<Id, CameraActivity> Activity::all() const {
  const std::lock_guard lock(mutex_);
  return cameras_;
}

}  // namespace bas::flow
