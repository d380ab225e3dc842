#include "flow/audits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr int kJudgeTries = 5;  // when others judge another use of that month at the same moment
// Uses that several people write at once may stand in another order than their times.
constexpr std::chrono::minutes kOutOfOrder{1};

// The same of every server, so that no two draw the same month.
Result<Id> id_of_month(const std::string& month) {
  return id_from_bytes(sha256({std::string_view("audit month "), month}).substr(0, 16));
}

// The complete months before `now`, the earliest first.
Result<std::vector<std::string>> complete_months(UtcTime now, int count) {
  std::vector<std::string> months;
  std::string month = month_of(now);
  for (int i = 0; i < count; ++i) {
    const MonthSpan span = TRY(span_of(month));
    month = month_of(span.from - std::chrono::milliseconds(1));
    months.insert(months.begin(), month);
  }
  return months;
}

bool may_audit(const User& user, UtcTime now) {
  const bool oversees = user.role == Role::kOverseer || user.role == Role::kDataProtectionOfficer;
  return oversees && !user.is_disabled && user.role_until && *user.role_until > now &&
         user.trained_until && *user.trained_until > now;
}

AuditItem* item_with(AuditMonth& month, std::uint64_t number) {
  const auto found = std::ranges::find(month.items, number, &AuditItem::number);
  return found == month.items.end() ? nullptr : &*found;
}

}  // namespace

Result<std::vector<std::string>> Audits::draw_due() {
  const std::lock_guard lock(drawing_);
  std::vector<std::string> done;
  const auto months = TRY(complete_months(parts_.clock.now(), kMonthsBack));
  for (const std::string& month : months) {
    const MonthSpan span = TRY(span_of(month));
    if (parts_.clock.now() < span.until + 2 * kOutOfOrder) continue;
    const Id id = TRY(id_of_month(month));
    if (TRY(parts_.papers.find(PaperKind::kAuditMonth, id))) continue;
    const AuditMonth made = TRY(drawn(month));
    if (made.items.empty()) continue;
    std::string numbers;
    for (const AuditItem& item : made.items) numbers += fmt::format("{}\n", item.number);
    Use use;
    use.facts.verb = policy::Verb::kAlter;
    use.facts.what = "audit sample";
    use.facts.version = month;
    use.facts.results = made.items.size();
    use.facts.results_sha256 = to_hex(sha256(numbers));
    TRY(parts_.uses.write(std::move(use)));
    const auto added = parts_.papers.add(PaperKind::kAuditMonth, id, paper_text(made));
    // Another server was faster, and drew the same.
    if (!added && added.error().code == ErrorCode::kConflict) continue;
    if (!added) return tl::make_unexpected(added.error());
    done.push_back(month);
  }
  return done;
}

Result<AuditMonth> Audits::drawn(const std::string& month) {
  const MonthSpan span = TRY(span_of(month));
  AuditMonth made;
  made.month = month;
  made.drawn_at = parts_.clock.now();
  made.size = TRY(parts_.uses.first_at(span.until + kOutOfOrder));
  const std::uint64_t first = TRY(parts_.uses.first_at(span.from - kOutOfOrder));
  const auto root = TRY(parts_.book.root_at(made.size));
  const std::string seed(root.begin(), root.end());
  made.seed = to_hex(seed);
  std::map<std::string, std::vector<std::uint64_t>> by_zone;
  TRY(parts_.uses.walk({{first, made.size - first},
                        [](const UseFacts&) { return false; },
                        [&](LoggedUse&& use) {
                          const UseFacts& facts = use.facts;
                          const bool is_inside = facts.at >= span.from && facts.at < span.until;
                          if (is_inside && is_sampled(facts)) {
                            by_zone[facts.zone].push_back(use.number);
                          }
                        }}));
  const std::vector<Id> people = TRY(auditors());
  for (const auto& [zone, numbers] : by_zone) {
    for (const std::uint64_t number : draw(numbers, seed, sample_size(numbers.size()))) {
      const LoggedUse use = TRY(use_of(number));
      const std::string actor = use.details ? use.details->actor : std::string();
      const auto auditor = auditor_for({number, seed, actor}, people);
      made.items.push_back({number, zone, auditor.value_or(Id{}), AuditVerdict::kOpen, {}});
    }
  }
  return made;
}

void Audits::start(std::chrono::milliseconds every) {
  job_.start(every, or_complain("the monthly sample could not be drawn; tried again later",
                                [this]() -> Result<> {
                                  TRY(draw_due());
                                  return {};
                                }));
}

