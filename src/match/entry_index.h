// The entries in force, in memory: found by the plate, by what it may have been misread as, and by
// partial plates.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/knowledge.h"
#include "match/match.h"

namespace bas::match {

// Threads: none of its own. Any number of find() at once; a change needs the index for itself.
// Cost: find() 0.1 to 0.5 µs when nothing matches exactly, 1 to 3 µs with look-alikes of a dense
// list; put() 1 to 4 µs, never a pause to grow beyond 0.2 ms. Bytes an entry: 75 to 85, and 85 to
// 105 more where its list matches inexactly.
class EntryIndex {
 public:
  // `seed` keeps whoever writes a list from choosing plates that collide.
  explicit EntryIndex(std::uint64_t seed,
                      std::shared_ptr<const Knowledge> knowledge = Knowledge::standard());
  ~EntryIndex();
  EntryIndex(EntryIndex&&) noexcept;
  EntryIndex& operator=(EntryIndex&&) noexcept;

  // An entry with the same id is replaced, also when its plate changed. `canonical_plate` may be a
  // partial plate. kBadInput when a partial plate names too little; the entry is then not there.
  Result<> put(std::string_view canonical_plate, const IndexedEntry& entry);

  // False when the entry was not there.
  bool remove(const Id& entry);

  // The entries of a suspended list stay but do not match. Unknown lists may be suspended ahead.
  void suspend_list(const Id& list);
  void resume_list(const Id& list);

  // How the list matches. Entries put before it keep being found as they were: put them again.
  void set_rule(const Id& list, const MatchRule& rule);

  // The plates known to be real, when they have changed. Entries keep the numbers of the words for
  // their vehicles: put them again when those have changed.
  void set_knowledge(std::shared_ptr<const Knowledge> knowledge);
  const std::shared_ptr<const Knowledge>& knowledge() const;

  // Entries in force at the time of the read: those with its exact text, and, of lists that want
  // them, those it may be a misread of and those whose pattern it fits, if their probability is
  // not below the list's threshold. Strongest priority first, then exact ones, then by entry id.
  // Two known countries that differ are two vehicles; where one is not known the entry matches.
  std::vector<Match> find(const Sighting& read) const;

  // For batches of plates: adds every exact entry in force at that time, in the order asked.
  // Fetches ahead: 20 to 40 ns a plate of ten million entries, on huge pages.
  void find_exact(std::span<const AskedPlate> asked, UtcTime at,
                  std::vector<ListedPlate>& found) const;
  // The same with look-alikes and partial plates: what find() gives for such a read, without the
  // reasons. 0.5 to 1.5 µs a read of ten million entries.
  void find_scored(std::span<const AskedRead> asked, UtcTime at,
                   std::vector<ScoredPlate>& found) const;
  // The number of a country, for good; kUnlistedCountry while no entry names it.
  std::uint16_t country_number(std::string_view country) const;
  static constexpr std::uint16_t kUnlistedCountry = 0xFFFF;
  // The lists by their numbers, for good.
  std::span<const Id> lists() const;

  std::size_t size() const;
  // Memory held, from the sizes of the tables.
  std::size_t approximate_bytes() const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace bas::match
