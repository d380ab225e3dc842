#include "flow/grants.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

constexpr std::array kAskedRoles = {
    Role::kOperator,          Role::kInvestigator,          Role::kListManager,
    Role::kTechnician,        Role::kAdministrator,         Role::kOverseer,
    Role::kZoneAdministrator, Role::kDataProtectionOfficer, Role::kMagistrateOffice,
    Role::kTraffic,           Role::kIntelligence};

policy::Request change_request(const Grant& grant) {
  policy::Request request;
  request.act = policy::Act::kGrantAccess;
  request.change.emplace();
  request.change->what = "grant";
  request.change->impact_assessment = grant.impact_assessment;
  return request;
}

// What of a grant the ledger commits to.
Use use_of(const Grant& grant, const char* what, const std::string& to_zone) {
  Use use;
  use.facts.what = what;
  use.details.justification = grant.reason;
  use.details.predicate = nlohmann::ordered_json{{"id", to_string(grant.id)},
                                                 {"to", to_zone},
                                                 {"purposes", grant.purposes},
                                                 {"from", format_rfc3339(grant.from)},
                                                 {"until", format_rfc3339(grant.until)}}
                              .dump();
  use.details.recipients = {to_zone};
  return use;
}

Result<> check_purposes(const NewGrant& wanted, const policy::Regime& regime) {
  if (wanted.purposes.empty()) return fail(ErrorCode::kBadInput, "name the purposes it is for");
  for (const std::string& purpose : wanted.purposes) {
    if (regime.purpose(purpose) != nullptr) continue;
    return fail(ErrorCode::kBadInput,
                "a purpose is none of those the law names: `bas policy regime` shows them");
  }
  return {};
}

// A whole plate looked up in the last hour, of the data of the zone that grants.
policy::Request sample_request(const std::string& from_zone, const policy::Purpose& purpose,
                               UtcTime now) {
  policy::Request request;
  request.act = policy::Act::kSearch;
  request.purpose = policy::Why{purpose.code, "0", std::string(200, 'x'), policy::Danger{"x", now}};
  request.source.emplace();
  request.source->controller_zone = from_zone;
  request.range = policy::Range{now - std::chrono::hours(1), now, false};
  request.predicate.emplace();
  request.predicate->plate = "1ABC234";
  return request;
}

// Somebody of that role whose terms all hold, in either capacity.
User sample_user(const Id& zone, Role role, UtcTime now) {
  User user;
  user.id = zone;
  user.zone = zone;
  user.role = role;
  user.role_until = now + std::chrono::hours(1);
  user.trained_until = user.role_until;
  user.capacity = Capacity::kBoth;
  return user;
}

}  // namespace

Result<GrantPreview> Grants::preview(const NewGrant& wanted, const Person& who) {
  GrantPreview preview;
  preview.grant = TRY(grant_of(wanted, who));
  const auto view = parts_.gate.directory().view();
  const Id& zone = preview.grant.from_zone;
  preview.sites = static_cast<std::size_t>(std::ranges::count(view->sites, zone, &Site::zone));
  preview.cameras =
      static_cast<std::size_t>(std::ranges::count(view->cameras, zone, &Camera::zone));
  const auto& tier1 = parts_.gate.regime().tier1;
  if (tier1) preview.without_authorisation = policy::text_of(*tier1);
  preview.changes = TRY(changes_by(preview.grant));
  return preview;
}

Result<Grant> Grants::make(const NewGrant& wanted, const Person& who) {
  Grant grant = TRY(grant_of(wanted, who));
  TRY(parts_.gate.pass(change_request(grant), use_of(grant, "grant", wanted.to_zone), who));
  TRY(parts_.papers.add(PaperKind::kGrant, grant.id, paper_text(grant)));
  return grant;
}

Result<Grant> Grants::revoke(const Id& id, const Person& who) {
  auto paper = TRY(parts_.papers.find(PaperKind::kGrant, id));
  if (!paper) return fail(ErrorCode::kNotFound, "there is no such grant");
  Grant grant = TRY(parse_grant(*paper));
  if (grant.from_zone != who.user.zone) {
    return fail(ErrorCode::kRefused, "a grant is revoked by the zone that made it");
  }
  if (grant.revoked_at) return grant;
  TRY(parts_.gate.pass(change_request(grant),
                       use_of(grant, "grant revoked", parts_.gate.zone_code(grant.to_zone)), who));
  grant.revoked_at = parts_.clock.now();
  grant.revoked_by = who.user.id;
  paper->text = paper_text(grant);
  TRY(parts_.papers.replace(PaperKind::kGrant, *paper));
  return grant;
}

