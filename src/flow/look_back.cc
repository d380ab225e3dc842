#include "flow/look_back.h"

#include <fmt/format.h>

#include "model/plate.h"

namespace bas::flow {

using vault::SealKind;

namespace {

constexpr std::size_t kWhyBytesMax = 500;

Result<> check_wish(const LookBackWish& wish) {
  for (const auto& [name, text] : {std::pair("purpose", &wish.why.purpose),
                                   {"case_number", &wish.why.case_number},
                                   {"reason", &wish.why.reason}}) {
    if (text->empty() || text->size() > kWhyBytesMax) {
      return fail(ErrorCode::kBadInput, fmt::format("{}: 1 to {} bytes are needed: stored reads "
                                                    "are opened for a stated reason only",
                                                    name, kWhyBytesMax));
    }
  }
  if (wish.last < wish.first || wish.last.number - wish.first.number >= LookBack::kDaysMax) {
    return fail(
        ErrorCode::kBadInput,
        fmt::format("from and to: at most {} days, from not behind to", LookBack::kDaysMax));
  }
  return {};
}

bool may_be_of(const Plate& listed, const Read& read) {
  return listed.country.empty() || read.facts.country.empty() ||
         listed.country == read.facts.country;
}

}  // namespace

Result<LookBackFinding> LookBack::find(const LookBackWish& wish) {
  TRY(check_wish(wish));
  const Entry entry = TRY(parts_.entries.entry(wish.entry));
  if (is_pattern(entry.plate.text)) {
    return fail(ErrorCode::kBadInput, "a partial plate is not looked up in stored reads this way");
  }
  LookBackFinding finding;
  for (int day = wish.last.number; day >= wish.first.number && !finding.is_cut; --day) {
    TRY(find_in(Day{day}, entry.plate, finding));
  }
  TRY(record(wish, finding.reads.size()));
  return finding;
}

Result<> LookBack::find_in(Day day, const Plate& plate, LookBackFinding& finding) {
  const auto keys = parts_.vault.existing_keys(day);
  if (!keys &&
      (keys.error().code == ErrorCode::kNotFound || keys.error().code == ErrorCode::kDestroyed)) {
    return {};
  }
  if (!keys) return tl::make_unexpected(keys.error());
  const std::string token = TRY(parts_.sealer.plate_token(day, plate.text));
  for (const SealedRead& sealed : TRY(parts_.reads.history(day, token, kReadsMax + 1))) {
    Read read = TRY(parts_.sealer.open(sealed));
    if (!may_be_of(plate, read)) continue;
    finding.is_cut = finding.reads.size() == kReadsMax;
    if (finding.is_cut) return {};
    finding.reads.push_back(std::move(read));
  }
  return {};
}

Result<> LookBack::record(const LookBackWish& wish, std::size_t reads) {
  SealedLookBack use;
  use.id = make_id(parts_.clock.now(), parts_.random);
  use.entry = wish.entry;
  use.asked_by = wish.by;
  use.asked_at = parts_.clock.now();
  use.first_day = wish.first;
  use.last_day = wish.last;
  use.reads = static_cast<int>(reads);
  const auto keys = TRY(parts_.vault.standing_keys());
  const std::string why = wish.why.purpose + '\n' + wish.why.case_number + '\n' + wish.why.reason;
  use.sealed = TRY(keys->seal(SealKind::kLookBack, use.id.view(), why));
  return parts_.uses.add_look_back(use);
}

}  // namespace bas::flow
