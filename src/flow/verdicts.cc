#include "flow/verdicts.h"

#include "base/log.h"

namespace bas::flow {

Result<HitWithRead> Verdicts::judge(Judgement wanted, std::stop_token stop) {
  const HitWithRead before = TRY(parts_.reads.hit(wanted.hit));
  if (wanted.verdict.state == HitState::kValidated) {
    RegisterFinding finding =
        parts_.registers.check(before.hit.entry_plate, before.hit.category, std::move(stop));
    wanted.verdict.check = finding.check;
    wanted.verdict.check_note = std::move(finding.note);
  }
  wanted.verdict.at = parts_.clock.now();
  TRY(parts_.hits.judge(wanted));
  parts_.guard.note(before.hit.entry, wanted.verdict);
  const HitWithRead after = TRY(parts_.reads.hit(wanted.hit));
  if (wanted.verdict.state == HitState::kValidated) parts_.tally.confirmed(after);
  tell(after);
  return after;
}

Result<std::size_t> Verdicts::withdraw(std::span<const Id> entries) {
  const auto withdrawn = TRY(parts_.hits.withdraw_hits_of(entries, parts_.clock.now()));
  for (const SealedHit& hit : withdrawn) tell(hit.id);
  return withdrawn.size();
}

Result<bool> Verdicts::expire(const SealedHit& candidate) {
  Judgement over{candidate.id, candidate.version, {}};
  over.verdict.state = HitState::kExpired;
  over.verdict.at = parts_.clock.now();
  const auto closed = parts_.hits.judge(over);
  if (!closed && closed.error().code == ErrorCode::kConflict) return false;
  if (!closed) return tl::make_unexpected(closed.error());
  tell(candidate.id);
  return true;
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
