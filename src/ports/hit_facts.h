// Hits as they are counted: what is kept of them in plain, and what is sealed unopened.
#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "model/hit_sums.h"

namespace bas {

// Days of Brussels, both included.
struct DaySpan {
  Day from;
  Day to;
};

// `kind` and `pairs` of the fact lie inside `sealed` and are not filled in.
struct KeptFact {
  HitFact fact;
  Id hit;
  Day day;
  UtcTime captured_at;
  std::string sealed;
};

// Threads: any; a call waits for no writer.
class HitFacts {
 public:
  virtual ~HitFacts() = default;

  // Hits of vehicles that were seen in those days. Cost: a look at each and at its steps.
  virtual Result<std::vector<KeptFact>> seen(const DaySpan& days) = 0;
};

}  // namespace bas
