#include "flow/retention.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.h"
#include "base/file.h"
#include "base/log.h"

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

// What a mark says once the reads are gone: how many there were, and their digest.
std::string mark_text(const DroppedReads& dropped) {
  return fmt::format("{} {}\n", dropped.reads, to_hex(dropped.digest));
}

}  // namespace

Result<DroppedReads> Retention::erase(Day day) {
  const std::lock_guard lock(erasing_);
  TRY(make_private_folder(parts_.folder));
  DroppedReads dropped = TRY(counted_before(day));
  TRY(write_file(mark_of(day), dropped.reads == 0 ? "" : mark_text(dropped), FileMode::kSecret));
  TRY(parts_.vault.destroy(day));
  const DroppedReads now = TRY(parts_.reads.drop_day(day));
  if (now.reads > 0) {
    dropped = now;
    TRY(write_file(mark_of(day), mark_text(dropped), FileMode::kSecret));
  }
  TRY(parts_.blobs.drop_day(day));
  TRY(parts_.hits.drop_day(day));
  Use use = erasure_of("day", day);
  use.facts.results = dropped.reads;
  use.facts.results_sha256 = to_hex(dropped.digest);
  TRY(parts_.uses.write(std::move(use)));
  TRY(destroy_file(mark_of(day)));
  return dropped;
}

// What an erasure that was cut short had counted already.
Result<DroppedReads> Retention::counted_before(Day day) const {
  DroppedReads counted;
  const auto text = read_file(mark_of(day), kMarkBytesMax);
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
                            mark_of(day).string()));
  }
  counted.reads = std::stoull(number);
  counted.digest = *digest;
  return counted;
}

Result<std::vector<Day>> Retention::run(const Terms& terms) {
  parts_.vault.close_before(terms.first_open_day());
  std::vector<Day> due = TRY(begun());
  for (const Day day : parts_.vault.days()) {
    if (terms.is_over(day)) due.push_back(day);
  }
  std::ranges::sort(due);
  due.erase(std::unique(due.begin(), due.end()), due.end());
  for (const Day day : due) {
    const DroppedReads dropped = TRY(erase(day));
    log(LogLevel::kInfo, "flow", "a day was erased: its term is over",
        {{"day", format_day(day)}, {"reads", std::to_string(dropped.reads)}});
  }
  TRY(erase_old_details());
  return due;
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

std::optional<std::chrono::milliseconds> Retention::overdue(const Terms& terms) const {
  const auto days = parts_.vault.days();
  if (days.empty() || !terms.is_over(days.front())) return std::nullopt;
  return parts_.clock.now() - terms.end_of(days.front());
}

Result<std::vector<Day>> Retention::begun() const {
  std::vector<Day> days;
  std::error_code failure;
  for (const auto& file : std::filesystem::directory_iterator(parts_.folder, failure)) {
    if (const auto day = parse_day(file.path().filename().string())) days.push_back(*day);
  }
  return days;
}

std::filesystem::path Retention::mark_of(Day day) const { return parts_.folder / format_day(day); }

}  // namespace bas::flow
