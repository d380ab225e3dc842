// What was received from each camera since the server started, and how the pipeline fares. Counts
// only: no plate, no person.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <array>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace bas::flow {

struct CameraActivity {
  std::uint64_t reads = 0;
  std::uint64_t repeated = 0;
  std::uint64_t late = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t refused = 0;  // sent while it was disabled or stood without authorisation
  std::optional<UtcTime> last_read_at;
  // How far its clock runs behind this server's, by the quickest of its latest reads: what the way
  // takes is in it. Under zero: it runs ahead.
  std::optional<std::chrono::milliseconds> clock_behind;
  std::string protocol;   // of its last message
  std::string device_id;  // as the device names itself
};

enum class RefusalReason { kDisabled, kOutsidePeriod };

// A message that was refused and not kept.
struct CameraRefusal {
  UtcTime at;
  RefusalReason reason = RefusalReason::kDisabled;
};

// Reads of the hour that begins at `from`.
struct HourOfReads {
  UtcTime from;
  std::uint64_t reads = 0;
};

// Threads: any.
class Activity {
 public:
  static constexpr std::chrono::hours kHoursKept{24 * 8};  // today, and the same hours last week
  static constexpr std::size_t kRefusalsKept = 10;

  struct Reception {
    Id camera;
    UtcTime received_at;
    bool is_repeat = false;
    bool is_late = false;
  };
  void note(const Reception& reception);
  // What a message says of the device that sent it.
  struct Told {
    Id camera;
    std::string_view protocol;
    std::string device_id;
    std::chrono::milliseconds clock_behind{0};
  };
  void note_told(Told told);
  void note_quarantined(const Id& camera);
  void note_refused(const Id& camera, const CameraRefusal& refusal);
  CameraActivity of(const Id& camera) const;
  absl::flat_hash_map<Id, CameraActivity> all() const;
  // Hours in which it read something, in order; and what was refused, newest first.
  std::vector<HourOfReads> hours(const Id& camera) const;
  std::vector<CameraRefusal> refusals(const Id& camera) const;

 private:
  struct Held {
    CameraActivity seen;
    std::map<UtcTime, std::uint64_t> hours;
    std::deque<CameraRefusal> refusals;
    std::array<std::chrono::milliseconds, 16> behind{};  // of its latest reads
    std::size_t told = 0;
  };

  mutable std::mutex mutex_;  // guards cameras_
  absl::flat_hash_map<Id, Held> cameras_;
};

}  // namespace bas::flow
