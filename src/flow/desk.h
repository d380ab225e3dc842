// Hits and incidents as a desk opens them: policy is asked of each, the ledger is told, then they
// are shown.
#pragma once

#include <string>
#include <vector>

#include "flow/gate.h"
#include "flow/reads.h"

namespace bas::flow {

// `last`: the hit that the row of the incident shows.
struct IncidentAtDesk {
  Incident incident;
  HitWithRead last;
};
struct IncidentTrail {
  IncidentAtDesk at_desk;
  std::vector<HitWithRead> hits;
};

// What policy does not show is left out as if it were not there. While the ledger cannot be
// written the entries wait in the spool: hits save lives (rule R52). Threads: any. kNotFound for an
// unknown id, kDestroyed once the day's key is gone.
class Desk {
 public:
  struct Parts {
    Reads& reads;
    Gate& gate;
  };
  explicit Desk(Parts parts) : parts_(parts) {}

  Result<OpenedPage<HitWithRead>> hits(const HitPage& page, const Person& who);
  Result<HitWithRead> hit(const Id& id, const Person& who);
  // Of the read that the hit stands on; people in it are concealed where the law says so.
  Result<std::string> picture(const Id& hit, std::size_t number, const Person& who);
  // Of a batch: always that of this person's own zone.
  Result<OpenedPage<IncidentAtDesk>> incidents(HitPage page, const Person& who);
  // What waits in the batches of this person's zone, without a plate; latest day first.
  Result<std::vector<BatchCount>> batches(const Person& who);
  Result<IncidentTrail> incident(const Id& id, const Person& who);
  // What of `opened` may be shown, told as `what`.
  Result<std::vector<HitWithRead>> shown(std::vector<HitWithRead> opened, const char* what,
                                         const Person& who);

 private:
  bool may_see(const Hit& hit, const Person& who) const;
  Result<HitWithRead> open(const Id& hit, const Person& who);
  Result<> tell(const char* what, const std::vector<const Hit*>& shown, const Person& who);

  Parts parts_;
};

}  // namespace bas::flow
