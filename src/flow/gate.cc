#include "flow/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/log.h"

namespace bas::flow {

namespace {

using policy::Act;

// Asked whole by who opens their data: the door asks only whether the role may.
constexpr std::array kAskedInside = {Act::kSearch,
                                     Act::kLookBack,
                                     Act::kOpenRead,
                                     Act::kOpenPicture,
                                     Act::kOpenEntry,
                                     Act::kOpenHit,
                                     Act::kShareHit,
                                     Act::kValidateHit,
                                     Act::kDispatch,
                                     Act::kStop,
                                     Act::kCloseHit,
                                     Act::kImportEntry,
                                     Act::kReadLog,
                                     Act::kRegisterAuthorisation,
                                     Act::kGrantAccess,
                                     Act::kUnblur,
                                     Act::kConfirmAuthorisation,
                                     Act::kOpenAuthorisation,
                                     Act::kAnswerSubject,
                                     Act::kManagePeople,
                                     Act::kAskAgreement,
                                     Act::kAgreeToSearch,
                                     Act::kOpenHold,
                                     Act::kTendHold,
                                     Act::kHold};
policy::Role policy_role(Role role) {
  switch (role) {
    case Role::kOperator: return policy::Role::kOperator;
    case Role::kInvestigator: return policy::Role::kInvestigator;
    case Role::kListManager: return policy::Role::kListManager;
    case Role::kTechnician: return policy::Role::kTechnician;
    case Role::kZoneAdministrator: return policy::Role::kZoneAdministrator;
    case Role::kAdministrator: return policy::Role::kSystemAdministrator;
    case Role::kOverseer: return policy::Role::kOverseer;
    case Role::kDataProtectionOfficer: return policy::Role::kDataProtectionOfficer;
    case Role::kMagistrateOffice: return policy::Role::kMagistrateOffice;
    case Role::kTraffic: return policy::Role::kTraffic;
    case Role::kIntelligence: return policy::Role::kIntelligence;
    case Role::kIntelligenceOverseer: return policy::Role::kOverseer;
  }
  return policy::Role::kOperator;
}

policy::ActorClass class_of(Capacity capacity, const policy::Purpose* purpose) {
  switch (capacity) {
    case Capacity::kAdministrative: return policy::ActorClass::kAdminPolice;
    case Capacity::kJudicial: return policy::ActorClass::kJudPolice;
    case Capacity::kBoth: break;
  }
  return purpose == nullptr ? policy::ActorClass::kAdminPolice : purpose->actor;
}

policy::Actor server_itself() {
  policy::Actor actor;
  actor.name = "server";
  actor.unit = actor.zone = kProvince;
  actor.role = policy::Role::kProgram;
  return actor;
}

void put_decision(UseFacts& facts, const policy::Decision& decision) {
  facts.verb = decision.verb;
  facts.is_permitted = decision.permit;
  facts.rules = decision.rules;
  facts.reason = decision.reason;
  facts.regime_sha256 = decision.regime_sha256;
}

}  // namespace

policy::Actor Gate::actor_of(const User& user, const policy::Request& request) const {
  const policy::Purpose* purpose =
      request.purpose ? parts_.regime.purpose(request.purpose->code) : nullptr;
  policy::Actor actor;
  actor.name = to_string(user.id);
  actor.zone = user.zone.is_zero() ? std::string(kProvince) : zone_code(user.zone);
  actor.unit =
      user.role == Role::kIntelligenceOverseer ? parts_.regime.intelligence_overseer : actor.zone;
  actor.role = policy_role(user.role);
  actor.actor_class = class_of(user.capacity, purpose);
  actor.role_until = user.role_until;
  actor.trained_until = user.trained_until;
  // Nobody in particular, for an hour, with an alarm: its session is its term.
  if (user.is_break_glass) {
    actor.role_until = actor.trained_until = parts_.clock.now() + std::chrono::hours{1};
  }
  return actor;
}

policy::Decision Gate::ask(policy::Request request, const User& user) const {
  request.actor = actor_of(user, request);
  return policy::decide(request, parts_.regime, parts_.clock.now());
}

Use Gate::stamped(Use use, const policy::Decision& decision, const Person& who) const {
  put_decision(use.facts, decision);
  use.facts.zone = zone_code(who.user.zone);
  use.facts.role = name_of(who.user.role);
  use.details.actor = to_string(who.user.id);
  use.details.terminal = who.terminal;
  return use;
}

Result<std::uint64_t> Gate::write(Use use, const policy::Decision& decision, const Person& who) {
  return put(stamped(std::move(use), decision, who));
}

// Once the ledger takes entries again, what waits in the spool follows.
Result<std::uint64_t> Gate::put(Use use) {
  const std::uint64_t number = TRY(parts_.uses.write(std::move(use)));
  if (parts_.spool.waiting() == 0) return number;
  if (const auto drained = parts_.spool.drain(); !drained) {
    log(LogLevel::kWarning, "flow", "the spool of the ledger waits still",
        {{"reason", drained.error().text}});
  }
  return number;
}

Result<policy::Decision> Gate::pass(policy::Request request, Use use, const Person& who) {
  policy::Decision decision = ask(std::move(request), who.user);
  TRY(write(std::move(use), decision, who));
  if (!decision.permit) return tl::make_unexpected(refusal_of(decision));
  return decision;
}

Result<> Gate::enter(policy::Act act, const std::string& target, const Person& who) {
  policy::Request request;
  request.act = act;
  request.change = policy::Change{target, parts_.impact_assessment, {}, {}};
  request.actor = actor_of(who.user, request);
  const bool is_whole = std::ranges::count(kAskedInside, act) == 0;
  const UtcTime now = parts_.clock.now();
  const policy::Decision decision = is_whole ? policy::decide(request, parts_.regime, now)
                                             : policy::admit(request, parts_.regime, now);
  Use use;
  use.facts.what = policy::kActNames.of(act);
  use.details.predicate = nlohmann::json{{"request", target}}.dump();
  if (!decision.permit) {
    note_refusal(std::move(use), decision, who);
    return tl::make_unexpected(refusal_of(decision));
  }
  if (policy::has_obligation(decision, "log")) TRY(write(std::move(use), decision, who));
  return {};
}

policy::Request Gate::zonal(policy::Act act, const Id& zone, const User& user) const {
  policy::Request request;
  request.act = act;
  request.of_zone = zone_code(zone);
  if (request.of_zone.empty()) request.of_zone = kProvince;
  request.actor = actor_of(user, request);
  return request;
}

bool Gate::is_in_zone(policy::Act act, const Id& zone, const User& user) const {
  return policy::admit(zonal(act, zone, user), parts_.regime, parts_.clock.now()).permit;
}

Result<> Gate::in_zone(policy::Act act, const Id& zone, const Person& who) {
  const policy::Request request = zonal(act, zone, who.user);
  const policy::Decision decision = policy::admit(request, parts_.regime, parts_.clock.now());
  if (decision.permit) return {};
  Use use;
  use.facts.what = policy::kActNames.of(act);
  use.details.predicate = nlohmann::json{{"zone", request.of_zone}}.dump();
  note_refusal(std::move(use), decision, who);
  return tl::make_unexpected(refusal_of(decision));
}

bool Gate::admits(policy::Act act, const User& user) const {
  policy::Request request;
  request.act = act;
  request.actor = actor_of(user, request);
  return policy::admit(request, parts_.regime, parts_.clock.now()).permit;
}

Result<> Gate::change(policy::Act act, Use use, const Person& who) {
  policy::Request request;
  request.act = act;
  request.change = policy::Change{use.facts.what, parts_.impact_assessment, {}, {}};
  policy::Decision decision = ask(std::move(request), who.user);
  decision.verb = policy::Verb::kAlter;
  TRY(write(std::move(use), decision, who));
  if (!decision.permit) return tl::make_unexpected(refusal_of(decision));
  return {};
}

// Denied attempts are logged too (rule R51); one that cannot be stays denied.
void Gate::note_refusal(Use use, const policy::Decision& decision, const Person& who) {
  Use entry = stamped(std::move(use), decision, who);
  if (put(entry)) return;
  if (const auto kept = parts_.spool.keep(entry); !kept) {
    log(LogLevel::kError, "flow", "a refused attempt stands nowhere",
        {{"reason", kept.error().text}});
  }
}

Result<policy::Decision> Gate::deliver(policy::Request request, Use use, const Person& who) {
  request.actor = actor_of(who.user, request);
  return write_or_spool(request, stamped(std::move(use), {}, who));
}

Result<policy::Decision> Gate::deliver_by_server(policy::Request request, Use use) {
  request.actor = server_itself();
  use.facts.role = policy::kRoleNames.of(policy::Role::kProgram);
  use.details.actor = request.actor.name;
  return write_or_spool(request, std::move(use));
}

Result<policy::Decision> Gate::write_or_spool(const policy::Request& request, Use use) {
  const UtcTime now = parts_.clock.now();
  policy::Decision decision = policy::decide(request, parts_.regime, now);
  put_decision(use.facts, decision);
  if (!put(use)) {
    policy::Request without = request;
    without.log.is_available = false;
    decision = policy::decide(without, parts_.regime, now);
    put_decision(use.facts, decision);
    if (decision.permit) TRY(parts_.spool.keep(use));
  }
  if (!decision.permit) return tl::make_unexpected(refusal_of(decision));
  return decision;
}

std::string Gate::zone_code(const Id& zone) const {
  const auto view = parts_.directory.view();
  const Zone* found = view->zone(zone);
  return found == nullptr ? std::string() : found->code;
}

Error refusal_of(const policy::Decision& decision) {
  if (decision.rules.empty()) return {ErrorCode::kRefused, decision.text};
  return {ErrorCode::kRefused,
          fmt::format("{}: {}", fmt::join(decision.rules, ", "), decision.text)};
}

}  // namespace bas::flow
