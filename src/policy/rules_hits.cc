#include <algorithm>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;

constexpr std::string_view kDisqualified = "disqualified";

bool is_up_to(int priority, int limit) { return priority >= 1 && priority <= limit; }

// Everything below looks at a hit.
Answer told_hit(const Asked& asked) {
  const auto& hit = asked.request.hit;
  if (hit && hit->priority >= 1 && hit->priority <= 4 && !hit->category.empty()) return {};
  return refuse("E_HIT", "name the hit, its category and priority");
}

// R33: who observes silently is not given away to others. What is in a daily batch is for the unit
// of the holder's home: nobody else needs to have it.
Answer silent_to_others(const Asked& asked) {
  if (Answer told = told_hit(asked); told.refusal) return told;
  const HitAsked& hit = *asked.request.hit;
  const bool is_batched = !hit.home_unit.empty();
  if (!hit.is_silent && !is_batched) return {};
  const std::string& only = is_batched ? hit.home_unit : hit.owner_unit;
  const auto is_it = [&](const std::string& unit) { return !only.empty() && only == unit; };
  const Actor& actor = asked.request.actor;
  const bool is_for_it = actor.role == Role::kProgram
                             ? !hit.told.empty() && std::ranges::all_of(hit.told, is_it)
                             : is_it(actor.unit);
  return is_for_it ? Answer{} : refuse("E_HIT", "there is no such hit");
}

// R30: a licence belongs to a person: the plate says nothing of who drives.
Answer holder_is_no_driver(const Asked& asked) {
  const HitAsked& hit = *asked.request.hit;
  if (hit.category != kDisqualified) return {};
  const Act act = asked.request.act;
  if (act == kRaiseAlarm || act == kDispatch || act == kStop) {
    return refuse("E_HOLDER", "it is about the registered holder, who may not be driving");
  }
  if (hit.source == SourceAnswer::kNotConfigured) {
    return refuse("E_HOLDER", "the national register of licences is not connected");
  }
  return oblige({"info_registered_holder"});
}

// R32: a candidate that nobody looked at in time is over.
Answer still_a_candidate(const Asked& asked) {
  const HitAsked& hit = *asked.request.hit;
  if (hit.stage == HitStage::kExpired) return refuse("E_HIT_EXPIRED", "the hit has expired");
  const Term& term = hit.home_unit.empty()
                         ? asked.regime.candidate_valid[static_cast<std::size_t>(hit.priority - 1)]
                         : asked.regime.batch_valid;
  const UtcTime end = end_of(hit.created_at, term, asked.regime.clocks);
  if (hit.stage == HitStage::kCandidate && end <= asked.now) {
    return refuse("E_HIT_EXPIRED", "the hit has expired: nobody claimed it in time");
  }
  return {};
}

// R26: who made the entry does not judge its hit.
Answer another_pair_of_eyes(const Asked& asked) {
  const HitAsked& hit = *asked.request.hit;
  const bool needs_two = is_up_to(hit.priority, asked.regime.two_people_up_to_priority);
  if (!needs_two || hit.entry_author != asked.request.actor.name) return {};
  return refuse("E_SAME_PERSON", "another person has to compare the hit of your own entry");
}

// R25: a person has compared plate, country, make and colour with the picture.
Answer compared_by_a_person(const Asked& asked) {
  const HitStage stage = asked.request.hit->stage;
  if (asked.request.act == kShareHit || asked.request.act == kOpenHit) {
    return stage == HitStage::kValidated ? Answer{} : oblige({"mark_unverified"});
  }
  if (stage == HitStage::kValidated) return {};
  return refuse("E_UNVERIFIED", "first a person has to compare the hit with its picture");
}

// R28: the source is asked again before anybody is stopped.
Answer asked_again(const Asked& asked) {
  const HitAsked& hit = *asked.request.hit;
  if (!is_up_to(hit.priority, asked.regime.recheck_up_to_priority)) return {};
  switch (hit.source) {
    case SourceAnswer::kConfirmed: return {};
    case SourceAnswer::kWithdrawn:
      return refuse("E_WITHDRAWN", "the source has taken the entry back");
    case SourceAnswer::kNotAsked:
    case SourceAnswer::kDown:
    case SourceAnswer::kNotConfigured: break;
  }
  return refuse("E_UNCONFIRMED", "the source has not confirmed it: no stop on this ground alone");
}

constexpr std::array kHitActs = {kOpenHit, kShareHit, kValidateHit, kDispatch,
                                 kStop,    kCloseHit, kRaiseAlarm};
constexpr std::array kValidateAct = {kValidateHit};
constexpr std::array kShowActs = {kOpenHit, kShareHit, kDispatch, kStop, kCloseHit};
constexpr std::array kStopActs = {kDispatch, kStop};

}  // namespace

std::span<const Rule> hit_rules() {
  static constexpr std::array kRules = {
      Rule{"R33", kHitActs, silent_to_others},      Rule{"R30", kHitActs, holder_is_no_driver},
      Rule{"R32", kValidateAct, still_a_candidate}, Rule{"R26", kValidateAct, another_pair_of_eyes},
      Rule{"R25", kShowActs, compared_by_a_person}, Rule{"R28", kStopActs, asked_again}};
  return kRules;
}

}  // namespace bas::policy
