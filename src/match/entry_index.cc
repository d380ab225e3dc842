#include "match/entry_index.h"

#include <absl/hash/hash.h>

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "match/explain.h"
#include "match/index_tables.h"
#include "match/mix.h"
#include "match/rivals.h"

namespace bas::match {

using plates::PackedPlate;

namespace {

constexpr std::array<std::string_view, 5> kKinds = {"exact", "look_alike", "missing", "extra",
                                                    "partial"};

bool comes_before(const Match& a, const Match& b) {
  if (a.entry.priority != b.entry.priority) return a.entry.priority < b.entry.priority;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.entry.entry < b.entry.entry;
}

}  // namespace

std::string_view name_of(MatchKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

struct EntryIndex::Tables : IndexTables {
  using IndexTables::IndexTables;

  void add_exact(const ReadKey& key, std::vector<Match>& matches) const;
  void add_inexact(const ReadKey& key, std::vector<Match>& matches) const;
  void add_partial(const ReadKey& key, std::vector<Match>& matches) const;
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
  tables_->add_exact(key, matches);
  if (key.packed) {
    tables_->add_inexact(key, matches);
    tables_->add_partial(key, matches);
  }
  std::sort(matches.begin(), matches.end(), comes_before);
  return matches;
}

void EntryIndex::Tables::add_exact(const ReadKey& key, std::vector<Match>& matches) const {
  const std::vector<std::uint32_t> places = exact_places(key);
  if (places.empty()) return;
  double probability = 1;
  if (key.packed) {
    Rivals rivals(*knowledge, key.rivals_read());
    rivals.add_listed(*key.packed, 0);
    probability = rivals.probability(rivals.likelihood(*key.packed), true);
  }
  for (const std::uint32_t place : places) {
    Match match = describe(place);
    match.kind = MatchKind::kExact;
    match.probability = probability;
    match.explanation = explain_exact(key.read->plate.country, match.entry.country);
    matches.push_back(std::move(match));
  }
}

// An inexact match counts when its probability reaches the threshold; the cheap bound comes first,
// so that reads which are known plates themselves cost no search for rivals.
void EntryIndex::Tables::add_inexact(const ReadKey& key, std::vector<Match>& matches) const {
  const std::vector<std::uint32_t> places = neighbour_places(key);
  if (places.empty()) return;
  Rivals rivals(*knowledge, key.rivals_read());
  std::vector<std::pair<std::uint32_t, double>> possible;
  for (const std::uint32_t place : places) {
    const PackedPlate listed = PackedPlate::from_bits(records.at(place).plate);
    const double likelihood = rivals.likelihood(listed);
    const MatchRule& rule = rules[records.at(place).list];
    rivals.add_listed(listed, likelihood);
    if (rule.inexact == InexactUse::kNothing) continue;
    if (rivals.probability_at_most(likelihood, rule.uses_veto) < rule.threshold) continue;
    possible.emplace_back(place, likelihood);
  }
  for (const auto& [place, likelihood] : possible) {
    const MatchRule& rule = rules[records.at(place).list];
    const double probability = rivals.probability(likelihood, rule.uses_veto);
    if (probability < rule.threshold) continue;
    const PackedPlate listed = PackedPlate::from_bits(records.at(place).plate);
    Match match = describe(place);
    match.kind = listed.length() == key.packed->length()  ? MatchKind::kLookAlike
                 : listed.length() > key.packed->length() ? MatchKind::kMissing
                                                          : MatchKind::kExtra;
    match.probability = probability;
    match.explanation = explain_inexact({.listed = listed,
                                         .read = *key.packed,
                                         .country = key.read->plate.country,
                                         .obeys_grammar = rivals.obeys_grammar(),
                                         .is_known_plate = rivals.is_known_plate()});
    matches.push_back(std::move(match));
  }
}

void EntryIndex::Tables::add_partial(const ReadKey& key, std::vector<Match>& matches) const {
  for (const std::uint32_t place : patterns.find(*key.packed)) {
    if (!applies(place, *key.read)) continue;
    Match match = describe(place);
    if (match.rule.inexact == InexactUse::kNothing) continue;
    match.kind = MatchKind::kPartial;
    match.probability = 1 / std::max(1.0, vehicles_that_fit(match.listed, match.entry.country));
    match.explanation = explain_partial(match.listed, match.probability);
    if (match.probability >= match.rule.threshold) matches.push_back(std::move(match));
  }
}

void EntryIndex::find_exact(std::span<const AskedPlate> asked, UtcTime at,
                            std::vector<ListedPlate>& found) const {
  tables_->find_exact(asked, at, found);
}

void EntryIndex::prefetch(const Sighting& read) const {
  const ReadKey key = tables_->key_of(read);
  if (key.packed) tables_->prefetch(*key.packed);
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

void EntryIndex::set_rule(const Id& list, const MatchRule& rule) {
  tables_->rules[tables_->list_number(list)] = rule;
}

void EntryIndex::set_knowledge(std::shared_ptr<const Knowledge> knowledge) {
  tables_->knowledge = std::move(knowledge);
}

std::size_t EntryIndex::size() const { return tables_->records.size(); }

std::size_t EntryIndex::approximate_bytes() const { return tables_->approximate_bytes(); }

}  // namespace bas::match
