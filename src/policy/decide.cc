#include "policy/decide.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "policy/rule.h"

namespace bas::policy {

namespace {

// Identity, purpose, controller and grant, age and authorisation, limits, then what belongs to
// single acts, and the log last: it is written before anything is released.
using Floor = std::span<const Rule> (*)();
constexpr std::array<Floor, 8> kFloors = {people_rules, purpose_rules,  source_rules,
                                          age_rules,    limit_rules,    list_rules,
                                          hit_rules,    oversight_rules};

Verb verb_of(Act act) {
  switch (act) {
    case Act::kIngest:
    case Act::kImportEntry:
    case Act::kTendQuarantine:
    case Act::kRegisterAuthorisation: return Verb::kCollect;
    case Act::kSearch:
    case Act::kOpenRead:
    case Act::kOpenPicture:
    case Act::kUnblur:
    case Act::kOpenEntry:
    case Act::kOpenHit:
    case Act::kReadLog:
    case Act::kUseAccount:
    case Act::kSeeProvince:
    case Act::kSeeLists:
    case Act::kSeeSystem:
    case Act::kSeeQuarantine:
    case Act::kSeePeople:
    case Act::kSeeStatistics:
    case Act::kLookBack:
    case Act::kOpenHold:
    case Act::kSeeOutlets:
    case Act::kOpenAuthorisation: return Verb::kConsult;
    case Act::kExport:
    case Act::kShareHit:
    case Act::kDispatch:
    case Act::kStop:
    case Act::kAnswerSubject:
    case Act::kPublishStatistics:
    case Act::kIssueFine: return Verb::kDisclose;
    case Act::kDerive:
    case Act::kRunCriteria:
    case Act::kCheckPlates:
    case Act::kRaiseAlarm: return Verb::kCombine;
    case Act::kHold:
    case Act::kTendHold:
    case Act::kValidateHit:
    case Act::kCloseHit:
    case Act::kChangeSettings:
    case Act::kManagePeople:
    case Act::kChangeList:
    case Act::kGrantAccess:
    case Act::kTendOutlets:
    case Act::kAskAgreement:
    case Act::kAgreeToSearch:
    case Act::kConfirmAuthorisation: return Verb::kAlter;
    case Act::kMarkWrong:
    case Act::kWithdrawEntry: return Verb::kErase;
  }
  return Verb::kConsult;
}

bool concerns(const Rule& rule, Act act) {
  return rule.acts.empty() || std::ranges::find(rule.acts, act) != rule.acts.end();
}

Decision refused(Decision decision, const Rule& rule, Answer answer) {
  decision.rules = {std::string(rule.id)};
  decision.obligations = std::move(answer.obligations);
  decision.obligations.emplace_back("log");
  decision.reason = std::move(answer.refusal->reason);
  decision.text = std::move(answer.refusal->text);
  decision.clip.reset();
  return decision;
}

// What both leave. Plates and areas come from one document alone.
Clip narrowed(const Clip& a, const Clip& b) {
  Clip clip = a;
  if (clip.plates.empty()) clip.plates = b.plates;
  if (clip.areas.empty()) clip.areas = b.areas;
  if (b.from && (!clip.from || *b.from > *clip.from)) clip.from = b.from;
  if (b.until && (!clip.until || *b.until < *clip.until)) clip.until = b.until;
  return clip;
}

// The rules of these floors, one after the other, to the first that refuses.
Decision asked_of(std::span<const Floor> floors, const Asked& asked) {
  Decision decision;
  decision.verb = verb_of(asked.request.act);
  decision.regime = asked.regime.name;
  decision.regime_sha256 = asked.regime.sha256;
  for (const Floor floor : floors) {
    for (const Rule& rule : floor()) {
      if (!concerns(rule, asked.request.act)) continue;
      Answer answer = rule.ask(asked);
      if (answer.refusal) return refused(std::move(decision), rule, std::move(answer));
      decision.rules.emplace_back(rule.id);
      for (std::string& one : answer.obligations) decision.obligations.push_back(std::move(one));
      if (answer.clip) {
        decision.clip = decision.clip ? narrowed(*decision.clip, *answer.clip) : *answer.clip;
      }
    }
  }
  decision.permit = true;
  decision.reason = decision.obligations.size() > 1 ? "PERMIT_WITH_OBLIGATIONS" : "PERMIT";
  return decision;
}

}  // namespace

Decision decide(const Request& request, const Regime& regime, UtcTime now) {
  return asked_of(kFloors, {request, regime, now});
}

Decision admit(const Request& request, const Regime& regime, UtcTime now) {
  return asked_of(std::span(kFloors).first(1), {request, regime, now});
}

Decision refuse_unread(std::string_view why, const Regime& regime) {
  Decision decision;
  decision.obligations = {"log"};
  decision.reason = "E_SCHEMA";
  decision.text = why;
  decision.regime = regime.name;
  decision.regime_sha256 = regime.sha256;
  return decision;
}

std::vector<std::string_view> rules_asked() {
  std::vector<std::string_view> ids;
  for (const auto floor : kFloors) {
    for (const Rule& rule : floor()) ids.push_back(rule.id);
  }
  return ids;
}

bool has_obligation(const Decision& decision, std::string_view obligation) {
  return std::ranges::count(decision.obligations, obligation) > 0;
}

std::string to_json(const Decision& decision) {
  nlohmann::ordered_json json = {{"permit", decision.permit},
                                 {"rules", decision.rules},
                                 {"obligations", decision.obligations},
                                 {"reason", decision.reason}};
  if (!decision.text.empty()) json["text"] = decision.text;
  if (decision.clip) {
    nlohmann::ordered_json clip = nlohmann::ordered_json::object();
    if (!decision.clip->plates.empty()) clip["plates"] = decision.clip->plates;
    if (!decision.clip->areas.empty()) clip["areas"] = decision.clip->areas;
    if (decision.clip->from) clip["from"] = format_rfc3339(*decision.clip->from);
    if (decision.clip->until) clip["until"] = format_rfc3339(*decision.clip->until);
    json["clip"] = std::move(clip);
  }
  json["verb"] = kVerbNames.of(decision.verb);
  json["regime"] = decision.regime;
  json["regime_sha256"] = decision.regime_sha256;
  return json.dump();
}

}  // namespace bas::policy
