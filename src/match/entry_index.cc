#include "match/entry_index.h"

#include <algorithm>

#include "match/batches.h"
#include "match/explain.h"
#include "match/index_tables.h"
#include "match/scoring.h"

namespace bas::match {

using plates::PackedPlate;

namespace {

bool comes_before(const Match& a, const Match& b) {
  if (a.entry.priority != b.entry.priority) return a.entry.priority < b.entry.priority;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.entry.entry < b.entry.entry;
}

}  // namespace

struct EntryIndex::Tables : IndexTables {
  using IndexTables::IndexTables;

  Match matched(const ScoredEntry& entry, Scoring& scoring) const;
};

EntryIndex::EntryIndex(std::uint64_t seed, std::shared_ptr<const Knowledge> knowledge)
    : tables_(std::make_unique<Tables>(seed, std::move(knowledge))) {}
EntryIndex::~EntryIndex() = default;
EntryIndex::EntryIndex(EntryIndex&&) noexcept = default;
EntryIndex& EntryIndex::operator=(EntryIndex&&) noexcept = default;

std::vector<Match> EntryIndex::find(const Sighting& read) const {
  std::vector<Match> matches;
  if (read.plate.text.empty()) return matches;
  const ReadKey key = tables_->key_of(read);
  Scoring scoring(*tables_, key);
  std::vector<std::uint32_t> places;
  tables_->find_exact_places(key, places);
  tables_->keep_exact(key, places);
  scoring.take_exact(places);
  if (scoring.wants_neighbours()) {
    places.clear();
    const NeighbourHashes hashes = tables_->neighbour_hashes(*key.packed);
    for (const std::uint64_t hash : hashes.all()) tables_->by_neighbour.prefetch(hash);
    tables_->find_neighbour_places(hashes, places);
    tables_->keep_neighbours(key, places);
    scoring.take_neighbours(places);
  }
  scoring.take_partial();
  for (const ScoredEntry& one : scoring.entries()) {
    matches.push_back(tables_->matched(one, scoring));
  }
  std::sort(matches.begin(), matches.end(), comes_before);
  return matches;
}

Match EntryIndex::Tables::matched(const ScoredEntry& entry, Scoring& scoring) const {
  const ReadKey& read = scoring.read();
  Match match = describe(entry.place);
  match.kind = match.reasons.kind = entry.kind;
  match.probability = entry.probability;
  explain_country({read.country, match.entry.country}, match.reasons);
  explain_vehicle(knowledge->vehicles, {match.entry.vehicle, read.vehicle}, match.reasons);
  if (entry.kind == MatchKind::kPartial) {
    match.reasons.pattern = match.listed;
    match.reasons.vehicles_that_fit = vehicles_that_fit(entry.place);
  } else if (entry.kind != MatchKind::kExact) {
    explain_glyphs(PackedPlate::from_bits(records.at(entry.place).plate), *read.packed,
                   match.reasons);
    match.reasons.obeys_grammar = scoring.obeys_grammar();
    match.reasons.read_is_known = scoring.is_known_plate();
  }
  match.explanation = sentence_of(match.reasons);
  return match;
}

void EntryIndex::find_exact(std::span<const AskedPlate> asked, UtcTime at,
                            std::vector<ListedPlate>& found) const {
  match::find_exact(*tables_, asked, at, found);
}

void EntryIndex::find_scored(std::span<const AskedRead> asked, UtcTime at,
                             std::vector<ScoredPlate>& found) const {
  match::find_scored(*tables_, asked, at, found);
}

std::uint16_t EntryIndex::country_number(std::string_view country) const {
  return tables_->country_number(country);
}

std::span<const Id> EntryIndex::lists() const { return tables_->lists.values; }

Result<> EntryIndex::put(std::string_view canonical_plate, const IndexedEntry& entry) {
  remove(entry.entry);
  return tables_->put(canonical_plate, entry);
}

bool EntryIndex::remove(const Id& entry) { return tables_->remove(entry); }

void EntryIndex::suspend_list(const Id& list) {
  tables_->is_suspended[tables_->list_number(list)] = true;
}

void EntryIndex::resume_list(const Id& list) {
  tables_->is_suspended[tables_->list_number(list)] = false;
}

void EntryIndex::set_rule(const Id& list, const MatchRule& rule) { tables_->set_rule(list, rule); }

void EntryIndex::set_knowledge(std::shared_ptr<const Knowledge> knowledge) {
  tables_->knowledge = std::move(knowledge);
}

const std::shared_ptr<const Knowledge>& EntryIndex::knowledge() const { return tables_->knowledge; }

std::size_t EntryIndex::size() const { return tables_->records.size(); }

std::size_t EntryIndex::approximate_bytes() const { return tables_->approximate_bytes(); }

}  // namespace bas::match
