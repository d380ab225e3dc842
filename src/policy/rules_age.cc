#include <fmt/format.h>

#include <algorithm>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;
using std::chrono::milliseconds;

// The last capture of the range that only an authorisation opens; none when all of it is open.
std::optional<UtcTime> last_of_tier2(const Asked& asked) {
  const Range& range = *asked.request.range;
  const Regime& regime = asked.regime;
  if (!regime.tier1) return range.until - milliseconds{1};
  const Starts starts{range.from, range.until};
  auto last = last_over(starts, *regime.tier1, regime.clocks, asked.now);
  if (regime.tier1_days_max) {
    last = std::max(last, last_over(starts, *regime.tier1_days_max, regime.clocks, asked.now));
  }
  return last;
}

// The last capture of the range of which nothing may be left.
std::optional<UtcTime> last_expired(const Asked& asked) {
  const Starts starts{asked.request.range->from, asked.request.range->until};
  const Regime& regime = asked.regime;
  const auto& source = asked.request.source;
  const auto last = last_over(starts, regime.store_max, regime.clocks, asked.now);
  if (!source || source->legal_source != LegalSource::kCamerawet || source->is_transferred) {
    return last;
  }
  const Term& term =
      source->is_designated_place ? regime.camera_act_designated_max : regime.camera_act_max;
  return std::max(last, last_over(starts, term, regime.clocks, asked.now));
}

bool is_all_tier1(const Asked& asked) { return !last_of_tier2(asked); }

// What lies behind it; refused when nothing does.
Answer clipped_behind(UtcTime last, const Range& range, Refusal refusal) {
  const UtcTime first = last + milliseconds{1};
  if (first >= range.until) return {std::move(refusal), {}, {}};
  return {std::nullopt, {}, Clip{{}, {}, first, range.until}};
}

std::string actor_class(const Asked& asked) {
  return std::string(kActorClassNames.of(asked.request.actor.actor_class));
}

// R16 and R7: what is past its term is not there, whatever lies on the disk.
template <bool kIsOfCameraAct>
Answer not_expired(const Asked& asked) {
  const auto& range = asked.request.range;
  if (!range) return refuse("E_RANGE", "name from when until when");
  const bool is_orderly = range->from < range->until && range->from <= asked.now;
  if (!is_orderly)
    return refuse("E_RANGE", "the range has to begin before it ends, and in the past");
  const auto& source = asked.request.source;
  const bool is_of_camera_act = source && source->legal_source == LegalSource::kCamerawet;
  if (is_of_camera_act != kIsOfCameraAct) return {};
  const auto last = last_expired(asked);
  if (!last) return {};
  return clipped_behind(*last, *range, {"E_TERM", "the term of that time has ended"});
}

// R10: age counts from capture, by the calendar. What is young is open to those of the first tier.
Answer open_by_age(const Asked& asked) {
  if (!is_all_tier1(asked)) return {};
  if (is_among(actor_class(asked), asked.regime.tier1_actors)) return {};
  return refuse("E_ACTOR_CLASS", "these data are not for those in whose name you act");
}

// R13: an administrative purpose never reaches older data, with or without a document.
Answer judicial_beyond_tier1(const Asked& asked) {
  if (is_all_tier1(asked) || asked.request.range->tier1_only) return {};
  if (is_among(actor_class(asked), asked.regime.tier2_actors)) return {};
  return refuse("E_TIER2", "data of that age are not for this purpose: ask for younger ones");
}

// R14: a range over both is refused whole, and trimmed only when asked to.
Answer mixed_range(const Asked& asked) {
  const auto last = last_of_tier2(asked);
  if (!last) return {};
  const Range& range = *asked.request.range;
  if (range.tier1_only) {
    Answer answer = clipped_behind(
        *last, range, {"E_TIER2", "all of that range is older: attach an authorisation"});
    if (!answer.refusal) answer.obligations = {"tier1_only"};
    return answer;
  }
  const bool is_all_older = *last + milliseconds{1} >= range.until;
  if (asked.request.authorisation || is_all_older) return {};
  return refuse(
      "E_AUTHORISATION",
      "part of that range is older: attach an authorisation, or ask for the younger part");
}

bool needs_document(const Asked& asked) {
  return !is_all_tier1(asked) && !asked.request.range->tier1_only;
}

bool is_oral(const Authorisation& document) { return !document.spoken_to.empty(); }

// R11: older data need the document of the authority: whole, and of this case.
Answer attached_document(const Asked& asked) {
  if (!needs_document(asked)) return {};
  const auto& document = asked.request.authorisation;
  if (!document) return refuse("E_AUTHORISATION", "data of that age need an authorisation");
  if (is_oral(*document)) return {};
  const bool is_whole = !document->number.empty() && document->dated && !document->office.empty() &&
                        document->reasons_sha256.size() == 64 && document->expires &&
                        document->from && document->until;
  if (!is_whole) {
    return refuse("E_AUTHORISATION",
                  "the authorisation needs number, date, office, digest of its reasons, period and "
                  "expiry");
  }
  if (document->authority != asked.regime.tier2_issuer) {
    return refuse("E_AUTHORISATION",
                  fmt::format("it has to come from: {}", asked.regime.tier2_issuer));
  }
  if (document->penalty_years < asked.regime.tier2_penalty_years_min) {
    return refuse("E_AUTHORISATION", fmt::format("the offence has to carry {} years at least",
                                                 asked.regime.tier2_penalty_years_min));
  }
  return {};
}

