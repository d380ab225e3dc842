// Keeps a wrong entry from stopping the same person again and again.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <chrono>
#include <mutex>
#include <string>

#include "base/clock.h"
#include "ports/hit_store.h"

namespace bas::flow {

// What a desk must know of a further hit of an entry whose hits were rejected.
struct RepeatWarning {
  std::string text;       // empty: nothing
  bool is_quiet = false;  // to the review queue, without ringing
};

// Counts the rejections of an entry, and the stops that found nothing, within the last `memory`.
// After the first the desk is warned; from `quiet_after` on a hit rings no more, unless its
// priority is the highest. A validated hit makes the entry trusted again. Threads: any.
class RepeatGuard {
 public:
  struct Settings {
    std::chrono::hours memory{24 * 30};
    int quiet_after = 2;
  };
  RepeatGuard(const Clock& clock, Settings settings) : clock_(clock), settings_(settings) {}

  // What was rejected until now: at the start, and when a verdict was taken back.
  Result<> load(HitStore& hits);

  void note(const Id& entry, const HitLife& judged);
  RepeatWarning warning(const Id& entry, Priority priority) const;

 private:
  struct Past {
    int rejections = 0;
    UtcTime last_at;
  };
  const Clock& clock_;
  const Settings settings_;
  mutable std::mutex mutex_;  // guards pasts_
  absl::flat_hash_map<Id, Past> pasts_;
};

}  // namespace bas::flow
