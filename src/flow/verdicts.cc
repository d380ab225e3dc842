#include "flow/verdicts.h"

#include "base/log.h"

namespace bas::flow {

Result<HitWithRead> Verdicts::take(StepWish wish) {
  wish.step.at = parts_.clock.now();
  const auto changed = TRY(parts_.hits.take(wish));
  HitWithRead first = TRY(parts_.reads.hit(wish.hit));
  if (changed.empty()) return first;
  TRY(note(first.hit, wish.step));
  for (const SealedHit& hit : changed) {
    if (hit.id != wish.hit) tell(hit.id);
  }
  tell(first);
  return first;
}

RegisterFinding Verdicts::ask_register(const Hit& hit, std::stop_token stop) {
  return parts_.registers.check(hit.entry_plate, hit.category, std::move(stop));
}

// What a verdict teaches beyond its hit.
Result<> Verdicts::note(const Hit& hit, const HitStep& step) {
  switch (step.kind) {
    case StepKind::kValidate: {
      const std::lock_guard lock(mutex_);
      settling_.push_back({hit.id, step.at});
      [[fallthrough]];
    }
    case StepKind::kReject: parts_.guard.note(hit.entry, hit.life); return {};
    case StepKind::kClose:
      if (step.outcome != HitOutcome::kCleared) return {};
      return parts_.guard.load(parts_.hits);
    case StepKind::kUndo: return parts_.guard.load(parts_.hits);
    default: return {};
  }
}

void Verdicts::learn_from_settled() {
  const UtcTime before = parts_.clock.now() - kUndoWindow;
  std::unique_lock lock(mutex_);
  while (!settling_.empty() && settling_.front().at < before) {
    const Settling settled = settling_.front();
    settling_.pop_front();
    lock.unlock();
    const auto hit = parts_.reads.hit(settled.hit);
    const bool stands = hit && hit->hit.life.state == HitState::kValidated &&
                        hit->hit.life.verdict.at == settled.at;
    if (stands) parts_.tally.confirmed(*hit);
    lock.lock();
  }
}

Result<std::size_t> Verdicts::withdraw(std::span<const Id> entries) {
  const auto withdrawn = TRY(parts_.hits.withdraw_hits_of(entries, parts_.clock.now()));
  for (const SealedHit& hit : withdrawn) tell(hit.id);
  return withdrawn.size();
}

Result<bool> Verdicts::take_by_server(const SealedHit& hit, HitStep step) {
  const auto taken = take({hit.id, hit.life.version, std::move(step)});
  if (taken) return true;
  const ErrorCode code = taken.error().code;
  if (code == ErrorCode::kConflict) return false;
  if (code == ErrorCode::kDestroyed) return true;  // taken; nobody can be shown it any more
  return tl::make_unexpected(taken.error());
}

void Verdicts::tell(const Id& hit) {
  const auto opened = parts_.reads.hit(hit);
  if (opened) return tell(*opened);
  if (opened.error().code == ErrorCode::kDestroyed) return;
  log(LogLevel::kWarning, "flow", "a changed hit could not be shown",
      {{"hit", to_string(hit)}, {"reason", opened.error().text}});
}

void Verdicts::tell(const HitWithRead& changed) {
  const auto incident = parts_.reads.incident(changed.hit.incident);
  if (!incident) {
    log(LogLevel::kWarning, "flow", "the incident of a changed hit could not be opened",
        {{"hit", to_string(changed.hit.id)}, {"reason", incident.error().text}});
    return;
  }
  parts_.desks.hit_changed({changed.hit, *incident, changed.read});
}

Result<> Verdicts::note_view(const Id& viewer, const Id& hit) {
  return parts_.hits.note_view(viewer, hit, parts_.clock.now());
}

Result<std::vector<HitWithRead>> Verdicts::withdrawn_unseen(const Id& viewer) {
  std::vector<HitWithRead> opened;
  for (const SealedHit& hit : TRY(parts_.hits.withdrawn_unseen(viewer))) {
    auto one = parts_.reads.hit(hit.id);
    if (!one && one.error().code == ErrorCode::kDestroyed) continue;
    opened.push_back(TRY(std::move(one)));
  }
  return opened;
}

Result<> Verdicts::mark_told(const Id& viewer, const Id& hit) {
  return parts_.hits.mark_withdrawal_told(viewer, hit, parts_.clock.now());
}

}  // namespace bas::flow