Result<std::vector<Grant>> Grants::all() {
  std::vector<Grant> grants;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kGrant))) {
    grants.push_back(TRY(parse_grant(paper)));
  }
  return grants;
}

Result<std::vector<policy::Grant>> Grants::in_words_of_policy() { return words_of(TRY(all())); }

std::vector<policy::Grant> Grants::words_of(const std::vector<Grant>& grants) const {
  std::vector<policy::Grant> words;
  for (const Grant& grant : grants) {
    words.push_back({parts_.gate.zone_code(grant.from_zone), parts_.gate.zone_code(grant.to_zone),
                     grant.purposes, grant.from, grant.until, grant.revoked_at});
  }
  return words;
}

Result<Grant> Grants::grant_of(const NewGrant& wanted, const Person& who) {
  const auto view = parts_.gate.directory().view();
  const Zone* to = view->zone_with_code(wanted.to_zone);
  if (view->zone(who.user.zone) == nullptr) {
    return fail(ErrorCode::kRefused, "a grant is made by the zone whose data they are");
  }
  if (to == nullptr) return fail(ErrorCode::kBadInput, "no zone has the code in `to_zone`");
  if (to->id == who.user.zone) {
    return fail(ErrorCode::kBadInput, "a zone needs no grant for its own data");
  }
  TRY(check_purposes(wanted, parts_.gate.regime()));
  const UtcTime now = parts_.clock.now();
  const bool is_in_order = wanted.from < wanted.until && wanted.until > now;
  if (!is_in_order || wanted.until - wanted.from > std::chrono::days(kDaysMost)) {
    return fail(ErrorCode::kBadInput,
                fmt::format("`from` lies before `until`, which is to come; {} days at most: it is "
                            "made again when it is still needed",
                            kDaysMost));
  }
  if (wanted.reason.empty()) {
    return fail(ErrorCode::kBadInput, "`reason` says why, and by which agreement");
  }
  return Grant{make_id(now, parts_.random),
               who.user.zone,
               to->id,
               wanted.purposes,
               wanted.from,
               wanted.until,
               wanted.reason,
               wanted.impact_assessment,
               who.user.id,
               now};
}

bool Grants::is_open(const Look& look, const User& user) const {
  policy::Request request = sample_request(look.from_zone, *look.purpose, parts_.clock.now());
  request.grants = *look.grants;
  return parts_.gate.ask(std::move(request), user).permit;
}

// Every zone, role and purpose is asked twice: with the grants of today, and with this one as if it
// were in force already.
Result<std::vector<Opening>> Grants::changes_by(const Grant& grant) {
  const UtcTime now = parts_.clock.now();
  const auto before = TRY(in_words_of_policy());
  Grant begun = grant;
  begun.from = std::min(begun.from, now);
  auto after = before;
  after.push_back(words_of({begun}).front());
  const auto users = TRY(parts_.accounts.users());
  const std::string from_zone = parts_.gate.zone_code(grant.from_zone);
  std::vector<Opening> changes;
  const auto look_at = [&](const Zone& zone, const User& sample) {
    for (const policy::Purpose& purpose : parts_.gate.regime().purposes) {
      const bool was_open = is_open({from_zone, &purpose, &before}, sample);
      const Look look{from_zone, &purpose, &after};
      if (is_open(look, sample) == was_open) continue;
      const auto people = std::ranges::count_if(users, [&](const User& user) {
        return !user.is_disabled && user.zone == zone.id && user.role == sample.role &&
               is_open(look, user);
      });
      changes.push_back({zone.code, sample.role, purpose.code, static_cast<std::size_t>(people),
                         was_open, !was_open});
    }
  };
  for (const Zone& zone : parts_.gate.directory().view()->zones) {
    for (const Role role : kAskedRoles) look_at(zone, sample_user(zone.id, role, now));
  }
  return changes;
}

}  // namespace bas::flow
