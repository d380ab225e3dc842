#include "model/hit_sums.h"

#include <algorithm>
#include <tuple>

namespace bas {

namespace {

using Times = std::vector<std::chrono::milliseconds>;

// Nearest rank: the least time that so many hundredths of all do not exceed.
std::chrono::milliseconds ranked(const Times& sorted, std::size_t hundredths) {
  return sorted[(sorted.size() * hundredths + 99) / 100 - 1];
}

bool is_rejected(const HitFact& fact) { return fact.judged_at && !fact.is_validated; }

void count_verdict(VerdictSums& verdicts, const HitFact& fact) {
  ++verdicts.hits;
  if (fact.is_validated) ++verdicts.validated;
  if (!is_rejected(fact)) return;
  ++verdicts.rejected;
  if (fact.reason == VerdictReason::kMisread) ++verdicts.misread;
}

void count_funnel(Funnel& funnel, const HitFact& fact) {
  ++funnel.hits;
  if (fact.claimed_at) ++funnel.claimed;
  if (fact.is_validated) ++funnel.validated;
  if (fact.dispatched_at) ++funnel.dispatched;
  if (fact.stopped_at) ++funnel.stopped;
  const bool is_told = fact.outcome != HitOutcome::kNone;
  if (is_told && fact.outcome != HitOutcome::kNotRecorded) ++funnel.with_outcome;
}

void count_follow_up(HitSums& sums, const HitFact& fact) {
  if (!fact.is_validated) return;
  ++sums.followed_up.of;
  const bool is_reported = fact.outcome == HitOutcome::kReported;
  if (fact.dispatched_at || fact.stopped_at || is_reported) ++sums.followed_up.count;
  if (fact.outcome != HitOutcome::kNone) ++sums.by_outcome[fact.outcome];
}

void count_likeness(HitSums& sums, const HitFact& fact) {
  if (!fact.judged_at || fact.kind.empty()) return;
  count_verdict(sums.by_kind[fact.kind], fact);
  auto pairs = fact.pairs;  // a pair that differs twice in one plate is one verdict of it
  std::ranges::sort(pairs);
  pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
  for (const GlyphPair& pair : pairs) count_verdict(sums.by_pair[pair], fact);
}

}  // namespace

void add_step(HitFact& fact, StepKind kind, UtcTime at) {
  switch (kind) {
    case StepKind::kClaim:
    case StepKind::kTakeOver:
      if (!fact.claimed_at) fact.claimed_at = at;
      return;
    case StepKind::kValidate:
    case StepKind::kReject:
      if (!fact.claimed_at) fact.claimed_at = at;
      fact.judged_at = at;
      fact.is_validated = kind == StepKind::kValidate;
      return;
    case StepKind::kUndo:
      fact.judged_at.reset();
      fact.is_validated = false;
      return;
    case StepKind::kDispatch:
      if (!fact.dispatched_at) fact.dispatched_at = at;
      return;
    case StepKind::kStop:
      if (!fact.stopped_at) fact.stopped_at = at;
      return;
    case StepKind::kRelease:
    case StepKind::kEscalate:
    case StepKind::kClose:
    case StepKind::kExpire:
    case StepKind::kWithdraw:
    case StepKind::kSupersede: return;
  }
}

std::optional<double> Share::value() const {
  if (of < kTellingFewest) return std::nullopt;
  return static_cast<double>(count) / static_cast<double>(of);
}

Waits waits_of(std::vector<std::chrono::milliseconds> times) {
  Waits waits;
  waits.count = times.size();
  if (waits.count < kTellingFewest) return waits;
  std::ranges::sort(times);
  waits.median = ranked(times, 50);
  waits.p90 = ranked(times, 90);
  return waits;
}

bool is_worse(const VerdictSums& a, const VerdictSums& b) {
  const auto rank = [](const VerdictSums& one) {
    return std::tuple(one.false_alarms().value().value_or(-1), one.rejected, one.hits);
  };
  return rank(a) > rank(b);
}

HitSums sums_of(std::span<const HitFact> facts) {
  HitSums sums;
  Times to_verdict, to_unit;
  for (const HitFact& fact : facts) {
    count_funnel(sums.funnel, fact);
    count_follow_up(sums, fact);
    count_likeness(sums, fact);
    ++sums.by_state[fact.state];
    if (is_rejected(fact)) ++sums.by_reason[fact.reason];
    for (VerdictSums* verdicts :
         {&sums.all, &sums.by_list[fact.list], &sums.by_camera[fact.camera]}) {
      count_verdict(*verdicts, fact);
    }
    if (fact.is_quiet) continue;  // nobody is called for it: it may wait
    if (fact.judged_at) to_verdict.push_back(*fact.judged_at - fact.created_at);
    if (fact.dispatched_at) to_unit.push_back(*fact.dispatched_at - fact.created_at);
  }
  sums.to_verdict = waits_of(std::move(to_verdict));
  sums.to_unit = waits_of(std::move(to_unit));
  return sums;
}

}  // namespace bas
