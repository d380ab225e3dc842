#include <fmt/format.h>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;

// Somebody else, who agreed beforehand.
bool has_supervisor(const Asked& asked) {
  const std::string& supervisor = asked.request.predicate->supervisor;
  return !supervisor.empty() && supervisor != asked.request.actor.name;
}

bool is_longer(const Asked& asked, const Term& term) {
  const Range& range = *asked.request.range;
  return range.until > end_of(range.from, term, asked.regime.clocks);
}

bool is_kind(const Asked& asked, PredicateKind kind) {
  return asked.request.predicate && asked.request.predicate->kind == kind;
}

// R37: nobody looks up the own, a relative's or a colleague's plate.
Answer nobody_close(const Asked& asked) {
  const auto& predicate = asked.request.predicate;
  if (!predicate || predicate->watched == WatchedPlate::kNone) return {};
  Answer answer = refuse("E_WATCHED", "this search is not open to you: a colleague has to make it");
  answer.obligations = {"notify_dpo"};
  return answer;
}

// A search says what it looks for; whole plates have one.
Answer told_predicate(const Asked& asked) {
  const auto& predicate = asked.request.predicate;
  if (!predicate) return refuse("E_PREDICATE", "say what is looked for");
  const bool needs_plate = predicate->kind != PredicateKind::kArea;
  if (needs_plate && predicate->plate.empty()) return refuse("E_PREDICATE", "name the plate");
  return {};
}

// R34: part of a plate: within an area and a time, and few results.
Answer narrow_partial(const Asked& asked) {
  if (const Answer told = told_predicate(asked); told.refusal) return told;
  if (!is_kind(asked, PredicateKind::kPartial)) return {};
  if (asked.request.predicate->areas.empty()) {
    return refuse("E_PARTIAL", "part of a plate is looked for within an area: name it");
  }
  if (is_longer(asked, asked.regime.partial_window_max)) {
    return refuse("E_PARTIAL", fmt::format("part of a plate is looked for within {} at most",
                                           text_of(asked.regime.partial_window_max)));
  }
  if (has_supervisor(asked)) return {};
  return oblige({fmt::format("results_max:{}", asked.regime.partial_results_max)});
}

// R35: everybody at a place: for crime, short and of few cameras.
Answer narrow_area(const Asked& asked) {
  if (!is_kind(asked, PredicateKind::kArea)) return {};
  if (!is_among(asked.request.purpose->code, asked.regime.area_purposes)) {
    return refuse("E_AREA", "all vehicles of a place are not shown for this purpose");
  }
  const Predicate& predicate = *asked.request.predicate;
  if (predicate.cameras == 0) return refuse("E_AREA", "name the cameras");
  const bool is_wide = is_longer(asked, asked.regime.area_window_max) ||
                       predicate.cameras > asked.regime.area_cameras_max;
  if (!is_wide || has_supervisor(asked)) return {};
  return refuse("E_SUPERVISOR",
                fmt::format("more than {} or {} cameras: a supervisor has to agree",
                            text_of(asked.regime.area_window_max), asked.regime.area_cameras_max));
}

// R36: the way of one vehicle over more than some days.
Answer short_track(const Asked& asked) {
  if (!is_kind(asked, PredicateKind::kTrack)) return {};
  if (!is_longer(asked, asked.regime.track_window_max) || has_supervisor(asked)) return {};
  return refuse("E_SUPERVISOR", fmt::format("a way of more than {}: a supervisor has to agree",
                                            text_of(asked.regime.track_window_max)));
}

// R38: to whom, until when, how often.
Answer accountable_export(const Asked& asked) {
  const auto& exported = asked.request.exported;
  if (!exported || !is_among(exported->recipient, asked.regime.export_recipients)) {
    return refuse("E_EXPORT", "an export goes to one of those the law names");
  }
  if (!exported->expires || *exported->expires <= asked.now) {
    return refuse("E_EXPORT", "say when the recipient's copy ends");
  }
  if (exported->exported_today >= asked.regime.exports_a_day_max) {
    return refuse("E_EXPORT", "that is as many exports as one person makes in a day");
  }
  return oblige({"watermark", "name_recipient:" + exported->recipient});
}

// R39: intelligence services: a log of their own, and later reads on a decision only.
Answer intelligence_apart(const Asked& asked) {
  const Request& request = asked.request;
  if (request.act == kReadLog) {
    const bool is_theirs = request.actor.role == Role::kOverseer &&
                           request.actor.unit == asked.regime.intelligence_overseer;
    if (is_theirs == (request.log.partition == LogPartition::kIntelligence)) return {};
    return refuse("E_PARTITION", "this part of the log is for its own overseer");
  }
  if (request.actor.role != Role::kIntelligence) return {};
  const bool is_old = request.range && end_of(request.range->from, asked.regime.intelligence_free,
                                              asked.regime.clocks) <= asked.now;
  if (is_old && (!request.authorisation || request.authorisation->number.empty())) {
    return refuse("E_AUTHORISATION", "data of that age need the decision of the head of service");
  }
  return oblige({"log_partition:intelligence"});
}

// All by which somebody comes to see reads, what a hold has copied among them.
constexpr auto kPlateActs = [] {
  std::array<Act, kReadingActs.size() + 1> acts{};
  *std::ranges::copy(kReadingActs, acts.begin()).out = kOpenHold;
  return acts;
}();
constexpr std::array kSearchActs = {kSearch, kLookBack};
constexpr std::array kExportAct = {kExport};
constexpr std::array kIntelligenceReadActs = {kSearch, kOpenRead, kOpenPicture, kReadLog};

}  // namespace

std::span<const Rule> limit_rules() {
  static constexpr std::array kRules = {Rule{"R37", kPlateActs, nobody_close},
                                        Rule{"R34", kSearchActs, narrow_partial},
                                        Rule{"R35", kSearchActs, narrow_area},
                                        Rule{"R36", kSearchActs, short_track},
                                        Rule{"R38", kExportAct, accountable_export},
                                        Rule{"R39", kIntelligenceReadActs, intelligence_apart}};
  return kRules;
}

}  // namespace bas::policy
