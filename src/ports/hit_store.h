// Hits and incidents, kept relationally, their plates and reasons sealed under the read's day.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/hit.h"

namespace bas {

// A hit as it is kept: plates, category, reason and explanation lie inside `sealed`.
// (read, entry) is unique, so recording a hit twice changes nothing.
struct SealedHit {
  Id id;
  Id incident;
  Id read;
  Id entry;
  Id list;
  Id camera;
  Id site;
  Id zone;
  Day day;
  HitState state = HitState::kCandidate;
  int version = 1;
  Priority priority = 3;
  bool is_late = false;
  UtcTime captured_at;
  UtcTime created_at;
  std::string sealed;
  bool is_quiet = false;
  Verdict verdict;
};

// A person's decision on one hit as it stood in `version`.
struct Judgement {
  Id hit;
  int version = 0;
  Verdict verdict;
};

// How often the hits of an entry were rejected, and when last.
struct Rejections {
  Id entry;
  int count = 0;
  UtcTime last_at;
};

// How the hits of a list ended, without a plate.
struct ListNoise {
  Id list;
  std::uint64_t hits = 0;
  std::uint64_t validated = 0;
  std::uint64_t rejected = 0;
  std::uint64_t misread = 0;  // of the rejected
  std::uint64_t withdrawn = 0;
  std::uint64_t expired = 0;  // nobody looked at them in time
};

struct SealedIncident {
  Id id;
  Day day;
  std::string token;  // keyed digest of the vehicle's plate under that day
  int version = 1;
  int hits = 0;
  Priority priority = 3;
  HitState state = HitState::kCandidate;
  UtcTime opened_at;
  UtcTime last_at;
  Id last_hit;
  std::string sealed;  // the plate
};

// A page of a listing, newest first. `before`: continue behind this id (all zero: from the newest).
struct HitPage {
  Id before;
  std::size_t limit = 100;
  std::optional<HitState> state;
};

// Threads: any; calls are served one after another.
class HitStore {
 public:
  virtual ~HitStore() = default;

  // One transaction. A hit whose (read, entry) is known is left as it is; an incident whose id is
  // known is replaced. Survives a crash of the process at once, of the machine after sync().
  virtual Result<> record(std::span<const SealedHit> hits,
                          std::span<const SealedIncident> incidents) = 0;
  virtual Result<> sync() = 0;

  // kConflict when the hit is no longer in that version or no candidate; kNotFound when unknown.
  // Answers the hit as it is afterwards.
  virtual Result<SealedHit> judge(const Judgement& judgement) = 0;
  // Candidates of that priority, oldest first.
  virtual Result<std::vector<SealedHit>> oldest_candidates(Priority priority,
                                                           std::size_t limit) = 0;
  // Withdraws the open hits of these entries, candidates and validated ones, and answers them.
  virtual Result<std::vector<SealedHit>> withdraw_hits_of(std::span<const Id> entries,
                                                          UtcTime now) = 0;
  // Entries that are gone and still have open hits: a crash came between, or a hit was being made.
  virtual Result<std::vector<Id>> ended_entries_with_open_hits() = 0;
  virtual Result<std::vector<Rejections>> rejections(UtcTime since) = 0;
  virtual Result<std::vector<ListNoise>> noise(UtcTime since) = 0;

  // Remembers that an account saw a hit, so that it can be told when the hit is withdrawn.
  virtual Result<> note_view(const Id& viewer, const Id& hit, UtcTime now) = 0;
  // Withdrawn hits that the account saw and has not been told of.
  virtual Result<std::vector<SealedHit>> withdrawn_unseen(const Id& viewer) = 0;
  virtual Result<> mark_withdrawal_told(const Id& viewer, const Id& hit, UtcTime now) = 0;

  // Removes hits and incidents of a day, and who saw them: their reads are erased.
  virtual Result<> drop_day(Day day) = 0;

  virtual Result<std::optional<SealedHit>> hit(const Id& id) = 0;
  virtual Result<std::optional<SealedHit>> hit_of(const Id& read, const Id& entry) = 0;
  virtual Result<std::vector<SealedHit>> hits(const HitPage& page) = 0;
  virtual Result<std::vector<SealedHit>> hits_of_incident(const Id& incident) = 0;
  virtual Result<std::optional<SealedIncident>> incident(const Id& id) = 0;
  virtual Result<std::vector<SealedIncident>> incidents(const HitPage& page) = 0;
  // Incidents whose latest hit is at or after `since`: what may still be extended.
  virtual Result<std::vector<SealedIncident>> open_incidents(UtcTime since) = 0;
};

}  // namespace bas
