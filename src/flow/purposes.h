// What somebody is working on: stated once, named by everything that is opened for it.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "flow/gate.h"

namespace bas::flow {

struct StatedPurpose {
  Id id;
  policy::Why why;
  std::optional<Id> authorisation;
  // What is asked on that authorisation: all that is opened for it is one use. Empty: this.
  std::string question;
  UtcTime until;  // excluded
};

// In memory: who signs in after a restart states anew what he works on. Threads: any.
class Purposes {
 public:
  static constexpr std::chrono::hours kLife{12};  // a shift
  static constexpr std::size_t kOfOneMost = 100;  // the oldest goes first

  struct Parts {
    Gate& gate;
    const Clock& clock;
    Random& random;
  };
  explicit Purposes(Parts parts) : parts_(parts) {}

  // kRefused, with rule and what is missing, when the law knows no such purpose, it is not for
  // this person, or case and reason say too little. In the ledger either way.
  Result<StatedPurpose> state(StatedPurpose wanted, const Person& who);
  // What a search has stated already, and the ledger with it; the same is kept once.
  Id note(StatedPurpose stated, const Id& user);

  // Empty when it is unknown, over, or somebody else's.
  std::optional<StatedPurpose> find(const Id& id, const Id& user);
  // The living ones of this person, newest first.
  std::vector<StatedPurpose> all(const Id& user);

 private:
  void forget_the_over(UtcTime now);

  Parts parts_;
  std::mutex mutex_;  // guards what follows
  std::map<Id, std::deque<StatedPurpose>> by_user_;
};

}  // namespace bas::flow
