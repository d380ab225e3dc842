#include "flow/entry_book.h"

#include <algorithm>
#include <mutex>

#include "base/check.h"
#include "match/daylight.h"

namespace bas::flow {

namespace {

// Entries that the index takes under one lock.
constexpr std::size_t kPutsAtOnce = 250;

match::IndexedEntry indexed(const Entry& entry, const match::Knowledge& knowledge) {
  return {.entry = entry.id,
          .list = entry.list,
          .country = entry.plate.country,
          .priority = entry.priority,
          .valid_from = entry.valid_from,
          .valid_until = entry.valid_until,
          .vehicle = knowledge.vehicles.words().facts_of(entry.vehicle)};
}

// Calls `visit(first, last)` for one portion after another.
template <typename Visit>
Result<> in_portions(std::size_t count, Visit visit) {
  for (std::size_t first = 0; first < count; first += kPutsAtOnce) {
    TRY(visit(first, std::min(count, first + kPutsAtOnce)));
  }
  return {};
}

std::vector<SealedEntry> take_sealed(std::vector<PreparedEntry>& entries) {
  std::vector<SealedEntry> sealed;
  sealed.reserve(entries.size());
  for (PreparedEntry& entry : entries) sealed.push_back(std::move(entry.sealed));
  return sealed;
}

// The read is weighed as one of its camera.
void believe(const CameraModel& camera, const Read& read, match::Sighting& sighting) {
  sighting.camera = &camera.misreads;
  if (!camera.calibration) return;
  const auto plate = plates::PackedPlate::of(read.plate);
  if (plate) sighting.doubt = camera.calibration->doubts(read.facts.glyph_confidences, *plate);
}

}  // namespace

Result<std::unique_ptr<EntryBook>> EntryBook::open(Parts parts, std::uint64_t seed) {
  std::unique_ptr<EntryBook> book(new EntryBook(parts, seed));
  TRY(book->load());
  return book;
}

Result<> EntryBook::load() {
  const std::vector<List> lists = TRY(parts_.store.lists());
  for (const List& list : lists) apply_settings(list);
  Result<> outcome;
  const auto index = [&](std::span<const SealedEntry> page) {
    for (const SealedEntry& sealed : page) {
      const auto entry = sealer_.open(sealed);
      if (!entry) {
        outcome = tl::make_unexpected(entry.error());
        return false;
      }
      outcome = index_.put(entry->plate.text, indexed(*entry, *index_.knowledge()));
      if (!outcome) return false;
    }
    return true;
  };
  TRY(parts_.store.visit_entries(index));
  return outcome;
}

std::vector<match::Match> EntryBook::find(const Read& read) const {
  if (read.plate.empty()) return {};
  const auto models = camera_models_.get();
  const std::shared_lock lock(mutex_);
  match::Sighting sighting;
  sighting.plate = {read.plate, read.facts.country};
  sighting.captured_at = read.facts.captured_at;
  sighting.vehicle = {index_.knowledge()->vehicles.words().facts_of(read.facts.vehicle),
                      match::light_at(read.facts.captured_at)};
  if (models != nullptr) {
    const auto own = models->find(read.camera);
    if (own != models->end()) believe(own->second, read, sighting);
  }
  return index_.find(sighting);
}

void EntryBook::set_camera_models(std::shared_ptr<const CameraModels> models) {
  camera_models_.set(std::move(models));
}

void EntryBook::find(std::span<const match::Sighting> reads, std::vector<FoundMatch>& found) const {
  const auto lock = batch_lock();
  for (std::size_t i = 0; i < reads.size(); ++i) {
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

void EntryBook::find_scored(std::span<const match::AskedRead> asked, UtcTime at,
                            std::vector<match::ScoredPlate>& found) const {
  const auto lock = batch_lock();
  index_.find_scored(asked, at, found);
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

std::unique_lock<std::shared_mutex> EntryBook::write_lock() {
  const std::lock_guard turn(turn_);
  return std::unique_lock(mutex_);
}

Result<Entry> EntryBook::entry(const Id& id) const {
  const auto sealed = TRY(parts_.store.entry(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "the entry was removed");
  return sealer_.open(*sealed);
}

Result<std::optional<Entry>> EntryBook::entry_for(const Id& list, const Plate& plate) const {
  const std::string token = TRY(sealer_.token(plate));
  const auto sealed = TRY(parts_.store.entry_with_token(list, token));
  if (!sealed) return std::nullopt;
  return TRY(sealer_.open(*sealed));
}

Result<Id> EntryBook::owner_of(const Id& list) const {
  for (const List& one : TRY(parts_.store.lists())) {
    if (one.id == list) return one.owner_zone;
  }
  return fail(ErrorCode::kNotFound, "there is no such list any more");
}

Result<std::vector<Entry>> EntryBook::page(const Id& list, const EntryPage& page) const {
  std::vector<Entry> entries;
  for (const SealedEntry& sealed : TRY(parts_.store.entries(list, page))) {
    entries.push_back(TRY(sealer_.open(sealed)));
  }
  return entries;
}

Result<std::vector<PutEntry>> EntryBook::put(std::span<const Entry> entries,
                                             const EntryWrite& write) {
  std::vector<PreparedEntry> prepared;
  prepared.reserve(entries.size());
  for (const Entry& entry : entries) prepared.push_back(TRY(prepare(entry)));
  return put(std::move(prepared), write);
}

Result<PreparedEntry> EntryBook::prepare(const Entry& entry) const {
  return PreparedEntry{entry.plate.text, indexed(entry, *knowledge()), TRY(sealer_.seal(entry))};
}

Result<std::vector<PutEntry>> EntryBook::put(std::vector<PreparedEntry> entries,
                                             const EntryWrite& write) {
  auto outcomes = TRY(parts_.store.put_entries(take_sealed(entries), write));
  const auto index = [&](std::size_t first, std::size_t last) -> Result<> {
    const auto lock = write_lock();
    for (std::size_t i = first; i < last; ++i) {
      if (outcomes[i].change == EntryChange::kUnchanged) continue;
      entries[i].indexed.entry = outcomes[i].id;
      TRY(index_.put(entries[i].plate, entries[i].indexed));
    }
    return {};
  };
  TRY(in_portions(entries.size(), index));
  return outcomes;
}

Result<std::vector<PutEntry>> EntryBook::preview(std::vector<PreparedEntry> entries) const {
  return parts_.store.preview_entries(take_sealed(entries));
}

Result<> EntryBook::end(std::span<const Id> entries, EntryEnd how, const EntryWrite& write) {
  const auto take_out = [&](std::size_t first, std::size_t last) -> Result<> {
    const auto lock = write_lock();
    for (std::size_t i = first; i < last; ++i) index_.remove(entries[i]);
    return {};
  };
  TRY(in_portions(entries.size(), take_out));
  return parts_.store.end_entries(entries, how, write);
}

void EntryBook::index_again(std::span<const Entry> entries) {
  const auto lock = write_lock();
  for (const Entry& entry : entries) {
    // It was there before, so its plate is one the index takes.
    check(index_.put(entry.plate.text, indexed(entry, *index_.knowledge())).has_value());
  }
}

void EntryBook::apply_settings(const List& list) {
  const auto lock = write_lock();
  index_.set_rule(list.id, list.match);
  if (list.is_suspended) {
    index_.suspend_list(list.id);
  } else {
    index_.resume_list(list.id);
  }
}

std::shared_ptr<const match::Knowledge> EntryBook::knowledge() const {
  const std::shared_lock lock(mutex_);
  return index_.knowledge();
}

void EntryBook::set_knowledge(std::shared_ptr<const match::Knowledge> knowledge) {
  const auto lock = write_lock();
  index_.set_knowledge(std::move(knowledge));
}

std::size_t EntryBook::size() const {
  const std::shared_lock lock(mutex_);
  return index_.size();
}

std::size_t EntryBook::approximate_bytes() const {
  const std::shared_lock lock(mutex_);
  return index_.approximate_bytes();
}

}  // namespace bas::flow
