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

bool comes_before(const Match& a, const Match& b) {
  if (a.entry.priority != b.entry.priority) return a.entry.priority < b.entry.priority;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.entry.entry < b.entry.entry;
}

// An entry that a read may belong to, before the vehicle is looked at.
struct Candidate {
  std::uint32_t place = 0;
  PackedPlate listed;
  double likelihood = 0;
  double ratio = 1;  // of what the camera said of the vehicle
  double probability = 0;
};

// What the camera said of the vehicle raises one listed plate and lowers another, and all of them
// share one whole: each is weighed beside the others. A plate that is listed twice counts once
// among them, with what its first entry says.
void weigh_vehicles(std::vector<Candidate>& candidates) {
  std::vector<std::size_t> first_of(candidates.size());
  double whole = 1;
  const auto added = [&](const Candidate& one) { return one.probability * (one.ratio - 1); };
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    while (candidates[first_of[i]].listed != candidates[i].listed) ++first_of[i];
    if (first_of[i] == i) whole += added(candidates[i]);
  }
  const std::vector<Candidate> before = candidates;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double own = before[i].probability * before[i].ratio;
    const double others = whole - added(before[first_of[i]]) - before[i].probability;
    candidates[i].probability = own / std::max(own + others, std::max(own, 1e-300));
  }
}

}  // namespace

struct EntryIndex::Tables : IndexTables {
  using IndexTables::IndexTables;

  void add_exact(const ReadKey& key, std::vector<Match>& matches) const;
  void add_inexact(const ReadKey& key, std::vector<Match>& matches) const;
  // No plate but the read's own can reach the threshold of a list, whatever is listed.
  bool is_surely_itself(const Sighting& read, const Rivals& rivals) const;
  void add_partial(const ReadKey& key, std::vector<Match>& matches) const;

  double vehicle_ratio(std::uint32_t place, const Sighting& read) const;
  std::vector<Candidate> candidates(std::span<const std::uint32_t> places, const Sighting& read,
                                    Rivals& rivals) const;
  // A match with the reasons that every kind has; the caller adds the others.
  Match begin_match(std::uint32_t place, const Sighting& read) const;
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

// What the camera said of the vehicle changes how probable an exact match is, never whether it is
// one.
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
    Match match = begin_match(place, *key.read);
    match.probability = weighed(probability, match.reasons.vehicle_ratio);
    match.explanation = sentence_of(match.reasons);
    matches.push_back(std::move(match));
  }
}

// An inexact match counts when its probability reaches the threshold.
void EntryIndex::Tables::add_inexact(const ReadKey& key, std::vector<Match>& matches) const {
  if (by_neighbour.size() == 0) return;
  Rivals rivals(*knowledge, key.rivals_read());
  if (!matches.empty()) rivals.add_listed(*key.packed, 0);  // an entry has the plate of the read
  if (is_surely_itself(*key.read, rivals)) return;
  const std::vector<std::uint32_t> places = neighbour_places(key);
  if (places.empty()) return;
  for (const Candidate& one : candidates(places, *key.read, rivals)) {
    if (one.probability < rules[records.at(one.place).list].threshold) continue;
    Match match = begin_match(one.place, *key.read);
    explain_glyphs(one.listed, *key.packed, match.reasons);
    match.kind = match.reasons.kind;
    match.reasons.obeys_grammar = rivals.obeys_grammar();
    match.reasons.read_is_known = rivals.is_known_plate();
    match.probability = one.probability;
    match.explanation = sentence_of(match.reasons);
    matches.push_back(std::move(match));
  }
}

bool EntryIndex::Tables::is_surely_itself(const Sighting& read, const Rivals& rivals) const {
  return rivals.is_known_plate() && read.vehicle.facts.is_empty() &&
         rivals.probability_of_another_at_most() < lowest_threshold;
}

// The cheap bound comes first, so that reads which are known plates themselves cost no search for
// rivals.
std::vector<Candidate> EntryIndex::Tables::candidates(std::span<const std::uint32_t> places,
                                                      const Sighting& read, Rivals& rivals) const {
  std::vector<Candidate> possible;
  for (const std::uint32_t place : places) {
    Candidate one{.place = place, .listed = PackedPlate::from_bits(records.at(place).plate)};
    one.likelihood = rivals.likelihood(one.listed);
    const MatchRule& rule = rules[records.at(place).list];
    rivals.add_listed(one.listed, one.likelihood);
    if (rule.inexact == InexactUse::kNothing) continue;
    one.ratio = vehicle_ratio(place, read);
    const double most = rivals.probability_at_most(one.likelihood, rule.uses_veto);
    if (weighed(most, one.ratio) >= rule.threshold) possible.push_back(one);
  }
  bool has_vehicles = false;
  for (Candidate& one : possible) {
    const MatchRule& rule = rules[records.at(one.place).list];
    one.probability = rivals.probability(one.likelihood, rule.uses_veto);
    has_vehicles = has_vehicles || one.ratio != 1;
  }
  if (has_vehicles) weigh_vehicles(possible);
  return possible;
}

void EntryIndex::Tables::add_partial(const ReadKey& key, std::vector<Match>& matches) const {
  std::vector<std::uint32_t> places;
  patterns.find(*key.packed, places);
  for (const std::uint32_t place : places) {
    if (!applies(place, *key.read)) continue;
    if (rules[records.at(place).list].inexact == InexactUse::kNothing) continue;
    Match match = begin_match(place, *key.read);
    match.kind = match.reasons.kind = MatchKind::kPartial;
    match.reasons.pattern = match.listed;
    match.reasons.vehicles_that_fit = vehicles_that_fit(match.listed, match.entry.country);
    match.probability =
        weighed(1 / std::max(1.0, match.reasons.vehicles_that_fit), match.reasons.vehicle_ratio);
    if (match.probability < match.rule.threshold) continue;
    match.explanation = sentence_of(match.reasons);
    matches.push_back(std::move(match));
  }
}

double EntryIndex::Tables::vehicle_ratio(std::uint32_t place, const Sighting& read) const {
  const Record& record = records.at(place);
  if (read.vehicle.facts.is_empty() || record.vehicle.is_empty()) return 1;
  const std::string& listed = countries.values[record.country];
  return knowledge->vehicles.ratio(record.vehicle, read.vehicle,
                                   listed.empty() ? read.plate.country : listed);
}

Match EntryIndex::Tables::begin_match(std::uint32_t place, const Sighting& read) const {
  Match match = describe(place);
  explain_country({read.plate.country, match.entry.country}, match.reasons);
  explain_vehicle(knowledge->vehicles, {match.entry.vehicle, read.vehicle}, match.reasons);
  return match;
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

void EntryIndex::set_rule(const Id& list, const MatchRule& rule) { tables_->set_rule(list, rule); }

void EntryIndex::set_knowledge(std::shared_ptr<const Knowledge> knowledge) {
  tables_->knowledge = std::move(knowledge);
}

const std::shared_ptr<const Knowledge>& EntryIndex::knowledge() const { return tables_->knowledge; }

std::size_t EntryIndex::size() const { return tables_->records.size(); }

std::size_t EntryIndex::approximate_bytes() const { return tables_->approximate_bytes(); }

}  // namespace bas::match
