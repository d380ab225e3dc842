// From a matched read to a recorded hit that desks have been told of.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <chrono>
#include <functional>
#include <span>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/entry_book.h"
#include "flow/hit_sealer.h"
#include "flow/repeat_guard.h"
#include "ports/desks.h"
#include "ports/hit_store.h"

namespace bas::flow {

class Directory;

// A read with what it matched. kAgain: it may have been matched before (a better view of a
// passage, or recovery after a crash), so hits that exist are left alone.
enum class Occasion { kFirst, kAgain };
struct MatchedRead {
  const Read* read = nullptr;
  std::vector<match::Match> matches;
  Occasion occasion = Occasion::kFirst;
};

// Threads: make() from one at a time.
class HitMaker {
 public:
  struct Parts {
    EntryBook& entries;
    HitStore& store;
    HitSealer& sealer;
    RepeatGuard& guard;
    // Asked before hits are recorded: what may not be shared is not made.
    std::function<Result<>(std::span<const Hit>)> share;
    Desks& desks;
    const Directory& directory;  // whose home a municipality is
    const Clock& clock;
    Random& random;
    // Hits of one vehicle closer together than this are one incident; in a batch, those of a day.
    std::chrono::milliseconds incident_window{30 * 60'000};
  };
  // Reads back the incidents that may still be extended.
  static Result<std::unique_ptr<HitMaker>> open(Parts parts);

  std::vector<match::Match> matches(const Read& read) const { return parts_.entries.find(read); }

  // Shares the hits of all reads, records them in one transaction, then tells the desks. On an
  // error nothing is told, and the reads are matched again later.
  Result<> make(std::span<const MatchedRead> matched);

 private:
  // A hit with the incident as it stood after it, and its read.
  struct Made {
    Hit hit;
    Incident incident;
    const Read* read = nullptr;
  };

  explicit HitMaker(Parts parts) : parts_(std::move(parts)) {}
  Result<> load_open_incidents();
  Result<std::vector<Made>> hits_of(const MatchedRead& matched);
  Result<Hit> describe(const Read& read, const match::Match& match) const;
  Result<> record(std::span<Made> made);
  Id batch_zone_of(const Hit& hit, const Entry& entry) const;
  bool belongs_to(const Incident& incident, const Hit& hit) const;
  Incident& incident_for(const Hit& hit);
  void forget_closed(UtcTime now);

  Parts parts_;
  // By the plate's characters; more than one where countries differ. Forgotten, and read back
  // before the next use, when the store refused what they had counted.
  absl::flat_hash_map<std::string, std::vector<Incident>> open_incidents_;
  bool is_loaded_ = false;
};

}  // namespace bas::flow
