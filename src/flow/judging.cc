#include "flow/judging.h"

#include "flow/hit_sharing.h"

namespace bas::flow {

Result<HitWithRead> Judging::judge(Judgement wanted, const Person& who, std::stop_token stop) {
  const HitWithRead before = TRY(parts_.reads.hit(wanted.hit));
  const auto share = hit_request(policy::Act::kShareHit, before.hit, parts_.gate);
  if (!parts_.gate.ask(share, who.user).permit) {
    return fail(ErrorCode::kNotFound, "there is no such hit");
  }
  policy::Request request = hit_request(policy::Act::kValidateHit, before.hit, parts_.gate);
  // Who made the entry may say that it was wrong, and not that it was right.
  const bool counts_for_it = wanted.verdict.state == HitState::kValidated;
  if (counts_for_it && TRY(is_author(before.hit.entry, who.user.id))) {
    request.hit->entry_author = to_string(who.user.id);
  }
  Use use;
  use.facts.what = policy::kActNames.of(policy::Act::kValidateHit);
  use.facts.results = 1;
  use.details.predicate = to_string(wanted.hit);
  use.details.predicate += ' ';
  use.details.predicate += name_of(wanted.verdict.state);
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  return parts_.verdicts.judge(std::move(wanted), std::move(stop));
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
