#include "flow/look_back.h"

#include <fmt/format.h>

#include "model/plate.h"

namespace bas::flow {

namespace {

bool may_be_of(const Plate& listed, const Read& read) {
  return listed.country.empty() || read.facts.country.empty() ||
         listed.country == read.facts.country;
}

}  // namespace

Result<LookBackFinding> LookBack::find(const LookBackWish& wish, const Person& who) {
  if (wish.last < wish.first || wish.last.number - wish.first.number >= kDaysMax) {
    return fail(ErrorCode::kBadInput,
                fmt::format("from and to: at most {} days, from not behind to", kDaysMax));
  }
  const Entry entry = TRY(parts_.entries.entry(wish.entry));
  if (is_pattern(entry.plate.text)) {
    return fail(ErrorCode::kBadInput, "a partial plate is not looked up in stored reads this way");
  }
  SearchWish asked{.purpose = wish.why.purpose,
                   .case_number = wish.why.case_number,
                   .reason = wish.why.reason,
                   .plate = entry.plate.text,
                   .sites = {},
                   .from = start_of(wish.first),
                   .until = start_of(Day{wish.last.number + 1}),
                   .after = {},
                   .limit = kReadsMax};
  asked.is_young_only = true;
  asked.agreement = wish.agreement;
  asked.act = policy::Act::kLookBack;
  SearchPage page = TRY(parts_.searches.search(asked, who));
  std::erase_if(page.reads, [&](const Read& read) { return !may_be_of(entry.plate, read); });
  return LookBackFinding{std::move(page.reads), page.next.has_value(), page.purpose};
}

}  // namespace bas::flow
