#include <fmt/format.h>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;

// Of 1 to 4; anything else has no place in the tables.
bool is_priority(int priority) { return priority >= 1 && priority <= 4; }
template <typename T>
const T& of_priority(const ByPriority<T>& values, int priority) {
  return values[static_cast<std::size_t>(priority - 1)];
}

// R21: an entry says whose it is, why, and until when.
Answer whole_entry(const Asked& asked) {
  const auto& entry = asked.request.entry;
  const bool is_told = entry && !entry->owner.empty() && !entry->basis.empty() &&
                       !entry->reason.empty() && !entry->source_id.empty() &&
                       !entry->category.empty() && is_priority(entry->priority);
  if (!is_told) {
    return refuse("E_ENTRY",
                  "an entry needs owner, basis, reason, source id, category and priority");
  }
  if (!entry->valid_until) return refuse("E_ENTRY", "an entry needs an end");
  const UtcTime from = entry->valid_from.value_or(asked.now);
  if (*entry->valid_until <= from || *entry->valid_until <= asked.now) {
    return refuse("E_ENTRY", "the entry has to end after it begins, and in the future");
  }
  const Term& longest = of_priority(asked.regime.entry_valid_max, entry->priority);
  if (*entry->valid_until > end_of(from, longest, asked.regime.clocks)) {
    return refuse("E_ENTRY",
                  fmt::format("an entry of this priority stands {} at most", text_of(longest)));
  }
  return {};
}

// R22: criteria have a version that two named people approved.
Answer approved_criteria(const Asked& asked) {
  const auto& criteria = asked.request.criteria;
  if (!criteria || criteria->version.empty()) {
    return refuse("E_CRITERIA", "criteria run in an approved version, never made up on the way");
  }
  const bool is_approved = !criteria->approved_by.empty() && !criteria->approved_by_dpo.empty() &&
                           criteria->approved_by != criteria->approved_by_dpo;
  if (is_approved) return {};
  return refuse("E_CRITERIA",
                "an authority and the officer for data protection have to approve them");
}

// R23: nothing looks at what people are or believe, or at what stands for it.
Answer no_prohibited_attribute(const Asked& asked) {
  const auto refuse_those = [&](const std::vector<std::string>& attributes) -> Answer {
    for (const std::string& one : attributes) {
      if (is_among(one, asked.regime.prohibited_attributes)) {
        return refuse("E_ATTRIBUTE", fmt::format("nothing may be chosen by {}", one));
      }
    }
    return {};
  };
  const Request& request = asked.request;
  if (request.predicate) {
    if (Answer answer = refuse_those(request.predicate->attributes); answer.refusal) return answer;
  }
  return request.criteria ? refuse_those(request.criteria->attributes) : Answer{};
}

// R24: what runs is what was approved.
Answer unchanged_criteria(const Asked& asked) {
  const Criteria& criteria = *asked.request.criteria;
  if (criteria.changes_itself) return refuse("E_CRITERIA", "criteria may not change themselves");
  if (!criteria.sha256.empty() && criteria.sha256 == criteria.approved_sha256) return {};
  return refuse("E_CRITERIA", "what would run is not what was approved");
}

// R27: a list alarms while its feed is fresh and somebody is there to answer.
Answer answered_list(const Asked& asked) {
  const auto& hit = asked.request.hit;
  if (!hit || !is_priority(hit->priority)) return refuse("E_HIT", "name the hit and its priority");
  const Term& age = of_priority(asked.regime.feed_age_max, hit->priority);
  if (!hit->fed_at || end_of(*hit->fed_at, age, asked.regime.clocks) <= asked.now) {
    return refuse("E_LIST", "the list is suspended: its source is out of date");
  }
  if (!hit->has_unit_on_duty) {
    return refuse("E_LIST", "the list is suspended: no unit is there to answer");
  }
  return {};
}

// R31: an alarm needs plate and country exactly.
Answer exact_alarm(const Asked& asked) {
  if (asked.request.hit->match == MatchHow::kExact || asked.regime.allows_inexact_alarms) return {};
  return refuse("E_INEXACT", "look-alikes and partial plates help inside a case and never alarm");
}

// R29: what the source takes back is over for everybody who saw it.
Answer told_withdrawal(const Asked&) { return oblige({"cancel_hits", "notify_recipients"}); }

constexpr std::array kEntryAct = {kImportEntry};
constexpr std::array kCriteriaAct = {kRunCriteria};
constexpr std::array kAttributeActs = {kSearch, kRunCriteria};
constexpr std::array kAlarmAct = {kRaiseAlarm};
constexpr std::array kWithdrawAct = {kWithdrawEntry, kMarkWrong};

}  // namespace

std::span<const Rule> list_rules() {
  static constexpr std::array kRules = {Rule{"R21", kEntryAct, whole_entry},
                                        Rule{"R22", kCriteriaAct, approved_criteria},
                                        Rule{"R23", kAttributeActs, no_prohibited_attribute},
                                        Rule{"R24", kCriteriaAct, unchanged_criteria},
                                        Rule{"R27", kAlarmAct, answered_list},
                                        Rule{"R31", kAlarmAct, exact_alarm},
                                        Rule{"R29", kWithdrawAct, told_withdrawal}};
  return kRules;
}

}  // namespace bas::policy
