// What an index of entries is made of: records, and the tables that find them.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "match/entry_index.h"
#include "match/pattern_index.h"
#include "match/records.h"
#include "match/rivals.h"
#include "match/tag_table.h"

namespace bas::match {

// A read made ready for probing.
struct ReadKey {
  const Sighting* read = nullptr;
  std::optional<plates::PackedPlate> packed;  // empty: too long or with letters without a code
  std::uint64_t plate = 0;                    // as in Record
  Rivals::Read rivals_read() const {
    return {{*packed, read->doubt}, read->plate.country, read->camera};
  }
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

  ReadKey key_of(const Sighting& read) const;
  // Entries in force that bear exactly the plate of the read.
  std::vector<std::uint32_t> exact_places(const ReadKey& key) const;
  // Entries in force that the read may be a misread of, the plate itself left out; each once. This
  // finds candidates and never scores them.
  std::vector<std::uint32_t> neighbour_places(const ReadKey& key) const;
  void find_exact(std::span<const AskedPlate> asked, UtcTime at,
                  std::vector<ListedPlate>& found) const;
  void prefetch(plates::PackedPlate plate) const;

  bool applies(std::uint32_t place, const Sighting& read) const;
  bool is_in_force(const Record& record, std::int64_t at_ms) const;
  Match describe(std::uint32_t place) const;
  // About how many vehicles on the road fit the pattern.
  double vehicles_that_fit(std::string_view pattern, std::string_view country) const;

  std::uint16_t list_number(const Id& list);
  void set_rule(const Id& list, const MatchRule& rule);
  std::uint16_t country_number(std::string_view country) const;
  std::size_t approximate_bytes() const;

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
  double lowest_threshold = 1;     // of lists that match inexactly; 0 while one goes without veto
  Numbering<std::string> countries;

 private:
  // A record that may be of a plate that was asked.
  struct Probe {
    std::uint32_t asked = 0;
    std::uint32_t place = 0;
  };
  void add_listed(std::span<const Probe> probes, std::span<const AskedPlate> asked,
                  std::int64_t at_ms, std::vector<ListedPlate>& found) const;
  std::uint64_t plate_key(std::string_view canonical_plate) const;
  std::uint64_t id_hash(const Id& entry) const;
  std::optional<std::uint32_t> place_of(const Id& entry) const;
  Record record_of(const IndexedEntry& entry);
  std::vector<std::uint64_t> neighbour_hashes(plates::PackedPlate plate) const;
};

}  // namespace bas::match
