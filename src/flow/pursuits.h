// Zones pursue one vehicle together: from a validated hit to its outcome.
#pragma once

#include <vector>

#include "base/periodic.h"
#include "base/random.h"
#include "flow/judging.h"
#include "flow/pursuit_records.h"

namespace bas::flow {

// A pursuit with what was written in it.
struct PursuitWithLog {
  Pursuit pursuit;
  std::vector<PursuitEntry> log;
};

// Threads: any. Each act is asked of policy as sharing the hit it began with, and stands in the
// ledger; the unit that is sent when it begins, and the end of its hit, as Judging asks. Who takes
// part sees the log; who sees the hit sees that it is pursued. kNotFound for all others, and once
// its day is erased.
class Pursuits {
 public:
  struct Parts {
    PursuitRecords& records;
    Judging& judging;
    Gate& gate;
    const Clock& clock;
    Random& random;
  };
  explicit Pursuits(Parts parts) : parts_(parts) {}

  // Of a validated hit; a unit is recorded as sent with it, where none was. kConflict when its
  // entry is pursued already, kRefused as Judging::take says.
  struct Begin {
    Id hit;
    int version = 0;  // of the hit
    std::string key{};
  };
  Result<PursuitWithLog> begin(const Begin& wish, const Person& who, std::stop_token stop);

  // A line as somebody wants it: event, zone, note, until and outcome. `version`: of the pursuit;
  // 0: whatever it is now. To end one closes its hit with the outcome. Sent twice under one key it
  // is there once.
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

  // Ends what has run out. Answers how many.
  Result<std::size_t> run();
  void start(std::chrono::milliseconds every);

 private:
  struct Found {
    Pursuit pursuit;
    Hit hit;
  };
  Result<Found> found(const Id& pursuit, const Person& who);
  Result<PursuitWithLog> whole(const Pursuit& pursuit);
  Result<std::optional<PursuitWithLog>> begun_before(const Id& entry,
                                                     const PursuitRecords::Line& by);
  Result<> note_use(const Hit& hit, std::optional<PursuitEvent> event, const Person& who);
  Result<> close_hit(const Found& now, const Wish& wish, const Person& who);

  Parts parts_;
  Periodic job_;
};

}  // namespace bas::flow
