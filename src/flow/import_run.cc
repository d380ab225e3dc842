#include "flow/import_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "flow/category_terms.h"

namespace bas::flow {

namespace {

constexpr std::size_t kEntriesAtOnce = 1'000;  // taken out under one lock
constexpr std::size_t kReasonBytesMax = 2'000;

// An end that nobody named moves in steps, so that the same file again changes nothing.
UtcTime settled_end(UtcTime end, UtcTime now) {
  const std::chrono::milliseconds step =
      std::max<std::chrono::milliseconds>(std::chrono::hours(24), (end - now) / 8);
  return UtcTime{end.time_since_epoch() / step * step};
}

// Holds the end of an entry to what its category allows.
Result<> limit_end(profiles::Line& line, UtcTime now) {
  if (line.operation == profiles::Operation::kRemove || !line.entry.valid_until) return {};
  const auto longest = CategoryTerms::standard().longest(line.entry.category);
  UtcTime& end = *line.entry.valid_until;
  if (line.has_standard_end) {
    end = std::min<UtcTime>(end, now + longest);
    const UtcTime settled = settled_end(end, now);
    if (settled > line.entry.valid_from.value_or(now)) end = settled;
    return {};
  }
  if (end - now <= longest + std::chrono::hours(24)) return {};
  return fail(ErrorCode::kBadInput,
              fmt::format("valid_until: entries of category {} stand {} days at most",
                          line.entry.category, longest.count()));
}

// Two lines of one plate give one entry with two reasons.
void add_reason(std::string_view reason, std::string& reasons) {
  const bool is_known = reasons.find(reason) != std::string::npos;
  if (is_known || reasons.size() + reason.size() > kReasonBytesMax) return;
  if (!reasons.empty()) reasons += " / ";
  reasons += reason;
}

std::uint64_t first_bytes(std::string_view token) {
  std::uint64_t key = 0;
  std::memcpy(&key, token.data(), std::min(token.size(), sizeof(key)));
  return key;
}

}  // namespace

Result<Revision> ImportRun::run(std::stop_token stop) {
  if (const auto looked = look(stop); !looked) {
    return end(RevisionState::kRefused, looked.error().text);
  }
  if (stop.stop_requested()) return end(RevisionState::kCancelled, "cancelled: nothing changed");
  if (std::string why = objection(); !why.empty()) return end(RevisionState::kRefused, why);
  if (job_.effect == ImportEffect::kPreview) {
    TRY(preview(stop));
    return end(RevisionState::kPreviewed, {});
  }
  if (TRY(must_ask())) {
    TRY(parts_.revisions.hold(name_of(job_.revision), job_.bytes));
    return end(RevisionState::kHeld,
               fmt::format("the file lacks {} of the entries in force: confirm it or discard it",
                           job_.revision.counts.removed));
  }
  const auto applied = apply(stop);
  if (!applied) return end(RevisionState::kPartly, applied.error().text);
  if (stop.stop_requested()) {
    return end(RevisionState::kPartly, "cancelled half way: take the file again to complete it");
  }
  return end(RevisionState::kApplied, {});
}

Result<profiles::FileReader> ImportRun::open_file() const {
  profiles::ListDefaults defaults;
  defaults.priority = job_.list.priority;
  defaults.category = job_.list.category;
  defaults.match = job_.list.match;
  if (job_.list.valid_days > 0) defaults.valid_for = std::chrono::days(job_.list.valid_days);
  defaults.now = job_.revision.started_at;
  return profiles::FileReader::open(job_.profile, {job_.bytes, job_.revision.file_name, {}, {}},
                                    defaults);
}

// The first pass: what stands in the file, and what of it is in force.
Result<> ImportRun::look(std::stop_token stop) {
  for (const WrongMark& mark : TRY(parts_.store.wrong_marks(job_.list.id))) {
    wrong_.insert(first_bytes(mark.token));
  }
  auto file = TRY(open_file());
  facts_ = file.facts();
  progress_.bytes = 2 * file.bytes();
  TRY(for_each_line(file, [this](profiles::Line& line) { return note_line(line); }, stop));
  TRY(flush_rejects());
  is_cut_ = file.is_cut();
  const auto passed = file.passed();
  job_.revision.counts.skipped = passed.skipped_plates + passed.skipped_categories;
  if (job_.mode != ImportMode::kFull) return {};
  std::size_t in_force = 0;
  TRY(parts_.store.visit_tokens(job_.list.id, [&](const Id&, const std::string& token) {
    ++in_force;
    seen_before_ += content_.contains(first_bytes(token)) ? 1 : 0;
    return !stop.stop_requested();
  }));
  job_.revision.counts.removed = in_force - seen_before_;
  return {};
}

Result<> ImportRun::for_each_line(profiles::FileReader& file, const TakeLine& take,
                                  std::stop_token stop) {
  const std::size_t before = progress_.bytes_done;
  const bool is_first_pass = before == 0;
  while (!stop.stop_requested()) {
    auto next = file.next();
    progress_.bytes_done.store(before + file.bytes_taken(), std::memory_order_relaxed);
    if (!next) return {};
    if (*next) {
      const auto limited = limit_end(**next, job_.revision.started_at);
      if (limited) {
        TRY(take(**next));
        continue;
      }
      *next = tl::make_unexpected(
          profiles::Reject{(*next)->line, (*next)->entry.plate.text, limited.error().text});
    }
    if (is_first_pass) TRY(note_reject(next->error()));
  }
  return {};
}

Result<> ImportRun::note_line(const profiles::Line& line) {
  RevisionCounts& counts = job_.revision.counts;
  ++counts.lines;
  const std::uint64_t key = TRY(key_of(line.entry.plate));
  counts.standard_ends += line.has_standard_end ? 1 : 0;
  counts.kept_out += wrong_.contains(key) ? 1 : 0;
  const auto [known, is_new] = content_.try_emplace(key, line.content);
  if (is_new) return {};
  ++counts.repeated;
  counts.contradicting += known->second != line.content ? 1 : 0;
  known->second = line.content;
  last_line_[key] = line.line;
  return {};
}

Result<> ImportRun::note_reject(const profiles::Reject& reject) {
  ++job_.revision.counts.lines;
  ++job_.revision.counts.rejected;
  if (rejects_kept_ == RevisionBook::kRejectsMax) return {};
  ++rejects_kept_;
  rejects_.push_back({reject.line, reject.raw, reject.error});
  return {};
}

Result<> ImportRun::flush_rejects() {
  if (rejects_.empty()) return {};
  return parts_.revisions.add_rejects(name_of(job_.revision), std::exchange(rejects_, {}));
}

std::string ImportRun::objection() const {
  if (is_cut_) return "the file ends in the middle: fetch it again; the list in force stays";
  const RevisionCounts& counts = job_.revision.counts;
  if (counts.rejected > 0 && counts.rejected == counts.lines) {
    return "no line of the file could be taken: see the rejected lines, and the profile";
  }
  if (job_.mode == ImportMode::kFull && counts.lines == 0) {
    return "the file holds no line: an empty list has to be withdrawn by a person";
  }
  if (job_.mode == ImportMode::kDelta && !facts_.base_revision.empty() &&
      facts_.base_revision != job_.list.source_revision) {
    return fmt::format("the file changes revision {}, the list is at {}: fetch a full file",
                       facts_.base_revision,
                       job_.list.source_revision.empty() ? "none" : job_.list.source_revision);
  }
  return {};
}

Result<bool> ImportRun::must_ask() {
  if (job_.mode != ImportMode::kFull || job_.shrink == ShrinkRule::kAccept) return false;
  const std::size_t missing = job_.revision.counts.removed;
  const std::size_t in_force = missing + seen_before_;
  return in_force >= kShrinkLeast &&
         static_cast<double>(missing) > kShrinkMax * static_cast<double>(in_force);
}

Result<> ImportRun::apply(std::stop_token stop) {
  job_.revision.counts.removed = 0;
  absl::flat_hash_map<std::uint64_t, std::string> reasons;
  auto file = TRY(open_file());
  EntryIntake intake(intake_settings());
  const auto take_last = [&](profiles::Line& line) -> Result<> {
    const std::uint64_t key = TRY(key_of(line.entry.plate));
    if (wrong_.contains(key)) return {};
    if (const auto last = last_line_.find(key); last != last_line_.end()) {
      add_reason(line.entry.reason, reasons[key]);
      if (last->second != line.line) return {};
      line.entry.reason = reasons[key];
    }
    return take(line, intake);
  };
  auto read = for_each_line(file, take_last, stop);
  TRY(finish(intake));
  TRY(read);
  TRY(end_entries(ending_, EntryEnd::kWithdrawn));
  if (job_.mode == ImportMode::kFull) TRY(drop_unseen(stop));
  return {};
}

Result<> ImportRun::take(profiles::Line& line, EntryIntake& intake) {
  if (line.operation == profiles::Operation::kRemove) {
    const std::string token = TRY(parts_.entries.sealer().token(line.entry.plate));
    const auto there = TRY(parts_.store.entry_with_token(job_.list.id, token));
    if (there) ending_.push_back(there->id);
    return ending_.size() < kEntriesAtOnce ? Result<>{}
                                           : end_entries(ending_, EntryEnd::kWithdrawn);
  }
  line.entry.list = job_.list.id;
  return intake.take(line.entry);
}

// Its end is what waits for the disk: a file that was cut off by a loss of power is taken again.
EntryWrite ImportRun::entry_write() const {
  EntryWrite write = write_of(job_.revision);
  write.safety = EntrySafety::kWithRevision;
  return write;
}

EntryIntake::Settings ImportRun::intake_settings() {
  return {parts_.entries, parts_.random, job_.effect, entry_write()};
}

Result<> ImportRun::finish(EntryIntake& intake) {
  const auto finished = intake.finish();
  const EntryIntake::Counts counts = intake.counts();
  job_.revision.counts.added = counts.added;
  job_.revision.counts.changed = counts.changed;
  job_.revision.counts.unchanged = counts.unchanged;
  return finished;
}

// What would happen: the same puts without their effect, and the removals only counted.
Result<> ImportRun::preview(std::stop_token stop) {
  const std::uint64_t dropped = job_.revision.counts.removed;
  std::uint64_t removed = 0;
  auto file = TRY(open_file());
  EntryIntake intake(intake_settings());
  const auto count = [&](profiles::Line& line) -> Result<> {
    const std::uint64_t key = TRY(key_of(line.entry.plate));
    const auto last = last_line_.find(key);
    if (wrong_.contains(key)) return {};
    if (last != last_line_.end() && last->second != line.line) return {};
    if (line.operation == profiles::Operation::kAdd) return take(line, intake);
    const std::string token = TRY(parts_.entries.sealer().token(line.entry.plate));
    removed += TRY(parts_.store.entry_with_token(job_.list.id, token)) ? 1 : 0;
    return {};
  };
  auto read = for_each_line(file, count, stop);
  TRY(finish(intake));
  TRY(read);
  job_.revision.counts.removed = dropped + removed;
  return {};
}

// A full file ends what it does not name, and what was marked wrong is not in force anyway.
Result<> ImportRun::drop_unseen(std::stop_token stop) {
  std::vector<Id> unseen;
  TRY(parts_.store.visit_tokens(job_.list.id, [&](const Id& entry, const std::string& token) {
    if (!content_.contains(first_bytes(token))) unseen.push_back(entry);
    return !stop.stop_requested();
  }));
  for (std::size_t at = 0; at < unseen.size() && !stop.stop_requested(); at += kEntriesAtOnce) {
    const auto first = unseen.begin() + static_cast<std::ptrdiff_t>(at);
    const auto last = at + kEntriesAtOnce < unseen.size()
                          ? first + static_cast<std::ptrdiff_t>(kEntriesAtOnce)
                          : unseen.end();
    std::vector<Id> portion(first, last);
    TRY(end_entries(portion, EntryEnd::kDropped));
  }
  return {};
}

Result<> ImportRun::end_entries(std::vector<Id>& entries, EntryEnd how) {
  if (entries.empty()) return {};
  TRY(parts_.entries.end(entries, how, entry_write()));
  TRY(parts_.verdicts.withdraw(entries));
  job_.revision.counts.removed += entries.size();
  entries.clear();
  return {};
}

Result<std::uint64_t> ImportRun::key_of(const Plate& plate) const {
  return first_bytes(TRY(parts_.entries.sealer().token(plate)));
}

Result<Revision> ImportRun::end(RevisionState state, std::string note) {
  job_.revision.source_revision = facts_.revision;
  TRY(parts_.revisions.end(job_.revision, state, std::move(note)));
  return job_.revision;
}

}  // namespace bas::flow
