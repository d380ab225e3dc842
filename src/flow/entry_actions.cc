#include "flow/entry_actions.h"

#include <fmt/format.h>

#include "flow/category_terms.h"

namespace bas::flow {

namespace {

Result<> check_end(const Entry& entry, UtcTime now) {
  if (!entry.valid_until) {
    return fail(ErrorCode::kBadInput, "valid_until: every entry has an end; name one");
  }
  const auto longest = CategoryTerms::standard().longest(entry.category);
  if (*entry.valid_until <= now) {
    return fail(ErrorCode::kBadInput, "valid_until: it lies in the past");
  }
  if (*entry.valid_until - now > longest + std::chrono::hours(24)) {
    return fail(ErrorCode::kBadInput,
                fmt::format("valid_until: entries of category {} stand {} days at most",
                            entry.category, longest.count()));
  }
  return {};
}

}  // namespace

Result<Revision> EntryActions::begin(const Id& list, const Id& by) {
  Revision wanted;
  wanted.list = list;
  wanted.origin = "desk";
  wanted.by = by;
  return parts_.revisions.begin(std::move(wanted));
}

Result<Entry> EntryActions::put(Entry wanted, const Id& by) {
  TRY(check_end(wanted, parts_.clock.now()));
  const std::string token = TRY(parts_.entries.sealer().token(wanted.plate));
  for (const WrongMark& mark : TRY(parts_.store.wrong_marks(wanted.list))) {
    if (mark.token != token) continue;
    return fail(ErrorCode::kConflict,
                "this plate was marked wrong on this list: take that back first");
  }
  wanted.id = make_id(parts_.clock.now(), parts_.random);
  Revision revision = TRY(begin(wanted.list, by));
  const auto outcome = TRY(parts_.entries.put({&wanted, 1}, write_of(revision))).front();
  wanted.id = outcome.id;
  revision.counts.lines = 1;
  revision.counts.added = outcome.change == EntryChange::kAdded ? 1 : 0;
  revision.counts.changed = outcome.change == EntryChange::kChanged ? 1 : 0;
  revision.counts.unchanged = outcome.change == EntryChange::kUnchanged ? 1 : 0;
  TRY(parts_.revisions.end(revision, RevisionState::kApplied));
  parts_.desks.list_changed(TRY(parts_.lists.with_id(wanted.list)));
  return wanted;
}

Result<> EntryActions::withdraw(const Id& entry, const Id& by) {
  return end(TRY(parts_.entries.entry(entry)), EntryEnd::kWithdrawn, by);
}

Result<> EntryActions::mark_wrong(const Id& id, const Id& by) {
  const Entry entry = TRY(parts_.entries.entry(id));
  const SealedEntry sealed = TRY(parts_.entries.sealer().seal(entry));
  TRY(parts_.store.mark_wrong(
      {entry.list, sealed.token, entry.id, parts_.clock.now(), by, sealed.sealed}));
  return end(entry, EntryEnd::kWrong, by);
}

Result<> EntryActions::end(const Entry& entry, EntryEnd how, const Id& by) {
  Revision revision = TRY(begin(entry.list, by));
  TRY(parts_.entries.end({&entry.id, 1}, how, write_of(revision)));
  revision.counts.removed = 1;
  TRY(parts_.revisions.end(revision, RevisionState::kApplied));
  TRY(parts_.verdicts.withdraw({&entry.id, 1}));
  parts_.desks.list_changed(TRY(parts_.lists.with_id(entry.list)));
  return {};
}

Result<> EntryActions::unmark_wrong(const Id& list, const Plate& plate) {
  const std::string token = TRY(parts_.entries.sealer().token(plate));
  if (TRY(parts_.store.unmark_wrong(list, token))) return {};
  return fail(ErrorCode::kNotFound, "this plate is not marked wrong on this list");
}

Result<std::vector<WrongEntry>> EntryActions::wrong(const Id& list) {
  std::vector<WrongEntry> entries;
  for (const WrongMark& mark : TRY(parts_.store.wrong_marks(list))) {
    SealedEntry sealed;
    sealed.id = mark.entry;
    sealed.list = mark.list;
    sealed.token = mark.token;
    sealed.sealed = mark.sealed;
    entries.push_back({TRY(parts_.entries.sealer().open(sealed)), mark.marked_at, mark.marked_by});
  }
  return entries;
}

Result<std::vector<EntryPast>> EntryActions::past(const Id& entry) {
  std::vector<EntryPast> states;
  for (const PastEntry& past : TRY(parts_.store.past_of(entry))) {
    states.push_back({TRY(parts_.entries.sealer().open(past.entry)), past.how, past.revision,
                      past.ended_at, past.ended_by});
  }
  return states;
}

}  // namespace bas::flow
