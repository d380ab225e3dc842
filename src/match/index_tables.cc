#include "match/index_tables.h"

#include <absl/hash/hash.h>

#include <algorithm>
#include <limits>
#include <tuple>

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
constexpr std::size_t kAhead = 16;  // probes in flight

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
    for (const std::uint64_t hash : hashes) by_neighbour.put(hash, place);
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
    for (const std::uint64_t hash : hashes) check(by_neighbour.remove(hash, *place));
  }
  records.remove(*place);
  return true;
}

ReadKey IndexTables::key_of(const Sighting& read) const {
  ReadKey key{.read = &read, .packed = PackedPlate::of(read.plate.text), .plate = 0};
  key.plate = key.packed ? key.packed->bits() : plate_key(read.plate.text);
  return key;
}

std::vector<std::uint32_t> IndexTables::exact_places(const ReadKey& key) const {
  std::vector<std::uint32_t> places;
  by_plate.find(mix(key.plate, seed), [&](std::uint32_t place) {
    const bool is_same = records.at(place).plate == key.plate &&
                         (key.packed || records.text_of(place) == key.read->plate.text);
    if (is_same && applies(place, *key.read)) places.push_back(place);
    return true;
  });
  return places;
}

std::vector<std::uint32_t> IndexTables::neighbour_places(const ReadKey& key) const {
  std::vector<std::uint32_t> places;
  if (by_neighbour.size() == 0) return places;
  const auto hashes = neighbour_hashes(*key.packed);
  for (const std::uint64_t hash : hashes) by_neighbour.prefetch(hash);
  for (const std::uint64_t hash : hashes) {
    by_neighbour.find(hash, [&](std::uint32_t place) {
      records.prefetch(place);
      places.push_back(place);
      return true;
    });
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::erase_if(places, [&](std::uint32_t place) {
    return records.at(place).plate == key.plate || !applies(place, *key.read);
  });
  return places;
}

// Three rounds over some plates, so that each waits for memory while the others do.
void IndexTables::find_exact(std::span<const AskedPlate> asked, UtcTime at,
                             std::vector<ListedPlate>& found) const {
  const std::int64_t at_ms = at.time_since_epoch().count();
  std::array<std::uint64_t, kAhead> hashes;
  std::vector<Probe> probes;
  for (std::size_t first = 0; first < asked.size(); first += kAhead) {
    const std::size_t count = std::min(kAhead, asked.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      hashes[i] = mix(asked[first + i].plate.bits(), seed);
      by_plate.prefetch(hashes[i]);
    }
    probes.clear();
    for (std::size_t i = 0; i < count; ++i) {
      by_plate.find(hashes[i], [&](std::uint32_t place) {
        records.prefetch(place);
        probes.push_back({static_cast<std::uint32_t>(first + i), place});
        return true;
      });
    }
    add_listed(probes, asked, at_ms, found);
  }
}

// Of one plate the strongest priority first.
void IndexTables::add_listed(std::span<const Probe> probes, std::span<const AskedPlate> asked,
                             std::int64_t at_ms, std::vector<ListedPlate>& found) const {
  for (auto probe = probes.begin(); probe != probes.end();) {
    const std::uint32_t number = probe->asked;
    const AskedPlate& plate = asked[number];
    const std::size_t before = found.size();
    for (; probe != probes.end() && probe->asked == number; ++probe) {
      const Record& record = records.at(probe->place);
      const bool is_same_country =
          record.country == 0 || plate.country == 0 || record.country == plate.country;
      if (record.plate == plate.plate.bits() && is_same_country && is_in_force(record, at_ms)) {
        found.push_back({number, record.list, record.priority, record.entry});
      }
    }
    if (found.size() < before + 2) continue;
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
              [](const ListedPlate& a, const ListedPlate& b) {
                return std::tie(a.priority, a.entry) < std::tie(b.priority, b.entry);
              });
  }
}

void IndexTables::prefetch(PackedPlate plate) const {
  by_plate.prefetch(mix(plate.bits(), seed));
  if (by_neighbour.size() == 0) return;
  for (const std::uint64_t hash : neighbour_hashes(plate)) by_neighbour.prefetch(hash);
}

bool IndexTables::applies(std::uint32_t place, const Sighting& read) const {
  const Record& record = records.at(place);
  if (!is_in_force(record, read.captured_at.time_since_epoch().count())) return false;
  if (record.country == 0 || read.plate.country.empty()) return true;
  return countries.values[record.country] == read.plate.country;
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

double IndexTables::vehicles_that_fit(std::string_view pattern, std::string_view country) const {
  return match::vehicles_that_fit(knowledge->grammars, PatternIndex::lay(pattern).value(), country);
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
  lowest_threshold = 1;
  for (const MatchRule& one : rules) {
    if (one.inexact == InexactUse::kNothing) continue;
    lowest_threshold = std::min(lowest_threshold, one.uses_veto ? one.threshold : 0);
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
std::vector<std::uint64_t> IndexTables::neighbour_hashes(PackedPlate plate) const {
  const PackedPlate folded = knowledge->folding.fold(plate);
  const int length = folded.length();
  std::vector<std::uint64_t> hashes;
  hashes.reserve(static_cast<std::size_t>(length) + 1);
  const std::uint64_t salted = seed ^ kNeighbourSalt;
  hashes.push_back(mix(folded.bits(), salted));
  for (int place = 0; place < length && length > 1; ++place) {
    if (place > 0 && folded.at(place) == folded.at(place - 1)) continue;
    hashes.push_back(mix(folded.without(place).bits(), salted));
  }
  return hashes;
}

}  // namespace bas::match
