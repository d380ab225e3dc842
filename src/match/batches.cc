#include "match/batches.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "match/mix.h"
#include "match/scoring.h"

namespace bas::match {

namespace {

constexpr std::size_t kAhead = 16;  // plates in flight

// A record that may be of a plate that was asked.
struct Probe {
  std::uint32_t asked = 0;
  std::uint32_t place = 0;
};

struct Question {
  std::span<const AskedPlate> asked;
  std::int64_t at_ms = 0;
};

// Of one plate the strongest priority first.
void add_listed(const IndexTables& tables, std::span<const Probe> probes, const Question& question,
                std::vector<ListedPlate>& found) {
  for (auto probe = probes.begin(); probe != probes.end();) {
    const std::uint32_t number = probe->asked;
    const AskedPlate& plate = question.asked[number];
    const std::size_t before = found.size();
    for (; probe != probes.end() && probe->asked == number; ++probe) {
      const Record& record = tables.records.at(probe->place);
      const bool is_same_country =
          record.country == 0 || plate.country == 0 || record.country == plate.country;
      if (record.plate == plate.plate.bits() && is_same_country &&
          tables.is_in_force(record, question.at_ms)) {
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

}  // namespace

// Three rounds over some plates.
void find_exact(const IndexTables& tables, std::span<const AskedPlate> asked, UtcTime at,
                std::vector<ListedPlate>& found) {
  const std::int64_t at_ms = at.time_since_epoch().count();
  std::array<std::uint64_t, kAhead> hashes;
  std::vector<Probe> probes;
  for (std::size_t first = 0; first < asked.size(); first += kAhead) {
    const std::size_t count = std::min(kAhead, asked.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      hashes[i] = mix(asked[first + i].plate.bits(), tables.seed);
      tables.by_plate.prefetch(hashes[i]);
    }
    probes.clear();
    for (std::size_t i = 0; i < count; ++i) {
      tables.by_plate.find(hashes[i], [&](std::uint32_t place) {
        tables.records.prefetch(place);
        probes.push_back({static_cast<std::uint32_t>(first + i), place});
        return true;
      });
    }
    add_listed(tables, probes, {asked, at_ms}, found);
  }
}

namespace {

// A read of those in flight.
struct InFlight {
  ReadKey read;
  std::optional<Scoring> scoring;
  NeighbourHashes hashes;             // none where no look-alike can count
  std::vector<std::uint32_t> places;  // that may be of the read, exact ones, then look-alikes
};

// Five rounds over some reads; what each fetches the next one looks at.
class ScoredBatch {
 public:
  ScoredBatch(const IndexTables& tables, std::int64_t at_ms) : tables_(tables), at_ms_(at_ms) {}

  void find(std::span<const AskedRead> asked, std::uint32_t first,
            std::vector<ScoredPlate>& found) {
    const std::span reads = std::span(flights_).first(asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) begin(asked[i], reads[i]);
    for (InFlight& one : reads) tables_.find_exact_places(one.read, one.places);
    for (InFlight& one : reads) take_exact(one);
    for (InFlight& one : reads) tables_.find_neighbour_places(one.hashes, one.places);
    for (std::size_t i = 0; i < reads.size(); ++i) {
      finish(reads[i], first + static_cast<std::uint32_t>(i), found);
    }
  }

 private:
  void begin(const AskedRead& asked, InFlight& one) const {
    one.read = {.packed = asked.plate,
                .plate = asked.plate.bits(),
                .text = {},
                .country = asked.country_code,
                .country_number = asked.country,
                .at_ms = at_ms_,
                .vehicle = {}};
    tables_.by_plate.prefetch(tables_.hash_of(one.read));
    one.scoring.emplace(tables_, one.read);
  }

  void take_exact(InFlight& one) const {
    tables_.keep_exact(one.read, one.places);
    one.scoring->take_exact(one.places);
    one.places.clear();
    one.hashes.count = 0;
    if (!one.scoring->wants_neighbours()) return;
    one.hashes = tables_.neighbour_hashes(*one.read.packed);
    for (const std::uint64_t hash : one.hashes.all()) tables_.by_neighbour.prefetch(hash);
  }

  void finish(InFlight& one, std::uint32_t number, std::vector<ScoredPlate>& found) const {
    tables_.keep_neighbours(one.read, one.places);
    one.scoring->take_neighbours(one.places);
    one.places.clear();
    one.scoring->take_partial();
    const std::size_t before = found.size();
    for (const ScoredEntry& entry : one.scoring->entries()) {
      const Record& record = tables_.records.at(entry.place);
      found.push_back(
          {number, record.list, record.priority, entry.kind, entry.probability, record.entry});
    }
    if (found.size() < before + 2) return;
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
              [](const ScoredPlate& a, const ScoredPlate& b) {
                return std::tie(a.priority, a.kind, a.entry) <
                       std::tie(b.priority, b.kind, b.entry);
              });
  }

  const IndexTables& tables_;
  std::int64_t at_ms_;
  std::array<InFlight, kAhead> flights_;
};

}  // namespace

void find_scored(const IndexTables& tables, std::span<const AskedRead> asked, UtcTime at,
                 std::vector<ScoredPlate>& found) {
  ScoredBatch batch(tables, at.time_since_epoch().count());
  for (std::size_t first = 0; first < asked.size(); first += kAhead) {
    const std::size_t count = std::min(kAhead, asked.size() - first);
    batch.find(asked.subspan(first, count), static_cast<std::uint32_t>(first), found);
  }
}

}  // namespace bas::match
