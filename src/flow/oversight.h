// Oversight of the uses: every look at them passes policy and stands in the ledger itself.
#pragma once

#include <vector>

#include "flow/gate.h"
#include "flow/patterns.h"

namespace bas::flow {

// `uses`: how many were looked at, from entry `first_number` on. `is_whole`: none of the time asked
// for was left out because there were too many.
struct PatternReport {
  UtcTime from, until;
  std::uint64_t first_number = 0;
  std::uint64_t uses = 0;
  bool is_whole = true;
  std::vector<Finding> findings;
};

// Threads: any.
class Oversight {
 public:
  static constexpr int kDaysMost = 92;
  // 16 MB, and 13 s on two busy cores (65 us a use, 20,000 measured).
  static constexpr std::uint64_t kUsesMost = 200'000;

  struct Parts {
    UseLog& uses;
    Gate& gate;
    const Clock& clock;
    std::uint64_t uses_most = kUsesMost;
  };
  explicit Oversight(Parts parts) : parts_(parts) {}

  // What stands out in the last `days` (1 to kDaysMost, else kBadInput). kRefused when policy does
  // not let this person read the log (R57, R58); that too is in the ledger.
  Result<PatternReport> patterns(int days, const Person& who);

 private:
  Result<PatternReport> look(int days);

  Parts parts_;
};

}  // namespace bas::flow
