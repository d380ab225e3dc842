// How probable it is that a read is of one entry or another.
#pragma once

#include <absl/container/inlined_vector.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "match/index_tables.h"
#include "match/rivals.h"

namespace bas::match {

// An entry that a read belongs to, without what a person wants to know of it.
struct ScoredEntry {
  std::uint32_t place = 0;
  MatchKind kind = MatchKind::kExact;
  double probability = 1;
};

// One read on its way through the index. Each step is done at most once, in this order; the tables
// find the places and this weighs them. Lives no longer than the tables and the read.
class Scoring {
 public:
  Scoring(const IndexTables& tables, const ReadKey& read) : tables_(tables), read_(read) {}

  // Entries with the text of the read.
  void take_exact(std::span<const std::uint32_t> places);
  // False where no look-alike can reach the threshold of its list, whatever is listed.
  bool wants_neighbours();
  // Entries that the read may be a misread of.
  void take_neighbours(std::span<const std::uint32_t> places);
  // Those whose pattern the read fits.
  void take_partial();

  const ReadKey& read() const { return read_; }
  std::span<const ScoredEntry> entries() const { return entries_; }
  // The read is itself a known real plate; is a plate that its country gives out.
  bool is_known_plate() { return rivals().is_known_plate(); }
  bool obeys_grammar() { return rivals().obeys_grammar(); }

 private:
  // Before the vehicle is looked at.
  struct Candidate {
    std::uint32_t place = 0;
    plates::PackedPlate listed;
    double likelihood = 0;
    double ratio = 1;  // of what the camera said of the vehicle
    double probability = 0;
  };

  Rivals& rivals();
  double vehicle_ratio(std::uint32_t place) const;
  std::vector<Candidate> candidates(std::span<const std::uint32_t> places);
  static void weigh_vehicles(std::vector<Candidate>& candidates);

  const IndexTables& tables_;
  const ReadKey& read_;
  std::optional<Rivals> rivals_;  // made when first asked
  absl::InlinedVector<ScoredEntry, 4> entries_;
};

}  // namespace bas::match
