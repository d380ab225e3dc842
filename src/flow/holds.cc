#include "flow/holds.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr const char* kNoHold = "there is no such hold";
constexpr std::size_t kReportBytesMax = 100;

// As the digest of an erased day: each id hashed behind those before it.
std::string digest_of(const std::vector<HeldRead>& reads) {
  std::string digest(32, '\0');
  for (const HeldRead& one : reads) digest = sha256({digest, one.read.view()});
  return to_hex(digest);
}

Use use_of_hold(const char* what, const Hold& hold) {
  Use use;
  use.facts.what = what;
  use.facts.results = hold.reads.size();
  use.facts.results_sha256 = digest_of(hold.reads);
  use.details.purpose = hold.purpose;
  use.details.case_number = hold.case_number;
  use.details.justification = hold.reason;
  use.details.predicate =
      nlohmann::json{{"hold", to_string(hold.id)}, {"report", hold.report_number}}.dump();
  return use;
}

Result<> check_review(UtcTime review_at, UtcTime now) {
  if (review_at > now && review_at <= now + Holds::kReviewMax) return {};
  return fail(ErrorCode::kBadInput, "name a day of review to come, within a year");
}

}  // namespace

Result<Hold> Holds::make(NewHold wanted, const Person& who) {
  TRY(check(wanted));
  const policy::Hold facts{wanted.report_number, {}, wanted.review_at};
  std::vector<Read> reads;
  for (const Id& id : wanted.reads) {
    reads.push_back(TRY(parts_.openings.held({id, wanted.purpose, facts}, who)));
  }
  const auto purpose = parts_.purposes.find(wanted.purpose, who.user.id);
  if (!purpose) return fail(ErrorCode::kRefused, "state a purpose first");
  Hold hold;
  hold.made_at = parts_.clock.now();
  hold.id = make_id(hold.made_at, parts_.random);
  hold.zone = who.user.zone;
  hold.purpose = purpose->why.code;
  hold.case_number = purpose->why.case_number;
  hold.reason = purpose->why.reason;
  hold.report_number = std::move(wanted.report_number);
  hold.made_by = who.user.id;
  hold.review_at = wanted.review_at;
  for (const Read& read : reads) hold.reads.push_back({read.id, read.pictures.size()});
  TRY(tend(policy::Verb::kAlter, use_of_hold("hold made", hold), who));
  TRY(parts_.papers.add(PaperKind::kHold, hold.id, paper_text(hold)));
  TRY(copy(hold, reads));
  Found made = TRY(found(hold.id, who.user));
  made.hold.is_whole = true;
  TRY(keep(made));
  return std::move(made.hold);
}

Result<> Holds::check(const NewHold& wanted) const {
  TRY(check_review(wanted.review_at, parts_.clock.now()));
  if (wanted.report_number.empty() || wanted.report_number.size() > kReportBytesMax) {
    return fail(ErrorCode::kBadInput, "name the report of the case, in 100 bytes at most");
  }
  const std::set<Id> distinct(wanted.reads.begin(), wanted.reads.end());
  if (distinct.empty() || distinct.size() != wanted.reads.size() || distinct.size() > kReadsMax) {
    return fail(ErrorCode::kBadInput, fmt::format("name 1 to {} reads, each once", kReadsMax));
  }
  return {};
}

Result<> Holds::copy(const Hold& hold, const std::vector<Read>& reads) {
  TRY(parts_.copies.begin(hold.id));
  for (const Read& read : reads) {
    for (std::size_t number = 0; number < read.pictures.size(); ++number) {
      const std::string bytes = TRY(parts_.reads.picture(read, number));
      TRY(parts_.copies.put_picture({hold.id, read.id, number}, bytes));
    }
    TRY(parts_.copies.put(hold.id, read));
  }
  return {};
}

Result<std::vector<Hold>> Holds::all(const Person& who) {
  std::vector<Hold> all;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kHold))) {
    Hold one = TRY(parse_hold(paper));
    if (one.zone == who.user.zone && !one.released_at) all.push_back(std::move(one));
  }
  std::ranges::reverse(all);
  Use use;
  use.facts.what = "holds";
  use.facts.results = all.size();
  TRY(tend(policy::Verb::kConsult, std::move(use), who));
  return all;
}

Result<Holds::Opened> Holds::open(const Id& id, const Id& purpose, const Person& who) {
  Opened opened{TRY(found(id, who.user)).hold, {}};
  policy::Request request;
  request.predicate.emplace();
  for (const HeldRead& one : opened.hold.reads) {
    opened.reads.push_back(TRY(parts_.copies.read(id, one.read)));
    if (request.predicate->watched != policy::WatchedPlate::kNone) continue;
    request.predicate->watched =
        TRY(parts_.close_plates.relation(opened.reads.back().plate, who.user));
  }
  if (const auto stated = parts_.purposes.find(purpose, who.user.id)) request.purpose = stated->why;
  TRY(ask_to_open(opened.hold, std::move(request), use_of_hold("held reads", opened.hold), who));
  return opened;
}

