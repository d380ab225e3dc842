// What came of the hits of a period, and which cameras and places saw nothing: sums, no plate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/directory.h"
#include "flow/hit_sealer.h"
#include "flow/passage_counts.h"
#include "model/account.h"
#include "ports/hit_facts.h"
#include "ports/list_store.h"

namespace bas::flow {

// Without a zone: of all. Hits of that zone's cameras.
struct StatisticsWish {
  DaySpan days;
  std::optional<Id> zone;
};

// `passages`: nothing when the whole period lies before they were counted.
struct CameraCoverage {
  Id camera;
  std::optional<std::uint64_t> passages;
  std::optional<Day> last_on;  // within the period
};

// A municipality or a road: its cameras in use and how many of them saw a vehicle.
struct PlaceCoverage {
  std::string name;
  std::string code;  // of the municipality, where it is known
  std::uint64_t cameras = 0;
  std::uint64_t seeing = 0;
  std::optional<std::uint64_t> passages;
};

// Cameras in use alone; those that saw least first, as are the places.
struct Coverage {
  UtcTime counted_since;
  std::vector<CameraCoverage> cameras;
  std::vector<PlaceCoverage> municipalities;
  std::vector<PlaceCoverage> roads;
};

// `complete_from`: of days before it, hits of some cameras are erased already.
struct StatisticsAnswer {
  StatisticsWish wish;
  UtcTime made_at;
  std::optional<Day> complete_from;
  HitSums sums;
  std::vector<List> lists;  // those that the sums name and that are still there
  Coverage coverage;
};

// Threads: any. Policy was asked, and the ledger written, at the door.
class Statistics {
 public:
  static constexpr int kDaysMost = 92;

  struct Parts {
    HitFacts& facts;
    ListStore& lists;
    const Directory& directory;
    const HitSealer& sealer;
    const PassageCounts& counts;
    const Clock& clock;
    const Terms* terms = nullptr;  // null: nothing is ever over
  };
  explicit Statistics(Parts parts) : parts_(parts) {}

  // What this person may see: hits of silent observation count for the owner of their list alone
  // (rule R33). kBadInput, saying what to ask for, when the days are turned round, too many, to
  // come or erased. Cost: a look at each hit, and opening each that was judged.
  Result<StatisticsAnswer> of(const StatisticsWish& wish, const User& who);

 private:
  Result<> check_days(const DaySpan& days) const;
  Result<std::vector<HitFact>> facts_for(const StatisticsWish& wish, const User& who,
                                         const std::vector<List>& lists);
  Result<> open_likeness(KeptFact& kept) const;
  std::optional<Day> complete_from(const StatisticsWish& wish) const;
  Coverage coverage_of(const StatisticsWish& wish) const;

  Parts parts_;
};

}  // namespace bas::flow
