// What an entry or a list would do, told before it is in force.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/knowledge.h"
#include "match/match.h"

namespace bas::match {

// The traffic past all cameras together. `countries`: which share of the reads is of which country;
// what is missing to 1 is of none that matters. Empty: every read is of the entry's country, which
// expects more false hits than there will be.
struct Traffic {
  struct Country {
    std::string code;
    double share = 0;  // 0..1
  };
  double reads_per_day = 0;
  std::vector<Country> countries;
};

// `plate` is canonical, or a partial plate; `country` empty: any.
struct PreviewedEntry {
  std::string plate;
  std::string country;
  MatchRule rule;
};

// A read that would be taken for the listed vehicle. `share`: of the listed vehicle's passages;
// `probability`: that such a read is of the listed vehicle; `false_hits_a_day`: by others.
struct AcceptedRead {
  Plate read;
  MatchKind kind = MatchKind::kExact;
  double probability = 1;
  double share = 0;
  double false_hits_a_day = 0;
};

// `exact` and `inexact`: shares 0..1 of the listed vehicle's passages that would be found. `reads`:
// the most frequent first; empty for a partial plate, of which `vehicles_that_fit` says how wide
// it is.
struct Preview {
  double exact = 0;
  double inexact = 0;
  double false_hits_a_day = 0;
  std::vector<AcceptedRead> reads;
  double vehicles_that_fit = 0;
  double recall() const { return exact + inexact; }
};

// Of a whole list. Where it is longer than what was looked at, the sums are scaled up from an even
// sample, and `false_hits_error` is their standard error.
struct ListPreview {
  struct Noisy {
    std::size_t entry = 0;  // which of those asked
    double false_hits_a_day = 0;
  };
  std::size_t looked_at = 0;
  std::size_t refused = 0;  // of those, partial plates that name too little
  double recall = 0;        // mean
  double false_hits_a_day = 0;
  double false_hits_error = 0;
  std::vector<Noisy> worst;  // of those looked at, at most ten
};

// Counts on reads of usual doubt that tell their country, and on each entry alone: other listed
// plates near it and what cameras say of vehicles are left out. Of misreads it weighs one glyph
// replaced, lost or too many, and two look-alikes at once; rarer ones (under one passage in a
// thousand) are taken as not found.
// Threads: any; keeps references to what it was made of.
class Previewer {
 public:
  Previewer(const Knowledge& knowledge, const Traffic& traffic,
            const plates::MisreadModel* camera = nullptr);

  // kBadInput for a partial plate that names too little. Cost: 1 to 3 ms for each country of the
  // traffic that the entry may be of; microseconds where the rule takes exact matches only.
  Result<Preview> entry(const PreviewedEntry& entry) const;
  // Looks at `entries_max` entries at most, evenly chosen.
  ListPreview list(std::span<const PreviewedEntry> entries, std::size_t entries_max = 1000) const;

 private:
  // Reads of one country: `a_day` of them, and the share of the listed vehicle's passages that are.
  struct Stream {
    std::string country;
    double a_day = 0;
    double weight = 1;
  };
  std::vector<Stream> streams_of(const PreviewedEntry& entry) const;
  Result<Preview> partial(const PreviewedEntry& entry) const;
  void add_read(const PreviewedEntry& entry, const Stream& stream, plates::PackedPlate read,
                Preview& preview) const;

  const Knowledge& knowledge_;
  const Traffic& traffic_;
  const plates::MisreadModel& model_;
};

}  // namespace bas::match
