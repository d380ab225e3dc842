// What an index of entries is made of: records, and the tables that find them.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "match/entry_index.h"
#include "match/pattern_index.h"
#include "match/records.h"
#include "match/rivals.h"
#include "match/tag_table.h"

namespace bas::match {

// A read made ready for probing. `text` is looked at only where it does not pack.
struct ReadKey {
  std::optional<plates::PackedPlate> packed;  // empty: too long or with letters without a code
  std::uint64_t plate = 0;                    // as in Record
  std::string_view text;
  std::string_view country;
  std::uint16_t country_number = 0;
  std::int64_t at_ms = 0;
  const plates::MisreadModel* camera = nullptr;
  plates::Doubts doubt = plates::kUsualDoubts;
  SeenVehicle vehicle;
  Rivals::Read rivals_read() const { return {{*packed, doubt}, country, camera}; }
};

// What the misreads of a plate are found by.
struct NeighbourHashes {
  std::array<std::uint64_t, plates::PackedPlate::kGlyphsMax + 1> hashes;
  std::size_t count = 0;
  std::span<const std::uint64_t> all() const { return std::span(hashes).first(count); }
};

// Gives every distinct value a small number, for good.
template <typename Value>
struct Numbering {
  std::vector<Value> values;
  absl::flat_hash_map<Value, std::uint16_t> numbers;
};

// Threads: none of its own; any number of readers, a change alone.
struct IndexTables {
  IndexTables(std::uint64_t seed_of_index, std::shared_ptr<const Knowledge> what_is_known);

  Result<> put(std::string_view canonical_plate, const IndexedEntry& entry);
  bool remove(const Id& entry);

  // Lives no longer than the read.
  ReadKey key_of(const Sighting& read) const;
  // Places are found in two steps, so that others wait for memory meanwhile: first those that the
  // tables name and begin to fetch, then, of these, the entries in force that are meant.
  // Of the plate of the read:
  std::uint64_t hash_of(const ReadKey& key) const;
  void find_exact_places(const ReadKey& key, std::vector<std::uint32_t>& places) const;
  void keep_exact(const ReadKey& key, std::vector<std::uint32_t>& places) const;
  // That it may be a misread of, the plate itself left out; each once. This never scores them.
  NeighbourHashes neighbour_hashes(plates::PackedPlate plate) const;
  void find_neighbour_places(const NeighbourHashes& hashes,
                             std::vector<std::uint32_t>& places) const;
  void keep_neighbours(const ReadKey& key, std::vector<std::uint32_t>& places) const;

  bool applies(std::uint32_t place, const ReadKey& read) const;
  bool is_in_force(const Record& record, std::int64_t at_ms) const;
  Match describe(std::uint32_t place) const;
  // About how many vehicles on the road fit the pattern of an entry.
  double vehicles_that_fit(std::uint32_t place) const;

  const MatchRule& rule_of(std::uint32_t place) const { return rules[records.at(place).list]; }

  std::uint16_t list_number(const Id& list);
  void set_rule(const Id& list, const MatchRule& rule);
  std::uint16_t country_number(std::string_view country) const;
  std::size_t approximate_bytes() const;

  static constexpr double kUnreachable = 2;  // by any probability

  std::uint64_t seed;
  std::shared_ptr<const Knowledge> knowledge;
  Records records;
  TagTable by_plate;
  TagTable by_id;
  TagTable by_neighbour;
  PatternIndex patterns;
  Numbering<Id> lists;
  std::vector<bool> is_suspended;  // by number of the list
  std::vector<MatchRule> rules;    // likewise
  // Of lists that match inexactly; kUnreachable while there is none.
  double lowest_threshold = kUnreachable;
  double lowest_without_veto = kUnreachable;
  Numbering<std::string> countries;

 private:
  std::uint64_t plate_key(std::string_view canonical_plate) const;
  std::uint64_t id_hash(const Id& entry) const;
  std::optional<std::uint32_t> place_of(const Id& entry) const;
  Record record_of(const IndexedEntry& entry);
};

}  // namespace bas::match