Result<AuditOverview> Audits::overview(const Person& who) {
  AuditOverview overview;
  Use use;
  use.facts.what = "audits";
  TRY(pass(std::move(use), who));
  for (Kept& kept : TRY(this->kept())) {
    for (const AuditItem& item : kept.month.items) {
      if (overview.cases.size() == kCasesMost || !may_judge(kept, item, who.user)) continue;
      LoggedUse of_item = TRY(use_of(item.number));
      if (of_item.details && of_item.details->actor == to_string(who.user.id)) continue;
      overview.cases.push_back({kept.month.month, item, item.auditor == who.user.id,
                                is_overdue(kept.month, item), std::move(of_item)});
    }
    overview.months.push_back(std::move(kept.month));
  }
  return overview;
}

Result<AuditItem> Audits::judge(const AuditJudgement& judgement, const Person& who) {
  if (judgement.verdict == AuditVerdict::kOpen) {
    return fail(ErrorCode::kBadInput, "`verdict` is fine, questioned or wrong");
  }
  const bool needs_word = judgement.verdict != AuditVerdict::kFine;
  if ((needs_word && judgement.word.empty()) || judgement.word.size() > kWordBytesMax) {
    return fail(ErrorCode::kBadInput,
                fmt::format("say in a `word` of {} bytes at most what is not fine", kWordBytesMax));
  }
  for (int i = 1; i < kJudgeTries; ++i) {
    auto judged = judge_once(judgement, who);
    const bool is_late = !judged && judged.error().code == ErrorCode::kUnavailable;
    if (!is_late) return judged;
  }
  return judge_once(judgement, who);
}

// kUnavailable when somebody else changed the month meanwhile.
Result<AuditItem> Audits::judge_once(const AuditJudgement& judgement, const Person& who) {
  for (Kept& kept : TRY(this->kept())) {
    AuditItem* item = item_with(kept.month, judgement.number);
    if (item == nullptr) continue;
    const bool was_judged = item->verdict != AuditVerdict::kOpen;
    if (was_judged && item->auditor == who.user.id) {
      return fail(ErrorCode::kConflict, "it was judged: a verdict is for good");
    }
    const LoggedUse of_item = TRY(use_of(judgement.number));
    const bool is_own = of_item.details && of_item.details->actor == to_string(who.user.id);
    if (is_own || !may_judge(kept, *item, who.user)) break;
    Use use;
    use.facts.what = "audit verdict";
    use.facts.version = kept.month.month;
    use.facts.results = 1;
    use.details.predicate =
        nlohmann::ordered_json{{"number", judgement.number},
                               {"verdict", kAuditVerdictNames.of(judgement.verdict)}}
            .dump();
    use.details.justification = judgement.word;
    TRY(pass(std::move(use), who));
    item->verdict = judgement.verdict;
    item->word = judgement.word;
    item->judged_at = parts_.clock.now();
    item->judged_by = who.user.id;
    kept.paper.text = paper_text(kept.month);
    const auto stored = parts_.papers.replace(PaperKind::kAuditMonth, kept.paper);
    if (!stored && stored.error().code == ErrorCode::kConflict) {
      return fail(ErrorCode::kUnavailable, "others judge uses of that month now: try again");
    }
    if (!stored) return tl::make_unexpected(stored.error());
    return *item;
  }
  return fail(ErrorCode::kNotFound, "no sample gives that use to you");
}

// The latest month first.
Result<std::vector<Audits::Kept>> Audits::kept() {
  std::vector<Kept> months;
  for (OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kAuditMonth))) {
    AuditMonth month = TRY(parse_audit_month(paper));
    months.push_back({std::move(paper), std::move(month)});
  }
  std::ranges::sort(months, std::greater<>(), [](const Kept& one) { return one.month.month; });
  return months;
}

Result<std::vector<Id>> Audits::auditors() {
  std::vector<Id> people;
  for (const User& user : TRY(parts_.accounts.users())) {
    if (may_audit(user, parts_.clock.now())) people.push_back(user.id);
  }
  std::ranges::sort(people);
  return people;
}

Result<LoggedUse> Audits::use_of(std::uint64_t number) {
  auto uses = TRY(parts_.uses.latest(number + 1, 1));
  if (uses.empty() || uses[0].number != number) {
    return fail(ErrorCode::kCorrupt, "a sample names an entry that the ledger does not have");
  }
  return std::move(uses[0]);
}

bool Audits::may_judge(const Kept& kept, const AuditItem& item, const User& user) const {
  if (item.verdict != AuditVerdict::kOpen) return false;
  if (item.auditor == user.id) return true;
  return user.role == Role::kDataProtectionOfficer &&
         (item.auditor.is_zero() || is_overdue(kept.month, item));
}

bool Audits::is_overdue(const AuditMonth& month, const AuditItem& item) const {
  return item.verdict == AuditVerdict::kOpen &&
         parts_.clock.now() - month.drawn_at >= kOverdueAfter;
}

Result<policy::Decision> Audits::pass(Use use, const Person& who) {
  policy::Request request;
  request.act = policy::Act::kReadLog;
  request.log.why = policy::LogReason::kLawfulness;
  return parts_.gate.pass(std::move(request), std::move(use), who);
}

}  // namespace bas::flow
