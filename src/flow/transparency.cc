#include "flow/transparency.h"

#include <algorithm>
#include <map>

#include "flow/patterns.h"

namespace bas::flow {

namespace {

std::vector<CountedCell> cells_in(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<CountedCell> cells;
  for (const auto& [name, count] : counts) cells.push_back({name, count});
  return cells;
}

bool is_in(const MonthSpan& span, UtcTime time) { return time >= span.from && time < span.until; }

ListNoise since(const std::vector<ListNoise>& later, const ListNoise& all) {
  const auto found = std::ranges::find(later, all.list, &ListNoise::list);
  if (found == later.end()) return all;
  ListNoise of_month = all;
  of_month.hits -= found->hits;
  of_month.validated -= found->validated;
  of_month.rejected -= found->rejected;
  return of_month;
}

}  // namespace

Result<std::shared_ptr<const PublicDocument>> Transparency::latest() {
  const UtcTime now = parts_.clock.now();
  const MonthSpan current = TRY(span_of(month_of(now)));
  const std::string month = month_of(current.from - std::chrono::milliseconds(1));
  const auto is_young = [&](const Document& document) {
    return document && now - document->made_at < kMadeAtMostEvery;
  };
  Document found = kept(month);
  if (is_young(found)) return found;
  // Nobody waits: whoever asks without an account must not hold up the threads of the others.
  const std::unique_lock turn(making_, std::try_to_lock);
  if (!turn && !found) {
    return fail(ErrorCode::kUnavailable, "the numbers are being made: try again in a minute");
  }
  if (!turn) return found;
  found = kept(month);  // somebody else may have made it meanwhile
  if (is_young(found)) return found;
  Document made = std::make_shared<const PublicDocument>(TRY(make(month)));
  const std::lock_guard lock(state_);
  document_ = made;
  return made;
}

Transparency::Document Transparency::kept(const std::string& month) const {
  const std::lock_guard lock(state_);
  return document_ && document_->month == month ? document_ : nullptr;
}

Result<PublicDocument> Transparency::make(const std::string& month) {
  const policy::Regime& regime = parts_.regime;
  TRY(permit(month));
  PublicDocument made;
  made.month = month;
  made.made_at = parts_.clock.now();
  made.regime = regime.name;
  made.regime_sha256 = regime.sha256;
  made.cell_min = regime.cell_min;
  made.kept_for = policy::text_of(regime.store_max);
  if (regime.tier1) made.without_authorisation = policy::text_of(*regime.tier1);
  made.fields = TRY(fields_of(month));
  return made;
}

// A program publishes, not a person.
Result<> Transparency::permit(const std::string& month) {
  policy::Request request;
  request.act = policy::Act::kPublishStatistics;
  request.actor.name = "transparency";
  request.actor.zone = "province";
  request.actor.role = policy::Role::kProgram;
  request.statistics.emplace();
  request.statistics->fields = parts_.regime.statistics_fields;
  request.statistics->smallest_cell = parts_.regime.cell_min;
  const policy::Decision decision = policy::decide(request, parts_.regime, parts_.clock.now());
  Use use;
  use.facts.verb = decision.verb;
  use.facts.what = "statistics";
  use.facts.is_permitted = decision.permit;
  use.facts.rules = decision.rules;
  use.facts.reason = decision.reason;
  use.facts.regime_sha256 = decision.regime_sha256;
  use.facts.version = month;
  TRY(parts_.uses.write(std::move(use)));
  if (!decision.permit) return tl::make_unexpected(refusal_of(decision));
  return {};
}

Result<std::vector<PublicField>> Transparency::fields_of(const std::string& month) {
  const MonthSpan span = TRY(span_of(month));
  const auto least = static_cast<std::uint64_t>(parts_.regime.cell_min);
  const auto hits = TRY(hits_of(span));
  const auto uses = TRY(uses_of(span));
  const auto table = [&](const Cells& cells) { return shown_table(cells, least); };
  const auto number = [&](std::uint64_t count) {
    return ShownTable{shown_count(count, least), {}};
  };
  const auto view = parts_.directory.view();
  const auto cameras = std::ranges::count(view->cameras, false, &Camera::is_disabled);
  const ShownTable verdicts = table(hits.by_verdict);
  std::map<std::string, ShownTable> counted;
  counted["cameras"] = number(static_cast<std::uint64_t>(cameras));
  counted["reads"] = table(TRY(reads_of(month)));
  counted["hits_by_category"] = table(hits.by_category);
  // The verdicts have the same total: what it would give away of them is not told here either.
  if (!verdicts.total) counted["hits_by_category"].total.reset();
  counted["validated"] = {verdicts.cells[0].count, {}};
  counted["false_hits"] = {verdicts.cells[1].count, {}};
  counted["searches_by_purpose"] = table(uses.by_purpose);
  counted["refusals"] = number(uses.refusals);
  counted["tier2_decisions"] = number(TRY(decisions_of(span)));
  counted["audits"] = table(TRY(audits_of(month)));
  counted["grants"] = number(TRY(living_grants()));
  std::vector<PublicField> fields;
  for (const std::string& name : parts_.regime.statistics_fields) {
    const auto found = counted.find(name);
    const bool is_term = name == "retention";  // told beside the fields
    if (found == counted.end()) {
      fields.push_back({name, is_term, {}});
    } else {
      fields.push_back({name, true, found->second});
    }
  }
  return fields;
}

// Of days that are over nothing is added but what comes late: they are counted once.
Result<Transparency::Cells> Transparency::reads_of(const std::string& month) {
  if (counted_month_ == month) return counted_reads_;
  Cells cells;
  for (Day day = TRY(parse_day(month + "-01")); format_day(day).starts_with(month); ++day.number) {
    cells.push_back({format_day(day), TRY(parts_.reads.count(day))});
  }
  counted_month_ = month;
  counted_reads_ = cells;
  return cells;
}

Result<Transparency::Hits> Transparency::hits_of(const MonthSpan& span) {
  std::map<Id, std::string> categories;
  std::map<std::string, std::uint64_t> by_category;
  for (const List& list : TRY(parts_.lists.lists())) {
    categories[list.id] = list.category;
    by_category[list.category] += 0;
  }
  const auto later = TRY(parts_.hits.noise(span.until));
  std::uint64_t all = 0, validated = 0, rejected = 0;
  for (const ListNoise& one : TRY(parts_.hits.noise(span.from))) {
    const ListNoise of_month = since(later, one);
    const std::string& category = categories[of_month.list];  // empty: the list is gone
    by_category[category.empty() ? "other" : category] += of_month.hits;
    all += of_month.hits;
    validated += of_month.validated;
    rejected += of_month.rejected;
  }
  return Hits{cells_in(by_category),
              {{"validated", validated},
               {"rejected", rejected},
               {"other", all - std::min(all, validated + rejected)}}};
}

// The purpose lies in the sealed details: it is counted here, and nothing else of them is looked
// at.
Result<Transparency::Uses> Transparency::uses_of(const MonthSpan& span) {
  std::map<std::string, std::uint64_t> by_purpose;
  for (const policy::Purpose& purpose : parts_.regime.purposes) by_purpose[purpose.code] = 0;
  Uses uses;
  const std::uint64_t first = TRY(parts_.uses.first_at(span.from));
  const std::uint64_t end = TRY(parts_.uses.first_at(span.until));
  const auto note = [&](const LoggedUse& use) {
    if (!use.facts.is_permitted) ++uses.refusals;
    if (!use.details || asked_for(use.details->predicate).is_next_page) return;
    const auto purpose = by_purpose.find(use.details->purpose);
    if (purpose != by_purpose.end()) ++purpose->second;
  };
  TRY(parts_.uses.walk(
      {{first, end - first},
       [](const UseFacts& facts) { return is_search(facts) && facts.is_permitted; },
       note}));
  uses.by_purpose = cells_in(by_purpose);
  return uses;
}

Result<std::uint64_t> Transparency::decisions_of(const MonthSpan& span) {
  std::uint64_t count = 0;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kAuthorisation))) {
    const auto one = TRY(parse_authorisation(paper));
    if (one.confirmed_at && is_in(span, *one.confirmed_at)) ++count;
  }
  return count;
}

Result<std::uint64_t> Transparency::living_grants() {
  std::uint64_t count = 0;
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kGrant))) {
    const auto grant = TRY(parse_grant(paper));
    if (state_of(grant, parts_.clock.now()) == GrantState::kLiving) ++count;
  }
  return count;
}

// What auditors made of the sample of that month so far.
Result<Transparency::Cells> Transparency::audits_of(const std::string& month) {
  std::map<std::string, std::uint64_t> by_verdict;
  for (const std::string_view verdict : kAuditVerdictNames.names) by_verdict[std::string(verdict)];
  for (const OpenPaper& paper : TRY(parts_.papers.all(PaperKind::kAuditMonth))) {
    const auto audited = TRY(parse_audit_month(paper));
    if (audited.month != month) continue;
    for (const AuditItem& item : audited.items) {
      ++by_verdict[std::string(kAuditVerdictNames.of(item.verdict))];
    }
  }
  return cells_in(by_verdict);
}

}  // namespace bas::flow
