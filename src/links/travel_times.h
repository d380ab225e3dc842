// Which camera sees a vehicle next, and after how long, learned from passages.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <utility>
#include <vector>

#include "base/id.h"
#include "links/duration_sums.h"

namespace bas::links {

// A vehicle seen by two cameras one after the other. `before`: the camera before `from`; zero:
// none. `to` zero: it was not seen again in time.
struct Leg {
  Id before;
  Id from;
  Id to;
  DurationSums::Seconds took{};
};

// `probability` 0..1 that the vehicle is seen there next; what is left to 1 is seen elsewhere or
// nowhere. Nine in ten of those that are seen there come between `earliest` and `latest`, counted
// from the passage. `seen`: how many legs that rests on.
struct NextCamera {
  Id camera;
  double probability = 0;
  DurationSums::Seconds earliest{};
  DurationSums::Seconds likely{};
  DurationSums::Seconds latest{};
  double seen = 0;
};

// What a vehicle did, and how long ago it was last seen.
struct Whereabouts {
  Id before;  // zero: not known
  Id camera;
  DurationSums::Seconds since{};
};

// Threads: one. Memory: 400 bytes for each two cameras that follow each other. note() and next()
// take about a microsecond for each camera that follows.
class TravelTimes {
 public:
  void note(const Leg& leg);

  // The likeliest first, at most `most`. Empty for a camera of which nothing is known.
  std::vector<NextCamera> next(const Whereabouts& vehicle, std::size_t most) const;

  // All that is known, for whoever keeps it; put back by restore().
  struct KnownLeg {
    Id from;
    Id to;
    DurationSums took;
  };
  struct KnownTurn {
    Id before;
    Id from;
    Id to;
    double count = 0;
  };
  std::vector<KnownLeg> legs() const;
  std::vector<KnownTurn> turns() const;
  void restore(const KnownLeg& leg);
  void restore(const KnownTurn& turn);

 private:
  using Shares = absl::flat_hash_map<Id, double>;
  struct From {
    absl::flat_hash_map<Id, DurationSums> to;  // zero: not seen again
    double total = 0;
  };

  Shares shares_of(const From& from, const Whereabouts& vehicle) const;

  absl::flat_hash_map<Id, From> from_;
  absl::flat_hash_map<std::pair<Id, Id>, Shares> turns_;  // by camera before and camera
};

}  // namespace bas::links
