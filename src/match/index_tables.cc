#include "match/index_tables.h"

#include <absl/hash/hash.h>

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "match/fitting.h"
#include "match/mix.h"

namespace bas::match {

using plates::PackedPlate;

namespace {

constexpr std::uint32_t kShards = 4096;
constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t kNeighbourSalt = 0xA5A5A5A55A5A5A5AU;

std::int64_t ms_or(const std::optional<UtcTime>& time, std::int64_t none) {
  return time ? time->time_since_epoch().count() : none;
}

std::optional<UtcTime> time_unless(std::int64_t ms, std::int64_t none) {
  if (ms == none) return std::nullopt;
  return UtcTime{std::chrono::milliseconds{ms}};
}

template <typename Value>
std::uint16_t number_of(Numbering<Value>& numbering, const Value& value) {
  check(numbering.values.size() < std::numeric_limits<std::uint16_t>::max());
  const auto [found, is_new] =
      numbering.numbers.try_emplace(value, static_cast<std::uint16_t>(numbering.values.size()));
  if (is_new) numbering.values.push_back(value);
  return found->second;
}

}  // namespace

IndexTables::IndexTables(std::uint64_t seed_of_index,
                         std::shared_ptr<const Knowledge> what_is_known)
    : seed(seed_of_index),
      knowledge(std::move(what_is_known)),
      by_plate(kShards),
      by_id(kShards),
      by_neighbour(kShards) {
  number_of(countries, std::string());
}

Result<> IndexTables::put(std::string_view canonical_plate, const IndexedEntry& entry) {
  Record record = record_of(entry);
  record.is_pattern = is_pattern(canonical_plate);
  if (record.is_pattern) {
    TRY(PatternIndex::lay(canonical_plate));
    const std::uint32_t place = records.add(record, canonical_plate);
    by_id.put(id_hash(entry.entry), place);
    return patterns.put(canonical_plate, place);
  }
  record.plate = plate_key(canonical_plate);
  const bool is_packed = (record.plate & kHashedPlate) == 0;
  record.has_neighbours = is_packed && rules[record.list].inexact != InexactUse::kNothing;
  const std::uint32_t place = records.add(record, canonical_plate);
  by_id.put(id_hash(entry.entry), place);
  by_plate.put(mix(record.plate, seed), place);
  if (record.has_neighbours) {
    const auto hashes = neighbour_hashes(PackedPlate::from_bits(record.plate));
    for (const std::uint64_t hash : hashes.all()) by_neighbour.put(hash, place);
  }
  return {};
}

bool IndexTables::remove(const Id& entry) {
  const auto place = place_of(entry);
  if (!place) return false;
  const Record record = records.at(*place);
  check(by_id.remove(id_hash(entry), *place));
  if (record.is_pattern) {
    check(patterns.remove(records.text_of(*place), *place));
  } else {
    check(by_plate.remove(mix(record.plate, seed), *place));
  }
  if (record.has_neighbours) {
    const auto hashes = neighbour_hashes(PackedPlate::from_bits(record.plate));
    for (const std::uint64_t hash : hashes.all()) check(by_neighbour.remove(hash, *place));
  }
  records.remove(*place);
  return true;
}

ReadKey IndexTables::key_of(const Sighting& read) const {
  ReadKey key{.packed = PackedPlate::of(read.plate.text),
              .text = read.plate.text,
              .country = read.plate.country,
              .country_number = country_number(read.plate.country),
              .at_ms = read.captured_at.time_since_epoch().count(),
              .camera = read.camera,
              .doubt = read.doubt,
              .vehicle = read.vehicle};
  key.plate = key.packed ? key.packed->bits() : plate_key(read.plate.text);
  return key;
}

std::uint64_t IndexTables::hash_of(const ReadKey& key) const { return mix(key.plate, seed); }

void IndexTables::find_exact_places(const ReadKey& key, std::vector<std::uint32_t>& places) const {
  by_plate.find(hash_of(key), [&](std::uint32_t place) {
    records.prefetch(place);
    places.push_back(place);
    return true;
  });
}

void IndexTables::keep_exact(const ReadKey& key, std::vector<std::uint32_t>& places) const {
  std::erase_if(places, [&](std::uint32_t place) {
    const bool is_same =
        records.at(place).plate == key.plate && (key.packed || records.text_of(place) == key.text);
    return !is_same || !applies(place, key);
  });
}

void IndexTables::find_neighbour_places(const NeighbourHashes& hashes,
                                        std::vector<std::uint32_t>& places) const {
  for (const std::uint64_t hash : hashes.all()) {
    by_neighbour.find(hash, [&](std::uint32_t place) {
      records.prefetch(place);
      places.push_back(place);
      return true;
    });
  }
}

void IndexTables::keep_neighbours(const ReadKey& key, std::vector<std::uint32_t>& places) const {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::erase_if(places, [&](std::uint32_t place) {
    return records.at(place).plate == key.plate || !applies(place, key);
  });
}

bool IndexTables::applies(std::uint32_t place, const ReadKey& read) const {
  const Record& record = records.at(place);
  if (!is_in_force(record, read.at_ms)) return false;
  return record.country == 0 || read.country_number == 0 || record.country == read.country_number;
}

bool IndexTables::is_in_force(const Record& record, std::int64_t at_ms) const {
  return at_ms >= record.valid_from_ms && at_ms < record.valid_until_ms &&
         !is_suspended[record.list];
}

Match IndexTables::describe(std::uint32_t place) const {
  const Record& record = records.at(place);
  Match match;
  match.entry = {record.entry,
                 lists.values[record.list],
                 countries.values[record.country],
                 record.priority,
                 time_unless(record.valid_from_ms, kAlways),
                 time_unless(record.valid_until_ms, kForever),
                 record.vehicle};
  match.rule = rules[record.list];
  match.listed = records.text_of(place);
  return match;
}

double IndexTables::vehicles_that_fit(std::uint32_t place) const {
  return match::vehicles_that_fit(knowledge->grammars,
                                  PatternIndex::lay(records.text_of(place)).value(),
                                  countries.values[records.at(place).country]);
}

std::uint16_t IndexTables::list_number(const Id& list) {
  const std::uint16_t number = number_of(lists, list);
  if (number == is_suspended.size()) {
    is_suspended.push_back(false);
    rules.emplace_back();
  }
  return number;
}

void IndexTables::set_rule(const Id& list, const MatchRule& rule) {
  rules[list_number(list)] = rule;
  lowest_threshold = lowest_without_veto = kUnreachable;
  for (const MatchRule& one : rules) {
    if (one.inexact == InexactUse::kNothing) continue;
    double& lowest = one.uses_veto ? lowest_threshold : lowest_without_veto;
    lowest = std::min(lowest, one.threshold);
  }
}

std::uint16_t IndexTables::country_number(std::string_view country) const {
  const auto found = countries.numbers.find(std::string(country));
  return found == countries.numbers.end() ? EntryIndex::kUnlistedCountry : found->second;
}

std::size_t IndexTables::approximate_bytes() const {
  return sizeof *this + records.approximate_bytes() + by_plate.approximate_bytes() +
         by_id.approximate_bytes() + by_neighbour.approximate_bytes() +
         patterns.approximate_bytes();
}

std::uint64_t IndexTables::plate_key(std::string_view canonical_plate) const {
  const auto packed = PackedPlate::of(canonical_plate);
  if (packed) return packed->bits();
  return absl::HashOf(seed, canonical_plate) | kHashedPlate;
}

std::uint64_t IndexTables::id_hash(const Id& entry) const {
  return mix(absl::HashOf(seed, entry.view()), seed);
}

std::optional<std::uint32_t> IndexTables::place_of(const Id& entry) const {
  std::optional<std::uint32_t> found;
  by_id.find(id_hash(entry), [&](std::uint32_t place) {
    if (records.at(place).entry == entry) found = place;
    return !found;
  });
  return found;
}

Record IndexTables::record_of(const IndexedEntry& entry) {
  check(entry.priority >= 0 && entry.priority <= std::numeric_limits<std::int8_t>::max());
  Record record;
  record.entry = entry.entry;
  record.valid_from_ms = ms_or(entry.valid_from, kAlways);
  record.valid_until_ms = ms_or(entry.valid_until, kForever);
  record.list = list_number(entry.list);
  record.country = number_of(countries, entry.country);
  record.priority = static_cast<std::int8_t>(entry.priority);
  record.vehicle = entry.vehicle;
  return record;
}

// The folded plate and the folded plate without each of its glyphs. Two plates share one of these
// when they differ by look-alikes in any number and besides by at most one glyph: another, one
// more or one less (and some that differ by two, which scoring refuses).
NeighbourHashes IndexTables::neighbour_hashes(PackedPlate plate) const {
  const PackedPlate folded = knowledge->folding.fold(plate);
  const int length = folded.length();
  NeighbourHashes found;
  const auto add = [&](PackedPlate key) {
    found.hashes[found.count++] = mix(key.bits(), seed ^ kNeighbourSalt);
  };
  add(folded);
  for (int place = 0; place < length && length > 1; ++place) {
    if (place > 0 && folded.at(place) == folded.at(place - 1)) continue;
    add(folded.without(place));
  }
  return found;
}

}  // namespace bas::match
