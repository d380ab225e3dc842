// What desks are told, as events for outlets: only what was validated, and nothing that is observed
// in silence (rules R25 and R33 of shared/law.md).
#pragma once

#include <absl/container/flat_hash_set.h>

#include <mutex>

#include "flow/deliveries.h"
#include "flow/pursuit_records.h"
#include "flow/reads.h"
#include "ports/desks.h"
#include "ports/list_store.h"

namespace bas::flow {

// Threads: as ports/desks.h says. What cannot be put on record is logged.
class OutletDesk final : public Desks {
 public:
  OutletDesk(Deliveries& deliveries, const Clock& clock) : deliveries_(deliveries), clock_(clock) {}

  // Which lists are suspended already.
  Result<> load(ListStore& lists);

  // What was on record but not as told when the server stopped: what was validated in the last day,
  // and what was withdrawn or taken back of all that was told. Costs nothing without an outlet.
  Result<> catch_up(HitStore& hits, Reads& reads);
  // The same of lines of pursuits, of the last day.
  Result<> catch_up(PursuitRecords& pursuits);

  // A candidate leaves no house.
  void hit_created(const HitNews&) override {}
  void hit_changed(const HitNews& news) override;
  void list_changed(const List& list) override;
  void pursuit_changed(const PursuitNews& news);

 private:
  bool became_suspended(const List& list);
  // Of a hit as it is now. Telling twice is telling once.
  Result<> tell(const Hit& hit);
  Result<> tell_since(PursuitRecords& pursuits, const Pursuit& pursuit, UtcTime since);

  Deliveries& deliveries_;
  const Clock& clock_;
  std::mutex mutex_;  // guards suspended_
  absl::flat_hash_set<Id> suspended_;
};

// What of it may leave; nothing where it may not. Pure.
std::optional<OutletNews> news_of(const Hit& hit);
std::optional<OutletNews> news_of(const Pursuit& pursuit, const PursuitEntry& entry);

}  // namespace bas::flow
