// Samples drawn from the ledger each month, given to somebody who is not the actor, and judged.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "base/periodic.h"
#include "flow/audit_sample.h"
#include "flow/gate.h"
#include "ports/account_store.h"

namespace bas::flow {

// One consultation of a sample, with what the ledger says of it.
struct AuditCase {
  std::string month;
  AuditItem item;
  bool is_mine = false;
  bool is_overdue = false;
  LoggedUse use;
};

struct AuditOverview {
  std::vector<AuditMonth> months;  // the latest first
  std::vector<AuditCase> cases;    // for this person to judge
};

struct AuditJudgement {
  std::uint64_t number = 0;  // of the entry
  AuditVerdict verdict = AuditVerdict::kFine;
  std::string word;
};

// Threads: any; one of its own draws. Months are kept sealed, one paper a month.
class Audits {
 public:
  static constexpr std::chrono::days kOverdueAfter{30};  // R56
  static constexpr std::size_t kCasesMost = 200;         // shown at once
  static constexpr std::size_t kWordBytesMax = 500;
  static constexpr int kMonthsBack = 3;  // a server that stood still catches up that far

  struct Parts {
    UseLog& uses;
    LedgerBook& book;
    Gate& gate;
    Papers& papers;
    AccountStore& accounts;
    const Clock& clock;
  };
  explicit Audits(Parts parts) : parts_(parts) {}

  // Draws every complete month that has no sample yet; the months that were drawn. Who audits are
  // overseers and officers for data protection whose role and training hold at that moment. Written
  // into the ledger, then durable.
  Result<std::vector<std::string>> draw_due();
  // Draws at once and then in that rhythm.
  void start(std::chrono::milliseconds every);

  // What this person has to judge: what was assigned to him; for an officer for data protection
  // also what is open after 30 days, or assigned to nobody. Never a use of his own. The look is
  // written into the ledger.
  Result<AuditOverview> overview(const Person& who);

  // Once, for good. kNotFound unless it is his to judge, kConflict when it was judged,
  // kBadInput without a word where it is not fine.
  Result<AuditItem> judge(const AuditJudgement& judgement, const Person& who);

 private:
  struct Kept {
    OpenPaper paper;
    AuditMonth month;
  };
  Result<std::vector<Kept>> kept();
  Result<AuditMonth> drawn(const std::string& month);
  Result<std::vector<Id>> auditors();
  Result<LoggedUse> use_of(std::uint64_t number);
  bool may_judge(const Kept& kept, const AuditItem& item, const User& user) const;
  bool is_overdue(const AuditMonth& month, const AuditItem& item) const;
  Result<policy::Decision> pass(Use use, const Person& who);
  Result<AuditItem> judge_once(const AuditJudgement& judgement, const Person& who);

  Parts parts_;
  std::mutex drawing_;
  Periodic job_;
};

}  // namespace bas::flow
