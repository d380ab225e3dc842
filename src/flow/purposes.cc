#include "flow/purposes.h"

#include <algorithm>

namespace bas::flow {

namespace {

// What is asked is whether reads of this moment would be opened for it.
policy::Request opening_request(const StatedPurpose& wanted, const std::string& zone, UtcTime now) {
  policy::Request request;
  request.act = policy::Act::kOpenRead;
  request.purpose = wanted.why;
  request.source.emplace();
  request.source->controller_zone = zone;
  request.range = policy::Range{now - std::chrono::seconds{1}, now, true};
  return request;
}

bool says_the_same(const StatedPurpose& a, const StatedPurpose& b) {
  return a.why.code == b.why.code && a.why.case_number == b.why.case_number &&
         a.why.reason == b.why.reason && a.authorisation == b.authorisation &&
         a.question == b.question;
}

}  // namespace

Result<StatedPurpose> Purposes::state(StatedPurpose wanted, const Person& who) {
  const std::string own = parts_.gate.zone_code(who.user.zone);
  const std::string zone = own.empty() ? std::string(kProvince) : own;
  Use use;
  use.facts.what = "purpose";
  use.details.purpose = wanted.why.code;
  use.details.case_number = wanted.why.case_number;
  use.details.justification = wanted.why.reason;
  TRY(parts_.gate.pass(opening_request(wanted, zone, parts_.clock.now()), std::move(use), who));
  const Id id = note(wanted, who.user.id);
  const auto noted = find(id, who.user.id);
  if (!noted) return fail(ErrorCode::kConflict, "the purpose is over already: state it again");
  return *noted;
}

Id Purposes::note(StatedPurpose stated, const Id& user) {
  const std::lock_guard lock(mutex_);
  const UtcTime now = parts_.clock.now();
  forget_the_over(now);
  std::deque<StatedPurpose>& own = by_user_[user];
  const auto same = std::ranges::find_if(
      own, [&](const StatedPurpose& one) { return says_the_same(one, stated); });
  if (same != own.end()) return same->id;
  if (own.size() >= kOfOneMost) own.pop_back();
  stated.id = make_id(now, parts_.random);
  stated.until = now + kLife;
  own.push_front(std::move(stated));
  return own.front().id;
}

void Purposes::forget_the_over(UtcTime now) {
  for (auto& [user, own] : by_user_) {
    std::erase_if(own, [&](const StatedPurpose& one) { return one.until <= now; });
  }
  std::erase_if(by_user_, [](const auto& of_one) { return of_one.second.empty(); });
}

std::optional<StatedPurpose> Purposes::find(const Id& id, const Id& user) {
  for (StatedPurpose& one : all(user)) {
    if (one.id == id) return std::move(one);
  }
  return std::nullopt;
}

std::vector<StatedPurpose> Purposes::all(const Id& user) {
  const std::lock_guard lock(mutex_);
  forget_the_over(parts_.clock.now());
  const auto own = by_user_.find(user);
  if (own == by_user_.end()) return {};
  return {own->second.begin(), own->second.end()};
}

}  // namespace bas::flow
