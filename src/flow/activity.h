// What was received from each camera since the server started, and how the pipeline fares. Counts
// only: no plate, no person.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <mutex>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"

namespace bas::flow {

struct CameraActivity {
  std::uint64_t reads = 0;
  std::uint64_t repeated = 0;
  std::uint64_t late = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t refused = 0;  // sent while the camera was disabled
  std::optional<UtcTime> last_read_at;
};

// Threads: any.
class Activity {
 public:
  struct Reception {
    Id camera;
    UtcTime received_at;
    bool is_repeat = false;
    bool is_late = false;
  };
  void note(const Reception& reception);
  void note_quarantined(const Id& camera);
  void note_refused(const Id& camera);
  CameraActivity of(const Id& camera) const;
  absl::flat_hash_map<Id, CameraActivity> all() const;

 private:
  mutable std::mutex mutex_;  // guards cameras_
  absl::flat_hash_map<Id, CameraActivity> cameras_;
};

}  // namespace bas::flow
