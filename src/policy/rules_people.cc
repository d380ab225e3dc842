#include <fmt/format.h>

#include <algorithm>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;

// What each role may ask for at all; zone, purpose and age come after. Everybody may use the own
// account. A system administrator keeps the machine running and sees no plate.
constexpr std::array kOperatorActs = {
    kSeeProvince, kSeeLists, kOpenRead, kOpenPicture, kOpenEntry, kOpenHit,      kShareHit,
    kValidateHit, kDispatch, kStop,     kCloseHit,    kMarkWrong, kSeeStatistics};
constexpr std::array kInvestigatorActs = {kSeeProvince,
                                          kSeeLists,
                                          kSearch,
                                          kOpenRead,
                                          kOpenPicture,
                                          kUnblur,
                                          kExport,
                                          kHold,
                                          kOpenHold,
                                          kTendHold,
                                          kDerive,
                                          kRunCriteria,
                                          kOpenEntry,
                                          kOpenHit,
                                          kRegisterAuthorisation,
                                          kConfirmAuthorisation,
                                          kOpenAuthorisation,
                                          kAskAgreement,
                                          kAgreeToSearch};
constexpr std::array kTrafficActs = {kSeeProvince, kSeeLists,  kOpenRead,     kOpenPicture,
                                     kOpenHit,     kShareHit,  kValidateHit,  kStop,
                                     kCloseHit,    kMarkWrong, kSeeStatistics};
constexpr std::array kListManagerActs = {
    kSeeProvince, kSeeLists, kChangeList, kImportEntry, kOpenEntry, kWithdrawEntry, kCheckPlates,
    kLookBack,    kOpenHit,  kShareHit,   kValidateHit, kMarkWrong, kAskAgreement,  kSeeStatistics};
constexpr std::array kZoneAdministratorActs = {kSeeProvince, kGrantAccess,   kChangeSettings,
                                               kReadLog,     kSeeStatistics, kSeeOutlets,
                                               kTendOutlets};
constexpr std::array kTechnicianActs = {kSeeProvince, kChangeSettings, kSeeQuarantine,
                                        kTendQuarantine, kSeeStatistics};
constexpr std::array kSystemAdministratorActs = {
    kSeeProvince,   kSeeLists,       kSeeSystem,     kSeePeople,  kChangeSettings, kManagePeople,
    kSeeQuarantine, kTendQuarantine, kSeeStatistics, kSeeOutlets, kTendOutlets};
constexpr std::array kOfficerActs = {kSeeProvince,       kReadLog,       kAnswerSubject,
                                     kPublishStatistics, kWithdrawEntry, kOpenAuthorisation,
                                     kMarkWrong,         kSeeStatistics};
constexpr std::array kOverseerActs = {kSeeProvince, kReadLog, kPublishStatistics, kSeeStatistics};
constexpr std::array kMagistrateActs = {kSeeProvince,
                                        kReadLog,
                                        kOpenEntry,
                                        kRegisterAuthorisation,
                                        kConfirmAuthorisation,
                                        kOpenAuthorisation,
                                        kAskAgreement,
                                        kAgreeToSearch,
                                        kOpenHold,
                                        kTendHold};
constexpr std::array kIntelligenceActs = {kSeeProvince, kSearch, kOpenRead, kOpenPicture};
constexpr std::array kProgramActs = {kIngest,   kDerive,        kImportEntry,      kRaiseAlarm,
                                     kShareHit, kWithdrawEntry, kPublishStatistics};

std::span<const Act> acts_of(Role role) {
  switch (role) {
    case Role::kOperator: return kOperatorActs;
    case Role::kInvestigator: return kInvestigatorActs;
    case Role::kTraffic: return kTrafficActs;
    case Role::kListManager: return kListManagerActs;
    case Role::kZoneAdministrator: return kZoneAdministratorActs;
    case Role::kSystemAdministrator: return kSystemAdministratorActs;
    case Role::kDataProtectionOfficer: return kOfficerActs;
    case Role::kOverseer: return kOverseerActs;
    case Role::kMagistrateOffice: return kMagistrateActs;
    case Role::kIntelligence: return kIntelligenceActs;
    case Role::kTechnician: return kTechnicianActs;
    case Role::kProgram: return kProgramActs;
  }
  return {};
}

