// A HitStore before another that refuses to record while a test says so.
#pragma once

#include <atomic>

#include "ports/hit_store.h"

namespace bas::testkit {

// Threads: as the store behind it.
class FailingHitStore final : public HitStore {
 public:
  explicit FailingHitStore(HitStore& behind) : behind_(behind) {}

  std::atomic<bool> is_failing = false;       // record answers kUnavailable
  std::atomic<bool> is_sync_failing = false;  // sync likewise

  Result<Recorded> record(std::span<const SealedHit> hits,
                          std::span<const SealedIncident> incidents) override {
    if (is_failing) return fail(ErrorCode::kUnavailable, "the database refuses");
    return behind_.record(hits, incidents);
  }
  Result<> sync() override {
    if (is_sync_failing) return fail(ErrorCode::kUnavailable, "the database refuses");
    return behind_.sync();
  }
  Result<std::vector<SealedHit>> take(const StepWish& wish) override { return behind_.take(wish); }
  Result<std::vector<TakenStep>> steps(const Id& hit) override { return behind_.steps(hit); }
  Result<std::vector<SealedHit>> oldest_questions(Priority priority, std::size_t limit) override {
    return behind_.oldest_questions(priority, limit);
  }
  Result<std::vector<SealedHit>> oldest_batched(std::size_t limit) override {
    return behind_.oldest_batched(limit);
  }
  Result<std::vector<BatchCount>> batches(const Id& zone) override { return behind_.batches(zone); }
  Result<std::vector<SealedHit>> unclaimed(Priority priority, std::size_t limit) override {
    return behind_.unclaimed(priority, limit);
  }
  Result<std::vector<SealedHit>> without_outcome(std::size_t limit) override {
    return behind_.without_outcome(limit);
  }
  Result<std::vector<SealedHit>> withdraw_hits_of(std::span<const Id> entries,
                                                  UtcTime now) override {
    return behind_.withdraw_hits_of(entries, now);
  }
  Result<std::vector<Id>> ended_entries_with_open_hits() override {
    return behind_.ended_entries_with_open_hits();
  }
  Result<std::vector<Rejections>> rejections(UtcTime since) override {
    return behind_.rejections(since);
  }
  Result<std::vector<ListNoise>> noise(UtcTime since) override { return behind_.noise(since); }
  Result<> note_view(const Id& viewer, const Id& hit, UtcTime now) override {
    return behind_.note_view(viewer, hit, now);
  }
  Result<std::vector<SealedHit>> withdrawn_unseen(const Id& viewer) override {
    return behind_.withdrawn_unseen(viewer);
  }
  Result<> mark_withdrawal_told(const Id& viewer, const Id& hit, UtcTime now) override {
    return behind_.mark_withdrawal_told(viewer, hit, now);
  }
  Result<> drop_day(Day day) override { return behind_.drop_day(day); }
  Result<std::optional<SealedHit>> hit(const Id& id) override { return behind_.hit(id); }
  Result<std::optional<SealedHit>> hit_of(const Id& read, const Id& entry) override {
    return behind_.hit_of(read, entry);
  }
  Result<std::vector<SealedHit>> hits(const HitPage& page) override { return behind_.hits(page); }
  Result<std::vector<SealedHit>> hits_of_incident(const Id& incident) override {
    return behind_.hits_of_incident(incident);
  }
  Result<std::optional<SealedIncident>> incident(const Id& id) override {
    return behind_.incident(id);
  }
  Result<std::vector<SealedIncident>> incidents(const HitPage& page) override {
    return behind_.incidents(page);
  }
  Result<std::vector<SealedIncident>> open_incidents(UtcTime since) override {
    return behind_.open_incidents(since);
  }

 private:
  HitStore& behind_;
};

}  // namespace bas::testkit
