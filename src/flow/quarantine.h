// Messages of known cameras that could not be decoded: kept whole, sealed, to be replayed.
#pragma once

#include <string>
#include <string_view>
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
  std::string_view content_type;
  std::string_view payload;
  std::string reason;  // without anything out of the payload
};

// A message taken out again.
struct QuarantinedPayload {
  QuarantinedMessage message;
  std::string payload;
};

// Threads: any.
class Quarantine {
 public:
  struct Parts {
    QuarantineStore& store;
    BlobStore& blobs;
    vault::Vault& vault;
    Activity& activity;
    const Clock& clock;
    Random& random;
    // What one camera may fill since the server started, so that a broken one cannot fill the disk.
    std::uint64_t bytes_per_camera_max = 64u << 20;
  };
  explicit Quarantine(Parts parts) : parts_(parts) {}

  // Durable when it returns. kTooLarge when the camera has filled its share: it is only counted.
  Result<Id> keep(const RefusedMessage& refused);

  Result<std::vector<QuarantinedMessage>> page(const Id& before, std::size_t limit) {
    return parts_.store.quarantine(before, limit);
  }
  Result<QuarantinedPayload> open(const Id& id);
  Result<> mark_replayed(const Id& id) {
    return parts_.store.set_quarantine_state(id, QuarantineState::kReplayed);
  }

 private:
  Parts parts_;
};

}  // namespace bas::flow
