// Who tries passwords waits longer and longer; who came in from a place before never waits for what
// strangers do elsewhere (after "device cookies" of the OWASP cheat sheets).
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/random.h"
#include "flow/slot_table.h"

namespace bas::flow {

// Three counts of failures: of an account by strangers, of a source address, and of one account at
// a place that it has come in from (a device, or an address). At such a place the third counts
// alone; everywhere else the first two do. A name that no account has is counted like any other.
//
// Threads: any. Memory: 2 MiB, whatever comes; under a flood the counts of those who tried least go
// first. Nothing of it is kept: after a restart all counts are zero, and devices still known.
class SignInGuard {
 public:
  // The first failures cost nothing: people mistype. Each further one doubles the wait.
  static constexpr std::uint32_t kFreeOfAccount = 5;
  static constexpr std::uint32_t kFreeOfAddress = 20;  // a whole station behind one address
  static constexpr std::chrono::seconds kWaitMax{15 * 60};
  // How long after the last failure a count is forgotten.
  static constexpr std::chrono::hours kForgetAfter{1};
  // How long an address stays one that an account has come in from.
  static constexpr std::chrono::hours kKnownFor{24 * 30};

  SignInGuard(const Clock& clock, Random& random)
      : clock_(clock), salt_(random.bytes(kSaltBytes)) {}

  struct Attempt {
    std::string_view name;
    std::string_view address;
    std::string_view device{};  // one that the account has come in from; empty: none such
  };
  // Zero: go on; the attempt counts as a failure until forgive() says otherwise, so that many at
  // once get no more tries. Otherwise how long to wait: nothing is to be looked at before.
  std::chrono::seconds admit(const Attempt& attempt);
  // The attempt that was admitted has succeeded: it counts no more, its address is known, and what
  // was counted at its place is forgotten. What strangers did still counts for strangers.
  void forgive(const Attempt& attempt);

 private:
  static constexpr std::size_t kSaltBytes = 16;
  struct Count {
    std::uint64_t key = 0;
    std::uint32_t failures = 0;
    UtcTime last{};
    UtcTime not_before{};
    bool operator<(const Count& other) const {
      return failures != other.failures ? failures < other.failures : last < other.last;
    }
  };
  struct Known {
    std::uint64_t key = 0;
    UtcTime last{};
    bool operator<(const Known& other) const { return last < other.last; }
  };
  struct Rule {
    std::uint64_t key = 0;
    std::uint32_t free = 0;
  };
  struct Rules {
    Rule first;
    Rule second{};  // key 0: none
    bool is_known = false;
  };

  Rules rules_of(const Attempt& attempt);
  std::uint64_t key_of(std::string_view kind, std::string_view name, std::string_view place) const;
  UtcTime not_before(const Rule& rule, UtcTime now);
  void charge(const Rule& rule, UtcTime now);
  void take_back(const Rule& rule, UtcTime now);

  const Clock& clock_;
  std::string salt_;
  std::mutex mutex_;  // guards the rest
  SlotTable<Count> counts_{4096};
  SlotTable<Known> known_{1024};
};

}  // namespace bas::flow