Result<std::string> Holds::picture(const AskedPicture& asked, const Person& who) {
  const Hold hold = TRY(found(asked.name.hold, who.user)).hold;
  const bool is_held = std::ranges::any_of(hold.reads, [&](const HeldRead& one) {
    return one.read == asked.name.read && asked.name.picture < one.pictures;
  });
  if (!is_held || !asked.name.picture) {
    return fail(ErrorCode::kNotFound, "the hold has no such picture");
  }
  const Read read = TRY(parts_.copies.read(hold.id, asked.name.read));
  const std::size_t number = *asked.name.picture;
  policy::Request request;
  request.picture = policy::Picture{shows_people(read, number), asked.unblur_reason};
  request.predicate.emplace();
  request.predicate->watched = TRY(parts_.close_plates.relation(read.plate, who.user));
  if (const auto stated = parts_.purposes.find(asked.purpose, who.user.id)) {
    request.purpose = stated->why;
  }
  Use use =
      use_of_hold(asked.unblur_reason.empty() ? "held picture" : "held picture with people", hold);
  auto predicate = nlohmann::json::parse(use.details.predicate);
  predicate["read"] = to_string(read.id);
  predicate["picture"] = number;
  if (!asked.unblur_reason.empty()) predicate["unblur"] = asked.unblur_reason;
  use.details.predicate = predicate.dump();
  use.facts.results = 1;
  use.facts.results_sha256 = digest_of({{read.id, 0}});
  const auto decision = TRY(ask_to_open(hold, std::move(request), std::move(use), who));
  std::string whole = TRY(parts_.copies.picture(asked.name));
  if (!policy::has_obligation(decision, "blur_occupants")) return whole;
  return without_people(read, number, std::move(whole));
}

// A refusal tells nothing of what was found.
Result<policy::Decision> Holds::ask_to_open(const Hold& hold, policy::Request request, Use use,
                                            const Person& who) {
  request.act = policy::Act::kOpenHold;
  request.hold = policy::Hold{hold.report_number, hold.case_number, hold.review_at};
  const policy::Decision decision = parts_.gate.ask(std::move(request), who.user);
  if (!decision.permit) {
    use.facts.results = 0;
    use.facts.results_sha256.clear();
  }
  TRY(parts_.gate.write(std::move(use), decision, who));
  if (!decision.permit) return tl::make_unexpected(refusal_of(decision));
  return decision;
}

Result<Hold> Holds::review(const Review& review, const Person& who) {
  TRY(check_review(review.review_at, parts_.clock.now()));
  Found found = TRY(this->found(review.hold, who.user));
  Use use = use_of_hold("hold reviewed", found.hold);
  use.details.justification = review.reason;
  TRY(tend(policy::Verb::kAlter, std::move(use), who));
  found.hold.review_at = review.review_at;
  found.hold.reviewed_at = parts_.clock.now();
  found.hold.reviewed_by = who.user.id;
  TRY(keep(found));
  return std::move(found.hold);
}

// After a crash half way it is released again: whatever is gone by then stays gone.
Result<Hold> Holds::release(const Id& id, const std::string& reason, const Person& who) {
  Found found = TRY(this->found(id, who.user));
  Use use = use_of_hold("hold released", found.hold);
  use.details.justification = reason;
  TRY(tend(policy::Verb::kErase, std::move(use), who));
  TRY(parts_.copies.destroy(id));
  found.hold.released_at = parts_.clock.now();
  found.hold.released_by = who.user.id;
  TRY(keep(found));
  return std::move(found.hold);
}

// By one act holds are looked over, kept on and ended: the ledger tells which it was.
Result<> Holds::tend(policy::Verb verb, Use use, const Person& who) {
  policy::Request request;
  request.act = policy::Act::kTendHold;
  policy::Decision decision = parts_.gate.ask(std::move(request), who.user);
  decision.verb = verb;
  TRY(parts_.gate.write(std::move(use), decision, who));
  if (!decision.permit) return tl::make_unexpected(refusal_of(decision));
  return {};
}

Result<Holds::Found> Holds::found(const Id& id, const User& user) {
  auto paper = TRY(parts_.papers.find(PaperKind::kHold, id));
  if (!paper) return fail(ErrorCode::kNotFound, kNoHold);
  Hold hold = TRY(parse_hold(*paper));
  if (hold.zone != user.zone || hold.released_at) return fail(ErrorCode::kNotFound, kNoHold);
  return Found{*std::move(paper), std::move(hold)};
}

Result<> Holds::keep(Found& found) {
  found.paper.text = paper_text(found.hold);
  return parts_.papers.replace(PaperKind::kHold, found.paper);
}

}  // namespace bas::flow
