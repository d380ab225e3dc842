#include "flow/entry_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "flow/codec.h"

namespace bas::flow {

using vault::SealKind;

namespace {

match::IndexedEntry indexed(const Entry& entry) {
  return {.entry = entry.id,
          .list = entry.list,
          .country = entry.plate.country,
          .priority = entry.priority,
          .valid_from = entry.valid_from,
          .valid_until = entry.valid_until};
}

std::string time_text(const std::optional<UtcTime>& time) {
  return time ? format_rfc3339(*time) : std::string("-");
}

}  // namespace

Result<std::unique_ptr<EntryBook>> EntryBook::open(Parts parts, std::uint64_t seed) {
  std::unique_ptr<EntryBook> book(new EntryBook(parts, seed));
  TRY(book->load());
  return book;
}

Result<> EntryBook::load() {
  const auto keys = TRY(parts_.vault.standing_keys());
  const std::vector<List> lists = TRY(parts_.store.lists());
  for (const List& list : lists) {
    index_.set_rule(list.id, list.match);
    if (list.is_suspended) index_.suspend_list(list.id);
  }
  Result<> outcome;
  TRY(parts_.store.visit_entries([&](std::span<const SealedEntry> page) {
    for (const SealedEntry& sealed : page) {
      const auto entry = unseal(*keys, sealed);
      if (!entry) {
        outcome = tl::make_unexpected(entry.error());
        return false;
      }
      outcome = index_.put(entry->plate.text, indexed(*entry));
      if (!outcome) return false;
    }
    return true;
  }));
  return outcome;
}

std::vector<match::Match> EntryBook::find(const Read& read) const {
  if (read.plate.empty()) return {};
  const std::shared_lock lock(mutex_);
  match::Sighting sighting;
  sighting.plate = {read.plate, read.facts.country};
  sighting.captured_at = read.facts.captured_at;
  return index_.find(sighting);
}

void EntryBook::find(std::span<const match::Sighting> reads, std::vector<FoundMatch>& found) const {
  constexpr std::size_t kAhead = 4;
  const auto lock = batch_lock();
  for (std::size_t i = 0; i < std::min(kAhead, reads.size()); ++i) index_.prefetch(reads[i]);
  for (std::size_t i = 0; i < reads.size(); ++i) {
    if (i + kAhead < reads.size()) index_.prefetch(reads[i + kAhead]);
    for (match::Match& match : index_.find(reads[i])) {
      const auto lists = index_.lists();
      const auto list = std::ranges::find(lists, match.entry.list) - lists.begin();
      found.push_back({i, static_cast<std::size_t>(list), std::move(match)});
    }
  }
}

void EntryBook::find_exact(std::span<const match::AskedPlate> asked, UtcTime at,
                           std::vector<match::ListedPlate>& found) const {
  const auto lock = batch_lock();
  index_.find_exact(asked, at, found);
}

std::uint16_t EntryBook::country_number(std::string_view country) const {
  const std::shared_lock lock(mutex_);
  return index_.country_number(country);
}

std::vector<Id> EntryBook::lists() const {
  const std::shared_lock lock(mutex_);
  return {index_.lists().begin(), index_.lists().end()};
}

// Readers that follow each other closely would never let a writer in.
std::shared_lock<std::shared_mutex> EntryBook::batch_lock() const {
  const std::lock_guard turn(turn_);
  return std::shared_lock(mutex_);
}

Result<Entry> EntryBook::entry(const Id& id) const {
  const auto sealed = TRY(parts_.store.entry(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "the entry was removed");
  const auto keys = TRY(parts_.vault.standing_keys());
  return unseal(*keys, *sealed);
}

Result<std::vector<PutEntry>> EntryBook::put(std::span<const Entry> entries, Mode mode) {
  const auto keys = TRY(parts_.vault.standing_keys());
  std::vector<SealedEntry> sealed;
  sealed.reserve(entries.size());
  for (const Entry& entry : entries) sealed.push_back(TRY(seal(*keys, entry)));
  if (mode == Mode::kPreview) return parts_.store.preview_entries(sealed);
  auto outcomes = TRY(parts_.store.put_entries(sealed));
  const std::lock_guard turn(turn_);
  const std::unique_lock lock(mutex_);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i].change == EntryChange::kUnchanged) continue;
    match::IndexedEntry made = indexed(entries[i]);
    made.entry = outcomes[i].id;
    TRY(index_.put(entries[i].plate.text, made));
  }
  return outcomes;
}

Result<std::vector<Entry>> EntryBook::page(const Id& list, const Id& after,
                                           std::size_t limit) const {
  const auto keys = TRY(parts_.vault.standing_keys());
  std::vector<Entry> entries;
  for (const SealedEntry& sealed : TRY(parts_.store.entries(list, after, limit))) {
    entries.push_back(TRY(unseal(*keys, sealed)));
  }
  return entries;
}

std::size_t EntryBook::size() const {
  const std::shared_lock lock(mutex_);
  return index_.size();
}

std::size_t EntryBook::approximate_bytes() const {
  const std::shared_lock lock(mutex_);
  return index_.approximate_bytes();
}

// The seal binds the token, not the id: a stored entry keeps its id when a new line replaces it.
Result<SealedEntry> EntryBook::seal(const vault::Keys& keys, const Entry& entry) const {
  SealedEntry sealed;
  sealed.id = entry.id;
  sealed.list = entry.list;
  sealed.priority = entry.priority;
  sealed.valid_from = entry.valid_from;
  sealed.valid_until = entry.valid_until;
  const std::string plate = entry.plate.text + '/' + entry.plate.country;
  sealed.token = TRY(keys.token("entry", plate));
  const std::string plain = encode_entry(entry);
  sealed.content_digest = TRY(
      keys.token("content", fmt::format("{}/{}/{}/{}", entry.priority, time_text(entry.valid_from),
                                        time_text(entry.valid_until), plain)));
  sealed.sealed = TRY(keys.seal(SealKind::kEntry, sealed.token, plain));
  return sealed;
}

Result<Entry> EntryBook::unseal(const vault::Keys& keys, const SealedEntry& sealed) const {
  const std::string plain = TRY(keys.open(SealKind::kEntry, sealed.token, sealed.sealed));
  Entry entry;
  entry.id = sealed.id;
  entry.list = sealed.list;
  entry.priority = sealed.priority;
  entry.valid_from = sealed.valid_from;
  entry.valid_until = sealed.valid_until;
  return decode_entry(std::move(entry), plain);
}

}  // namespace bas::flow
