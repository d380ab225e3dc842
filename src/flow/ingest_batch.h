// The reads that are committed together: one step of the pipeline is one function here.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <span>
#include <vector>

#include "flow/activity.h"
#include "flow/arrival.h"
#include "flow/hit_maker.h"
#include "flow/read_sealer.h"

namespace bas::flow {

// Threads: one. The steps are called in the order they stand.
class IngestBatch {
 public:
  struct Parts {
    ReadSealer& sealer;
    ReadStore& reads;
    BlobStore& blobs;
    Random& random;
  };
  IngestBatch(Parts parts, const IngestSettings& settings) : parts_(parts), settings_(settings) {}

  // Takes over what arrived and says of each whether it is late.
  void admit(std::vector<Arrival>& arrivals);

  // Finds repeats, and better views of a passage that is kept or stands earlier in this batch.
  Result<> deduplicate();

  // Looks every new or improved read up in the entries in force.
  void match(const HitMaker& hits);

  // Seals pictures and stores them, then seals the reads that name them.
  Result<> seal();

  std::span<const SealedRead> sealed() const { return sealed_; }
  std::span<const MatchedRead> matched() const { return matched_; }
  std::vector<Outcome> outcomes() const;
  void note(Activity& activity) const;

 private:
  // One arrival on its way. A repeat of something else in the batch points at it.
  struct Item {
    Arrival* arrival = nullptr;
    ReadDigests digests;
    std::vector<std::string> message_names;  // its own digest; where no event is named also those
                                             // of the slices of time before and after
    Read read;                               // what will be stored
    ReadFate fate = ReadFate::kStored;
    std::vector<Picture> pictures;  // new ones to store
    std::string replaced_token;     // of the improved read as it was stored
    std::vector<match::Match> matches;
    std::size_t merged_into = 0;  // index of the item that carries this passage; itself mostly
    std::optional<Error> refusal;
  };

  Result<> name(Item& item);
  Result<> resolve(std::size_t index, std::span<const std::optional<Id>> found);
  bool is_repeat_in_batch(Item& item);
  Result<> improve(Item& item, const Id& stored);
  void take_over(Item& item, const ReadFacts& facts, std::vector<Picture> pictures);
  bool is_within_window(const Item& item, UtcTime other) const;
  Result<> store_pictures();
  Read read_of(const Arrival& arrival);

  Parts parts_;
  const IngestSettings& settings_;
  std::vector<Item> items_;
  absl::flat_hash_map<std::string, std::size_t> seen_;  // digest within this batch to item
  std::vector<SealedRead> sealed_;
  std::vector<MatchedRead> matched_;
};

}  // namespace bas::flow
