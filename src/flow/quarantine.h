// Messages of known cameras that could not be decoded: kept whole, sealed, to be replayed.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/activity.h"
#include "ports/blob_store.h"
#include "ports/quarantine_store.h"
#include "vault/vault.h"

namespace bas::flow {

// A message as it came.
struct RefusedMessage {
  Id camera;
  std::string content_type;  // one line
  std::string payload;
  std::string reason;                            // without anything out of the payload
  LegalSource source = LegalSource::kPoliceAct;  // of that camera
};

// A message taken out again, with its whole content type; a page shows only a well-known one.
struct QuarantinedPayload {
  QuarantinedMessage message;
  std::string payload;
};

// Threads: any. A thread of its own does the writing, so that a camera that sends nonsense holds up
// nobody else.
class Quarantine {
 public:
  struct Parts {
    QuarantineStore& store;
    BlobStore& blobs;
    vault::Vault& vault;
    Activity& activity;
    const Clock& clock;
    Random& random;
    // What one camera may fill in a day, so that a broken one cannot fill the disk.
    std::uint64_t bytes_per_camera_day_max = 64u << 20;
  };
  using OnKept = std::function<void(const Result<Id>&)>;

  explicit Quarantine(Parts parts);
  ~Quarantine();  // writes what is waiting first

  // `on_kept` is called once, when the message is durable, or with kTooLarge when the camera has
  // filled its share, kUnavailable when too much is waiting: then it was only counted.
  void keep(RefusedMessage refused, OnKept on_kept);

  Result<std::vector<QuarantinedMessage>> page(const Id& before, std::size_t limit) {
    return parts_.store.quarantine(before, limit);
  }
  Result<QuarantinedPayload> open(const Id& id);
  Result<> mark_replayed(const Id& id) {
    return parts_.store.set_quarantine_state(id, QuarantineState::kReplayed);
  }

 private:
  struct Waiting {
    RefusedMessage refused;
    OnKept on_kept;
  };

  // What a camera has sent here today.
  struct Share {
    Day day;
    std::uint64_t bytes = 0;
  };

  void run();
  bool is_within_share(const RefusedMessage& refused);
  Result<std::string> open_of_act(const Id& id, Day day, std::string_view sealed);
  Result<Id> write(const RefusedMessage& refused);

  Parts parts_;
  std::mutex mutex_;  // guards all below but the thread
  std::condition_variable wake_;
  std::vector<Waiting> waiting_;
  absl::flat_hash_map<Id, Share> shares_;
  std::size_t waiting_bytes_ = 0;
  bool is_stopping_ = false;
  std::thread writer_;
};

}  // namespace bas::flow
