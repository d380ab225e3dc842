#include "flow/retention.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.h"
#include "base/file.h"
#include "base/log.h"
#include "flow/layers.h"

namespace bas::flow {

namespace {

constexpr std::size_t kMarkBytesMax = 4'096;

Use erasure_of(const char* what, Day day) {
  Use use;
  use.facts.verb = policy::Verb::kErase;
  use.facts.what = what;
  use.facts.version = format_day(day);
  return use;
}

const char* name_of_erasure(LegalSource source) {
  switch (source) {
    case LegalSource::kPoliceAct: return "day";
    case LegalSource::kDesignatedPlace: return "day of designated places";
    case LegalSource::kCameraAct: return "day of the camera act";
  }
  return "";
}

// "2026-11-23" or "2026-11-23.camera_act".
std::string mark_name(const ErasedPart& part) {
  const std::string day = format_day(part.day);
  if (part.source == LegalSource::kPoliceAct) return day;
  return fmt::format("{}.{}", day, kLegalSourceNames.of(part.source));
}

std::optional<ErasedPart> part_named(const std::string& name) {
  const auto point = name.find('.');
  const auto day = parse_day(name.substr(0, point));
  if (!day) return std::nullopt;
  if (point == name.npos) return ErasedPart{*day};
  const auto source = kLegalSourceNames.find(name.substr(point + 1));
  if (!source) return std::nullopt;
  return ErasedPart{*day, *source};
}

// What a mark says once the reads are gone: how many there were, and their digest.
std::string mark_text(const DroppedReads& dropped) {
  return fmt::format("{} {}\n", dropped.reads, to_hex(dropped.digest));
}

}  // namespace

Result<DroppedReads> Retention::erase(const ErasedPart& part) {
  const std::lock_guard lock(erasing_);
  TRY(make_private_folder(parts_.folder));
  DroppedReads dropped = TRY(counted_before(part));
  TRY(write_file(mark_of(part), dropped.reads == 0 ? "" : mark_text(dropped), FileMode::kSecret));
  TRY(parts_.vault.destroy(shelf_of(part.day, part.source)));
  const DroppedReads now = TRY(drop_reads(part));
  if (now.reads > 0) {
    dropped = now;
    TRY(write_file(mark_of(part), mark_text(dropped), FileMode::kSecret));
  }
  if (part.source == LegalSource::kPoliceAct) {
    TRY(parts_.blobs.drop_day(part.day));
    TRY(parts_.pursuits.drop_day(part.day));
    TRY(parts_.hits.drop_day(part.day));
  }
  Use use = erasure_of(name_of_erasure(part.source), part.day);
  use.facts.results = dropped.reads;
  use.facts.results_sha256 = to_hex(dropped.digest);
  TRY(parts_.uses.write(std::move(use)));
  TRY(destroy_file(mark_of(part)));
  return dropped;
}

// What is sealed of one source, pictures and hits too, is gone with its keys; its rows and names,
// under which plates could be guessed, go here.
Result<DroppedReads> Retention::drop_reads(const ErasedPart& part) {
  if (part.source == LegalSource::kPoliceAct) return parts_.reads.drop_day(part.day);
  return parts_.reads.drop_source(part.day, part.source);
}

// What an erasure that was cut short had counted already.
Result<DroppedReads> Retention::counted_before(const ErasedPart& part) const {
  DroppedReads counted;
  const auto text = read_file(mark_of(part), kMarkBytesMax);
  if (!text && text.error().code == ErrorCode::kNotFound) return counted;
  if (!text) return tl::make_unexpected(text.error());
  const std::size_t space = text->find(' ');
  if (space == text->npos) return counted;
  const auto digest = from_hex(std::string_view(*text).substr(space + 1, 64));
  const auto number = text->substr(0, space);
  const bool is_number = number.find_first_not_of("0123456789") == number.npos && !number.empty() &&
                         number.size() < 19;
  if (!is_number || !digest || digest->size() != counted.digest.size()) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("{} is damaged: remove it, and note that the number of reads of that "
                            "day is lost",
                            mark_of(part).string()));
  }
  counted.reads = std::stoull(number);
  counted.digest = *digest;
  return counted;
}

Result<std::vector<ErasedPart>> Retention::run(const Terms& terms) {
  parts_.vault.close_before(terms.first_open_day());
  std::vector<ErasedPart> due = TRY(begun());
  for (const ErasedPart& part : kept()) {
    if (terms.is_over(part.day, part.source)) due.push_back(part);
  }
  std::ranges::sort(due);
  due.erase(std::unique(due.begin(), due.end()), due.end());
  for (const ErasedPart& part : due) {
    const DroppedReads dropped = TRY(erase(part));
    log(LogLevel::kInfo, "flow", "what was captured that day was erased: its term is over",
        {{"day", mark_name(part)}, {"reads", std::to_string(dropped.reads)}});
  }
  TRY(erase_old_details());
  const std::lock_guard lock(told_);
  ran_at_ = parts_.clock.now();
  return due;
}

// What has keys: days, and what of them ends earlier.
std::vector<ErasedPart> Retention::kept() const {
  std::vector<ErasedPart> kept;
  for (const Day day : parts_.vault.days()) kept.push_back({day});
  for (const vault::Shelf& shelf : parts_.vault.shelves()) {
    if (const auto source = kLegalSourceNames.find(shelf.name))
      kept.push_back({shelf.day, *source});
  }
  return kept;
}

// The entries themselves stay, and go on proving the log.
Result<> Retention::erase_old_details() {
  const policy::Term term{parts_.regime.log_years * 12, policy::TermUnit::kMonths};
  for (const Day day : parts_.ledger_vault.days()) {
    const UtcTime last = start_of({day.number + 1}) - std::chrono::milliseconds(1);
    if (policy::end_of(last, term, parts_.regime.clocks) > parts_.clock.now()) continue;
    TRY(parts_.uses.write(erasure_of("details of uses", day)));
    TRY(parts_.ledger_vault.destroy(day));
  }
  return {};
}

void Retention::start(const Terms& terms, std::chrono::milliseconds every) {
  job_.start(every, or_complain("what is over could not be erased; it cannot be read all the same",
                                [this, &terms]() -> Result<> {
                                  TRY(run(terms));
                                  return {};
                                }));
}

std::optional<UtcTime> Retention::ran_at() const {
  const std::lock_guard lock(told_);
  return ran_at_;
}

std::optional<std::chrono::milliseconds> Retention::overdue(const Terms& terms) const {
  std::optional<std::chrono::milliseconds> longest;
  for (const ErasedPart& part : kept()) {
    if (!terms.is_over(part.day, part.source)) continue;
    const auto waits = parts_.clock.now() - terms.end_of(part.day, part.source);
    longest = std::max(longest.value_or(waits), waits);
  }
  return longest;
}

Result<std::vector<ErasedPart>> Retention::begun() const {
  std::vector<ErasedPart> parts;
  std::error_code failure;
  for (const auto& file : std::filesystem::directory_iterator(parts_.folder, failure)) {
    if (const auto part = part_named(file.path().filename().string())) parts.push_back(*part);
  }
  return parts;
}

std::filesystem::path Retention::mark_of(const ErasedPart& part) const {
  return parts_.folder / mark_name(part);
}

}  // namespace bas::flow
