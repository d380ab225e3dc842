#include "flow/gate.h"

#include <fmt/format.h>

namespace bas::flow {

namespace {

policy::Role policy_role(Role role) {
  switch (role) {
    case Role::kOperator: return policy::Role::kOperator;
    case Role::kInvestigator: return policy::Role::kInvestigator;
    case Role::kListManager: return policy::Role::kListManager;
    case Role::kTechnician:
    case Role::kZoneAdministrator: return policy::Role::kZoneAdministrator;
    case Role::kAdministrator: return policy::Role::kSystemAdministrator;
    case Role::kOverseer: return policy::Role::kOverseer;
    case Role::kDataProtectionOfficer: return policy::Role::kDataProtectionOfficer;
    case Role::kMagistrateOffice: return policy::Role::kMagistrateOffice;
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

// Who oversees may be of no zone: of the province, which is none of those that own reads.
bool oversees_province(const User& user) {
  const bool oversees = user.role == Role::kOverseer || user.role == Role::kDataProtectionOfficer;
  return oversees && user.zone.is_zero();
}

}  // namespace

policy::Decision Gate::ask(policy::Request request, const User& user) const {
  const policy::Purpose* purpose =
      request.purpose ? parts_.regime.purpose(request.purpose->code) : nullptr;
  policy::Actor& actor = request.actor;
  actor.name = to_string(user.id);
  actor.zone = oversees_province(user) ? "province" : zone_code(user.zone);
  actor.unit = actor.zone;
  actor.role = policy_role(user.role);
  actor.actor_class = class_of(user.capacity, purpose);
  actor.role_until = user.role_until;
  actor.trained_until = user.trained_until;
  return policy::decide(request, parts_.regime, parts_.clock.now());
}

Result<std::uint64_t> Gate::write(Use use, const policy::Decision& decision, const Person& who) {
  use.facts.verb = decision.verb;
  use.facts.zone = zone_code(who.user.zone);
  use.facts.role = name_of(who.user.role);
  use.facts.is_permitted = decision.permit;
  use.facts.rules = decision.rules;
  use.facts.reason = decision.reason;
  use.facts.regime_sha256 = decision.regime_sha256;
  use.details.actor = to_string(who.user.id);
  use.details.terminal = who.terminal;
  return parts_.uses.write(std::move(use));
}

Result<policy::Decision> Gate::pass(policy::Request request, Use use, const Person& who) {
  policy::Decision decision = ask(std::move(request), who.user);
  TRY(write(std::move(use), decision, who));
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
