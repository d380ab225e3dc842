// Who has which hit open, as every desk may know.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "base/time.h"
#include "model/hit.h"

namespace bas::api {

// In memory alone, and over by itself: a desk that says nothing for `kPresenceLasts` is gone.
// Threads: any.
inline constexpr std::chrono::seconds kPresenceLasts{45};

class Presence {
 public:
  struct Viewer {
    Doer who;
    UtcTime until;
  };
  // `audience`: as audience_of() says of the hit.
  struct Viewed {
    Id hit;
    Id audience;
    std::vector<Viewer> viewers;
  };
  struct Look {
    Id hit;
    Id audience;
    Doer who;
  };

  // That desk (its session or token) has this hit open now, or none. Answers the hits whose viewers
  // are others now, each with all it has.
  std::vector<Viewed> note(const Id& desk, const std::optional<Look>& look, UtcTime now);
  // Every hit that somebody has open.
  std::vector<Viewed> all(UtcTime now);

 private:
  struct Kept {
    Look look;
    UtcTime until;
  };
  Viewed viewed(const Id& hit, const Id& audience) const;
  void forget_gone(UtcTime now);

  std::mutex mutex_;  // guards desks_
  std::map<Id, Kept> desks_;
};

}  // namespace bas::api
