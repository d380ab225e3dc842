// Hits and incidents, kept relationally.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "ports/hit_records.h"

namespace bas {

// Threads: any; calls are served one after another.
class HitStore {
 public:
  virtual ~HitStore() = default;

  // One transaction. A hit whose (read, entry) is known is left as it is. A new one belongs at once
  // to who has claimed its incident. Of an incident that is known, version and standing go on from
  // what they are here. Answers both in the order given. Survives a crash of the process at once,
  // of the machine after sync().
  virtual Result<Recorded> record(std::span<const SealedHit> hits,
                                  std::span<const SealedIncident> incidents) = 0;
  virtual Result<> sync() = 0;

  // Takes a step (model/hit_life.h) and puts it on record. A claim, and giving it back, counts for
  // all hits of the incident that nobody else has claimed; a verdict supersedes what its entry has
  // earlier in the incident and nobody answered; an outcome closes what its entry has there. The
  // same key again for the same step by the same person changes nothing and answers nothing; for
  // another step it is kBadInput. kConflict when the hit is no longer in that
  // version or its state does not allow it; kNotFound when unknown. Answers the hits that changed
  // as they are now, that one first.
  virtual Result<std::vector<SealedHit>> take(const StepWish& wish) = 0;
  // Oldest first.
  virtual Result<std::vector<TakenStep>> steps(const Id& hit) = 0;

  // Hits of that priority that nobody has answered and that are in no batch, oldest first.
  virtual Result<std::vector<SealedHit>> oldest_questions(Priority priority, std::size_t limit) = 0;
  // The same of those in a batch, of whatever priority.
  virtual Result<std::vector<SealedHit>> oldest_batched(std::size_t limit) = 0;
  // The same of candidates that may still ring and have not escalated.
  virtual Result<std::vector<SealedHit>> unclaimed(Priority priority, std::size_t limit) = 0;
  // Validated hits without an outcome, those first that nobody acted on for longest.
  virtual Result<std::vector<SealedHit>> without_outcome(std::size_t limit) = 0;
  // Withdraws the open hits of these entries and answers them.
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

  // The batches of a zone, latest day first.
  virtual Result<std::vector<BatchCount>> batches(const Id& zone) = 0;

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
