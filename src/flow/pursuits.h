// Zones pursue one vehicle together: from a validated hit to its outcome.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <functional>
#include <mutex>
#include <span>
#include <vector>

#include "base/clock.h"
#include "base/periodic.h"
#include "base/random.h"
#include "flow/judging.h"
#include "model/pursuit.h"
#include "ports/desks.h"
#include "ports/pursuit_store.h"

namespace bas::flow {

// What desks are told after each line.
struct PursuitNews {
  const Pursuit& pursuit;
  const PursuitEntry& entry;
};

// A pursuit with what was written in it.
struct PursuitWithLog {
  Pursuit pursuit;
  std::vector<PursuitEntry> log;
};

// Threads: any. Each act is asked of policy as something done with the hit it began with (dispatch
// to begin it, share_hit for the rest), and stands in the ledger. Who takes part sees the log; who
// sees the hit sees that it is pursued. kNotFound for all others, and once its day is erased.
class Pursuits {
 public:
  struct Parts {
    PursuitStore& store;
    vault::Vault& vault;
    Reads& reads;
    Judging& judging;
    Gate& gate;
    std::function<void(const PursuitNews&)> tell;  // quick; from any thread
    const Clock& clock;
    Random& random;
  };
  explicit Pursuits(Parts parts) : parts_(std::move(parts)) {}

  // Reads back the pursuits that run.
  Result<> load();

  // Of a validated hit; a unit is recorded as sent with it, where none was. kConflict when its
  // entry is pursued already, kRefused as Judging::take says.
  struct Begin {
    Id hit;
    int version = 0;  // of the hit
    std::string key{};
  };
  Result<PursuitWithLog> begin(const Begin& wish, const Person& who, std::stop_token stop);

  // A line as somebody wants it: event, zone, note, until and outcome. `version`: of the pursuit;
  // 0: whatever it is now. To end one closes its hit with the outcome.
  struct Wish {
    Id pursuit;
    int version = 0;
    PursuitEntry entry;
    std::string key{};
  };
  Result<PursuitWithLog> write(Wish wish, const Person& who);

  Result<std::vector<Pursuit>> all(const PursuitPage& page, const Person& who);
  // `behind`: only what was written after that number. The log is empty for who takes no part.
  struct Asked {
    Id pursuit;
    int behind = 0;
  };
  Result<PursuitWithLog> one(const Asked& asked, const Person& who);

  // The vehicle of a running pursuit was seen again: a line of the server.
  void sighted(const HitNews& news);

  // Ends what has run out. Answers how many.
  Result<std::size_t> run();
  void start(std::chrono::milliseconds every);

 private:
  struct Found {
    Pursuit pursuit;
    Hit hit;
  };
  Result<Found> found(const Id& pursuit, const User& user);
  Result<Pursuit> stored(const Id& pursuit);
  Result<PursuitWithLog> put(const Pursuit& before, PursuitEntry entry, const std::string& key);
  Result<std::vector<PursuitEntry>> lines_of(const Pursuit& pursuit, int behind);
  Result<> note_use(const Hit& hit, policy::Act act, PursuitEvent event, const Person& who);
  void remember(const Pursuit& pursuit);

  Parts parts_;
  std::mutex mutex_;                     // guards running_
  absl::flat_hash_map<Id, Id> running_;  // pursuit by entry
  Periodic job_;
};

}  // namespace bas::flow