// An account needs a valid training date and a current role. Programs are not trained.
Answer current_role(const Asked& asked) {
  const Actor& actor = asked.request.actor;
  if (actor.name.empty() || actor.zone.empty()) {
    return refuse("E_ACTOR", "nobody is named who asks, or no zone: sign in again");
  }
  if (asked.request.act == kUseAccount) return {};
  if (!std::ranges::count(acts_of(actor.role), asked.request.act)) {
    return refuse("E_ROLE",
                  fmt::format("the role {} may not {}: ask the administrator of the zone",
                              kRoleNames.of(actor.role), kActNames.of(asked.request.act)));
  }
  if (actor.role == Role::kProgram) return {};
  if (!actor.role_until || *actor.role_until <= asked.now) {
    return refuse("E_ROLE", "the role has ended: ask the administrator of the zone");
  }
  if (!actor.trained_until || *actor.trained_until <= asked.now) {
    return refuse("E_TRAINING", "the training is missing or out of date: renew it first");
  }
  return {};
}

constexpr std::array kOfOneZone = {kChangeSettings, kManagePeople,  kSeePeople,     kChangeList,
                                   kImportEntry,    kWithdrawEntry, kSeeQuarantine, kTendQuarantine,
                                   kSeeOutlets,     kTendOutlets};

// A role counts in its zone. What belongs to the whole province, its own people change.
Answer own_zone(const Asked& asked) {
  const Actor& actor = asked.request.actor;
  const std::string& zone = asked.request.of_zone;
  const bool is_everywhere = !std::ranges::count(kOfOneZone, asked.request.act) ||
                             actor.zone == kProvince || actor.role == Role::kSystemAdministrator ||
                             actor.role == Role::kProgram;
  if (zone.empty() || is_everywhere || zone == actor.zone) return {};
  return refuse("E_ZONE", zone == kProvince
                              ? std::string("it belongs to the whole province: ask its people")
                              : fmt::format("it belongs to zone {}: ask its people", zone));
}

// R58.
Answer role_in_zone(const Asked& asked) {
  Answer role = current_role(asked);
  return role.refusal ? role : own_zone(asked);
}

// R1: purpose code, case or report number and a reason that says something.
Answer named_purpose(const Asked& asked) {
  const auto& why = asked.request.purpose;
  if (!why || why->code.empty()) return refuse("E_PURPOSE", "name a purpose");
  if (asked.regime.purpose(why->code) == nullptr) {
    return refuse("E_PURPOSE", "the purpose is none of those the law names");
  }
  if (why->case_number.empty()) return refuse("E_PURPOSE", "name the number of the case or report");
  const auto letters = std::ranges::count_if(why->reason, [](char c) { return c != ' '; });
  if (letters < asked.regime.reason_characters_min) {
    return refuse("E_PURPOSE", fmt::format("give a reason of at least {} characters",
                                           asked.regime.reason_characters_min));
  }
  return {};
}

// R2: the purpose fixes in whose name somebody acts.
Answer fitting_actor(const Asked& asked) {
  const Purpose& purpose = *asked.regime.purpose(asked.request.purpose->code);
  if (purpose.actor == asked.request.actor.actor_class) return {};
  return refuse("E_ACTOR_CLASS",
                fmt::format("this purpose is for {}", kActorClassNames.of(purpose.actor)));
}

// R3: a worrying disappearance with imminent danger, seen by a named officer, not long ago.
Answer seen_danger(const Asked& asked) {
  const Why& why = *asked.request.purpose;
  if (!asked.regime.purpose(why.code)->needs_danger) return {};
  if (!why.danger || why.danger->set_by.empty()) {
    return refuse("E_DANGER", "an officer has to state the imminent danger by name");
  }
  const UtcTime end = end_of(why.danger->set_at, asked.regime.danger_valid, asked.regime.clocks);
  if (why.danger->set_at > asked.now || end <= asked.now) {
    return refuse("E_DANGER", "the statement of danger has expired: an officer has to renew it");
  }
  return {};
}

constexpr std::array kWithPurpose = {kSearch,   kOpenRead, kOpenPicture, kUnblur,
                                     kExport,   kHold,     kDerive,      kOpenEntry,
                                     kLookBack, kOpenHit,  kRunCriteria, kOpenHold};
// An entry of a list of missing persons is that statement itself.
constexpr std::array kWithDanger = {kSearch, kOpenRead, kOpenPicture, kUnblur,      kExport,  kHold,
                                    kDerive, kLookBack, kOpenHit,     kRunCriteria, kOpenHold};
constexpr std::array kPeopleRules = {Rule{"R58", {}, role_in_zone}};
constexpr std::array kPurposeRules = {Rule{"R1", kWithPurpose, named_purpose},
                                      Rule{"R2", kWithPurpose, fitting_actor},
                                      Rule{"R3", kWithDanger, seen_danger}};

}  // namespace

std::span<const Rule> people_rules() { return kPeopleRules; }
std::span<const Rule> purpose_rules() { return kPurposeRules; }

}  // namespace bas::policy
