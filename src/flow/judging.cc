#include "flow/judging.h"

#include "flow/hit_sharing.h"

namespace bas::flow {

std::optional<policy::Act> act_of(StepKind kind) {
  switch (kind) {
    case StepKind::kClaim:
    case StepKind::kTakeOver:
    case StepKind::kRelease:
    case StepKind::kValidate:
    case StepKind::kReject:
    case StepKind::kUndo: return policy::Act::kValidateHit;
    case StepKind::kDispatch: return policy::Act::kDispatch;
    case StepKind::kStop: return policy::Act::kStop;
    case StepKind::kClose: return policy::Act::kCloseHit;
    case StepKind::kEscalate:
    case StepKind::kExpire:
    case StepKind::kWithdraw:
    case StepKind::kSupersede: break;
  }
  return std::nullopt;
}

Doer doer_of(const User& user) { return {user.id, user.display_name, user.zone}; }

Result<HitWithRead> Judging::seen(const Id& hit, const Person& who) {
  HitWithRead found = TRY(parts_.reads.hit(hit));
  const auto share = hit_request(policy::Act::kShareHit, found.hit, parts_.gate);
  if (!parts_.gate.ask(share, who.user).permit) {
    return fail(ErrorCode::kNotFound, "there is no such hit");
  }
  return found;
}

Result<HitWithRead> Judging::take(StepWish wish, const Person& who, std::stop_token stop) {
  const auto act = act_of(wish.step.kind);
  if (!act) return fail(ErrorCode::kBadInput, "this step is the server's own");
  const HitWithRead before = TRY(seen(wish.hit, who));
  policy::Request request = hit_request(*act, before.hit, parts_.gate);
  // Who made the entry may say that it was wrong, and not that it was right.
  const bool is_validating = wish.step.kind == StepKind::kValidate;
  if (is_validating && TRY(is_author(before.hit.entry, who.user.id))) {
    request.hit->entry_author = to_string(who.user.id);
  }
  const bool is_sent_out = *act == policy::Act::kDispatch || *act == policy::Act::kStop;
  if (is_validating || is_sent_out) {
    // The source is asked of nothing that would be refused whatever it says.
    request.hit->source = policy::SourceAnswer::kConfirmed;
    if (parts_.gate.ask(request, who.user).permit) {
      request.hit->source = TRY(ask_source(before.hit, wish.step, std::move(stop)));
    }
  }
  Use use;
  use.facts.what = policy::kActNames.of(*act);
  use.facts.results = 1;
  use.details.predicate = to_string(wish.hit);
  use.details.predicate += ' ';
  use.details.predicate += name_of(wish.step.kind);
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  wish.step.by = doer_of(who.user);
  return parts_.verdicts.take(std::move(wish));
}

Result<std::vector<TakenStep>> Judging::steps(const Id& hit, const Person& who) {
  TRY(seen(hit, who));
  return parts_.verdicts.steps(hit);
}

// Where a register answers for the category it is asked, and what it said stands at the hit. The
// source of any other hit is its list: the entry still stands there, and the list is in force.
Result<policy::SourceAnswer> Judging::ask_source(const Hit& hit, HitStep& step,
                                                 std::stop_token stop) {
  RegisterFinding finding = parts_.verdicts.ask_register(hit, std::move(stop));
  step.check = finding.check;
  step.note = std::move(finding.note);
  switch (finding.check) {
    case RegisterCheck::kConfirmed: return policy::SourceAnswer::kConfirmed;
    case RegisterCheck::kRefuted: return policy::SourceAnswer::kWithdrawn;
    case RegisterCheck::kUnconfirmed: return policy::SourceAnswer::kDown;
    case RegisterCheck::kNone: break;
  }
  if (!TRY(parts_.lists.entry(hit.entry))) return policy::SourceAnswer::kWithdrawn;
  for (const List& list : TRY(parts_.lists.lists())) {
    if (list.id == hit.list && !list.is_suspended) return policy::SourceAnswer::kConfirmed;
  }
  return policy::SourceAnswer::kDown;
}

// Brought it or changed it last.
Result<bool> Judging::is_author(const Id& entry, const Id& person) {
  const auto stored = TRY(parts_.lists.entry(entry));
  if (!stored) return false;  // its hits are withdrawn
  for (const int number : {stored->added_in, stored->changed_in}) {
    const auto revision = TRY(parts_.revisions.revision({stored->list, number}));
    if (revision && revision->by == person) return true;
  }
  return false;
}

}  // namespace bas::flow
