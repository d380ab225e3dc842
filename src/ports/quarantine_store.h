// What could not be decoded: one row a message; the payload itself lies sealed in the blob store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "model/read.h"

namespace bas {

enum class QuarantineState { kWaiting, kReplayed };

struct QuarantinedMessage {
  Id id;
  Id camera;
  UtcTime received_at;
  QuarantineState state = QuarantineState::kWaiting;
  std::string reason;  // without anything out of the payload
  std::string content_type;
  BlobRef blob;
  std::uint32_t bytes = 0;
};

// Threads: any; calls are served one after another. Durable when a write returns.
class QuarantineStore {
 public:
  virtual ~QuarantineStore() = default;

  virtual Result<> add_quarantined(const QuarantinedMessage& message) = 0;
  virtual Result<std::optional<QuarantinedMessage>> quarantined(const Id& id) = 0;
  // Newest first, behind `before` (all zero: from the newest).
  virtual Result<std::vector<QuarantinedMessage>> quarantine(const Id& before,
                                                             std::size_t limit) = 0;
  virtual Result<> set_quarantine_state(const Id& id, QuarantineState state) = 0;
};

}  // namespace bas
