// The reads that are committed together: one step of the pipeline is one function here.
#pragma once

#include <span>
#include <vector>

#include "flow/activity.h"
#include "flow/arrival.h"
#include "flow/hit_maker.h"
#include "flow/passages.h"
#include "flow/read_sealer.h"
#include "ports/blob_store.h"

namespace bas::flow {

// Threads: one. The steps are called in the order they stand.
class IngestBatch {
 public:
  struct Parts {
    const MessageNames& names;
    ReadSealer& sealer;
    ReadStore& reads;
    BlobStore& blobs;
    Random& random;
  };
  IngestBatch(Parts parts, std::chrono::milliseconds late_after)
      : parts_(parts),
        late_after_(late_after),
        passages_({parts.names, parts.sealer, parts.reads, parts.random}) {}

  // Takes over what arrived and says of each whether it is late.
  void admit(std::vector<Arrival>& arrivals);

  // Finds repeats, and better views of a passage that is kept or stands earlier in this batch.
  Result<> deduplicate();

  // Looks every new or improved read up in the entries in force.
  void match(const HitMaker& hits);

  // Seals pictures and stores them, then seals the reads that name them.
  Result<> seal();

  const std::deque<Passage>& passages() const { return passages_.all(); }
  std::span<const SealedRead> sealed() const { return sealed_; }
  std::span<const MatchedRead> matched() const { return matched_; }
  std::vector<Outcome> outcomes() const;
  void note(Activity& activity) const;

 private:
  // One arrival on its way.
  struct Item {
    Arrival* arrival = nullptr;
    AskedNames asked;
    Outcome outcome;
  };

  Result<> store_pictures();

  Parts parts_;
  std::chrono::milliseconds late_after_;
  std::vector<Item> items_;
  Passages passages_;
  std::vector<SealedRead> sealed_;
  std::vector<MatchedRead> matched_;
};

}  // namespace bas::flow
