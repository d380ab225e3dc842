#include <fmt/format.h>

#include <algorithm>

#include "policy/rule.h"

namespace bas::policy {

namespace {

using enum Act;

// R50: what is measured is handed over; nothing here fines anybody.
Answer never_a_fine(const Asked&) {
  return refuse("E_FINE", "no part of this system issues a fine or a report");
}

// R57: a log is read to see whether the law was kept, and for little else.
Answer log_for_its_purpose(const Asked& asked) {
  const LogReason why = asked.request.log.why;
  if (why == LogReason::kNone) {
    return refuse("E_LOG",
                  "say what the log is read for: lawfulness, integrity, own checks or "
                  "criminal proceedings");
  }
  const Role role = asked.request.actor.role;
  const bool is_of_magistrate = role == Role::kMagistrateOffice;
  if (is_of_magistrate != (why == LogReason::kCriminalProceedings)) {
    return refuse("E_LOG", "for criminal proceedings the office of the magistrate reads the log");
  }
  if (role == Role::kZoneAdministrator && why != LogReason::kSelfMonitoring) {
    return refuse("E_LOG", "an administrator reads the log of the own zone to check it");
  }
  return {};
}

// R59: a schema fixed beforehand, and no number that points at people.
Answer fixed_statistics(const Asked& asked) {
  const auto& statistics = asked.request.statistics;
  if (!statistics || statistics->fields.empty()) {
    return refuse("E_STATISTICS", "say what is to be published");
  }
  for (const std::string& field : statistics->fields) {
    if (!is_among(field, asked.regime.statistics_fields)) {
      return refuse("E_STATISTICS", fmt::format("{} is not among what is published", field));
    }
  }
  return oblige({fmt::format("suppress_cells_below:{}", asked.regime.cell_min)});
}

// R60: through the supervisor or the officer, and only what is one's own.
Answer answered_subject(const Asked& asked) {
  const auto& subject = asked.request.subject;
  if (!subject || subject->through == SubjectThrough::kNobody) {
    return refuse("E_SUBJECT", "a request comes through the supervisor or the officer");
  }
  if (!subject->has_proof_of_holdership) {
    return refuse("E_SUBJECT", "first the holder has to prove whose plate it was");
  }
  return oblige({"seal_package"});
}

// R61: nothing changes without its impact assessment.
Answer assessed_change(const Asked& asked) {
  const auto& change = asked.request.change;
  if (!change || change->what.empty()) return refuse("E_CHANGE", "say what is to change");
  if (change->impact_assessment.empty()) {
    return refuse("E_CHANGE", "name the version of the impact assessment that covers it");
  }
  return {};
}

// R19: a shorter term counts for what is there already, a longer one does not.
Answer never_longer_for_the_old(const Asked& asked) {
  const auto& change = asked.request.change;
  if (!change || !change->term_before || !change->term_after) return {};
  if (*change->term_after > *change->term_before) return oblige({"keep_earlier_end"});
  return oblige({"apply_to_what_is_there"});
}

bool is_plain(Act act) { return std::ranges::count(kPlainActs, act) > 0; }

// R52: written before it is released. What saves lives goes on, from a spool.
Answer written_first(const Asked& asked) {
  if (asked.request.log.is_available) return {};
  const Act act = asked.request.act;
  if (act == kIngest || act == kRaiseAlarm || act == kShareHit || act == kWithdrawEntry) {
    return oblige({"spool_log"});
  }
  if (is_plain(act)) return {};
  return refuse("E_LEDGER", "the ledger cannot be written: nothing is released until it can");
}

// R51: every use is one of six verbs. Who looks at the province's cameras uses no data of anybody.
Answer logged(const Asked& asked) {
  return is_plain(asked.request.act) ? Answer{} : oblige({"log"});
}

constexpr std::array kFineAct = {kIssueFine};
constexpr std::array kLogAct = {kReadLog};
constexpr std::array kStatisticsAct = {kPublishStatistics};
constexpr std::array kSubjectAct = {kAnswerSubject};
constexpr std::array kChangeActs = {kChangeSettings, kManagePeople, kGrantAccess};

}  // namespace

std::span<const Rule> oversight_rules() {
  static constexpr std::array kRules = {Rule{"R50", kFineAct, never_a_fine},
                                        Rule{"R57", kLogAct, log_for_its_purpose},
                                        Rule{"R59", kStatisticsAct, fixed_statistics},
                                        Rule{"R60", kSubjectAct, answered_subject},
                                        Rule{"R61", kChangeActs, assessed_change},
                                        Rule{"R19", kChangeActs, never_longer_for_the_old},
                                        Rule{"R52", {}, written_first},
                                        Rule{"R51", {}, logged}};
  return kRules;
}

}  // namespace bas::policy
