// The passages that a batch of messages speaks of: reads that are new, and stored ones that a
// better view improves. One mechanism for both, so that it does not matter how messages fall into
// batches.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/random.h"
#include "flow/arrival.h"
#include "flow/message_names.h"
#include "flow/read_sealer.h"
#include "match/entry_index.h"

namespace bas::flow {

// A read as it will stand in the store after the batch.
struct Passage {
  Read read;
  bool is_new = true;
  std::vector<std::string> names;     // those of this batch's messages
  std::vector<Picture> pictures;      // new ones, to store behind those that the read has
  std::string replaced_token;         // of a stored read: the token it stands under
  std::vector<match::Match> matches;  // filled in by the batch
};

// Threads: one.
class Passages {
 public:
  struct Parts {
    const MessageNames& names;
    const ReadSealer& sealer;
    ReadStore& reads;
    Random& random;
  };
  explicit Passages(Parts parts) : parts_(parts) {}

  // Decides what becomes of a message and takes over its facts and pictures. `stored`: what the
  // store has under each of the asked names, those of the message first.
  Result<Outcome> take(Arrival& arrival, const AskedNames& asked,
                       std::span<const std::optional<Id>> stored);

  // Each read that is new or changed, once; references stay good while more are taken.
  std::deque<Passage>& all() { return passages_; }
  const std::deque<Passage>& all() const { return passages_; }

 private:
  std::optional<Id> known_as(const ReadKey& name, const std::optional<Id>& stored) const;
  Result<Passage*> passage_of(const Id& id);
  Passage& begin(Arrival& arrival);

  Parts parts_;
  std::deque<Passage> passages_;
  std::map<Id, Passage*> by_id_;
  absl::flat_hash_map<std::string, Id> by_name_;  // of this batch
};

}  // namespace bas::flow
