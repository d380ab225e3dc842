#include "flow/agreements.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

constexpr const char* kNone = "there is no such agreement";

Use use_of(const char* what, const Agreement& one) {
  Use use;
  use.facts.what = what;
  use.details.purpose = one.purpose;
  use.details.case_number = one.case_number;
  use.details.justification = one.reason;
  auto predicate = nlohmann::ordered_json::parse(one.question);
  predicate["agreement"] = to_string(one.id);
  use.details.predicate = predicate.dump();
  return use;
}

}  // namespace

Result<Agreement> Agreements::ask(const SearchWish& wish, const Person& who) {
  if (wish.purpose.empty() || wish.case_number.empty() || wish.reason.empty()) {
    return fail(ErrorCode::kBadInput,
                "name purpose, case and reason: a colleague has to judge them");
  }
  Agreement one;
  one.asked_at = parts_.clock.now();
  one.until = one.asked_at + kLife;
  one.id = make_id(one.asked_at, parts_.random);
  one.zone = who.user.zone;
  one.purpose = wish.purpose;
  one.case_number = wish.case_number;
  one.reason = wish.reason;
  one.question = question_of(wish);
  one.asked_by = who.user.id;
  TRY(parts_.gate.change(policy::Act::kAskAgreement, use_of("agreement asked", one), who));
  TRY(parts_.papers.add(PaperKind::kAgreement, one.id, paper_text(one)));
  return one;
}

Result<Agreement> Agreements::agree(const Id& id, const Person& who) {
  Found found = TRY(this->found(id, who.user));
  Agreement& one = found.agreement;
  const UtcTime now = parts_.clock.now();
  if (one.asked_by == who.user.id) {
    return fail(ErrorCode::kRefused, "R36: somebody else has to agree");
  }
  if (one.agreed_at || one.until <= now) {
    return fail(ErrorCode::kConflict, "it was agreed to already, or it is over: ask anew");
  }
  TRY(parts_.gate.change(policy::Act::kAgreeToSearch, use_of("agreement given", one), who));
  one.agreed_at = now;
  one.agreed_by = who.user.id;
  found.paper.text = paper_text(one);
  TRY(parts_.papers.replace(PaperKind::kAgreement, found.paper));
  return one;
}

Result<std::vector<Agreement>> Agreements::all(const Person& who) {
  std::vector<Agreement> all;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kAgreement))) {
    Agreement one = TRY(parse_agreement(paper));
    const bool is_shown = one.zone == who.user.zone && one.until > parts_.clock.now();
    if (is_shown) all.push_back(std::move(one));
  }
  std::ranges::reverse(all);
  policy::Request request;
  request.act = policy::Act::kAskAgreement;
  Use use;
  use.facts.what = "agreements";
  use.facts.results = all.size();
  TRY(parts_.gate.pass(std::move(request), std::move(use), who));
  return all;
}

Result<Agreement> Agreements::find(const Id& id, const User& user) {
  Agreement one = TRY(found(id, user)).agreement;
  if (one.asked_by != user.id) return fail(ErrorCode::kNotFound, kNone);
  if (!one.agreed_at) return fail(ErrorCode::kRefused, "R36: nobody has agreed to it yet");
  if (one.until <= parts_.clock.now()) {
    return fail(ErrorCode::kRefused, "R36: the agreement is over: ask anew");
  }
  return one;
}

Result<Agreements::Found> Agreements::found(const Id& id, const User& user) {
  auto paper = TRY(parts_.papers.find(PaperKind::kAgreement, id));
  if (!paper) return fail(ErrorCode::kNotFound, kNone);
  Agreement one = TRY(parse_agreement(*paper));
  if (one.zone != user.zone) return fail(ErrorCode::kNotFound, kNone);
  return Found{*std::move(paper), std::move(one)};
}

}  // namespace bas::flow