// R20: an oral one where life is at risk, if the law takes it at all.
Answer oral_document(const Asked& asked) {
  if (!needs_document(asked)) return {};
  const auto& document = asked.request.authorisation;
  if (!document || !is_oral(*document)) return {};
  if (!asked.regime.takes_oral_authorisation) {
    return refuse("E_ORAL", "an oral authorisation does not count here: attach the written one");
  }
  if (!document->dated || document->authority != asked.regime.tier2_issuer) {
    return refuse("E_ORAL", "name who gave it, and when");
  }
  if (end_of(*document->dated, asked.regime.written_within, asked.regime.clocks) <= asked.now) {
    return refuse("E_ORAL", "the written authorisation is overdue: the results are locked");
  }
  return oblige({"written_within:" + text_of(asked.regime.written_within), "notify_dpo",
                 "notify_supervisor"});
}

// R15: what has expired, was revoked, used up or meant for another case is no authorisation.
Answer document_in_force(const Asked& asked) {
  const auto& document = asked.request.authorisation;
  if (!document || is_oral(*document)) return {};
  if (document->is_revoked) return refuse("E_AUTHORISATION", "the authorisation was revoked");
  if (!document->expires || *document->expires <= asked.now) {
    return refuse("E_AUTHORISATION", "the authorisation has expired");
  }
  if (!document->has_valid_signature) {
    return refuse("E_AUTHORISATION", "the signature of the authorisation is not valid");
  }
  if (document->case_number != asked.request.purpose->case_number) {
    return refuse("E_AUTHORISATION", "the authorisation is of another case");
  }
  if (document->uses_max > 0 && document->uses >= document->uses_max) {
    return refuse("E_AUTHORISATION", "the authorisation has been used as often as it allows");
  }
  return oblige({"count_use_of_authorisation"});
}

// R12: what the document does not cover is neither shown nor counted nor hinted at.
Answer clipped_to_document(const Asked& asked) {
  const auto& document = asked.request.authorisation;
  if (!needs_document(asked) || !document) return {};
  Answer answer = oblige({"clip_to_authorisation"});
  answer.clip = Clip{document->plates, document->areas, document->from, document->until};
  return answer;
}

// R17: a hold copies into the case, with a report and a day of review, and stretches nothing.
Answer copied_hold(const Asked& asked) {
  const auto& hold = asked.request.hold;
  if (!hold || hold->report_number.empty()) return refuse("E_HOLD", "name the report of the case");
  if (!hold->review_at || *hold->review_at <= asked.now) {
    return refuse("E_HOLD", "name a day to come on which the hold is reviewed");
  }
  return oblige({"copy_into_case", "keep_term_of_pool"});
}

// The same of what a hold has copied: of its case alone, and not once nobody reviewed it in time.
Answer hold_in_force(const Asked& asked) {
  const auto& hold = asked.request.hold;
  if (!hold || hold->case_number != asked.request.purpose->case_number) {
    return refuse("E_HOLD", "the hold is of another case");
  }
  if (!hold->review_at || *hold->review_at <= asked.now) {
    return refuse("E_HOLD", "its review is overdue: review the hold first");
  }
  return {};
}

// R17.
Answer hold_of_case(const Asked& asked) {
  return asked.request.act == kOpenHold ? hold_in_force(asked) : copied_hold(asked);
}

// R18: what is made of data ends with the first of them.
Answer inherited_end(const Asked& asked) {
  const auto& derived = asked.request.derived;
  if (!derived || derived->inputs_expire.empty()) {
    return refuse("E_DERIVED", "say when each of the inputs ends");
  }
  if (derived->expires <= *std::ranges::min_element(derived->inputs_expire)) return {};
  return refuse("E_DERIVED", "it may not stand longer than the first of its inputs");
}

constexpr std::array kHoldActs = {kHold, kOpenHold};
constexpr std::array kDeriveAct = {kDerive};

}  // namespace

std::span<const Rule> age_rules() {
  static constexpr std::array kRules = {Rule{"R16", kReadingActs, not_expired<false>},
                                        Rule{"R7", kReadingActs, not_expired<true>},
                                        Rule{"R10", kReadingActs, open_by_age},
                                        Rule{"R13", kReadingActs, judicial_beyond_tier1},
                                        Rule{"R14", kReadingActs, mixed_range},
                                        Rule{"R11", kReadingActs, attached_document},
                                        Rule{"R20", kReadingActs, oral_document},
                                        Rule{"R15", kReadingActs, document_in_force},
                                        Rule{"R12", kReadingActs, clipped_to_document},
                                        Rule{"R17", kHoldActs, hold_of_case},
                                        Rule{"R18", kDeriveAct, inherited_end}};
  return kRules;
}

}  // namespace bas::policy
