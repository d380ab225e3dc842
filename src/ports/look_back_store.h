// Which entries were matched against stored reads, by whom and why.
#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace bas {

// One use. `sealed` holds purpose, case number and reason.
struct SealedLookBack {
  Id id;
  Id entry;
  Id asked_by;
  UtcTime asked_at;
  Day first_day;
  Day last_day;
  int reads = 0;
  std::string sealed;
};

// Threads: any. Durable when a write returns.
class LookBackStore {
 public:
  virtual ~LookBackStore() = default;
  virtual Result<> add_look_back(const SealedLookBack& look_back) = 0;
  // Newest first.
  virtual Result<std::vector<SealedLookBack>> look_backs(const Id& entry) = 0;
};

}  // namespace bas
