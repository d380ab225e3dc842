// A camera's message on its way into the pipeline: decoded, submitted, answered.
#pragma once

#include <string>
#include <vector>

#include "api/services.h"
#include "cameras/adapter.h"
#include "net/http.h"

namespace bas::api {

// A message of a known, enabled camera. `bytes` stays whole until the answer is given, because
// what cannot be decoded goes to quarantine as it came.
struct Delivery {
  Camera camera;
  std::string content_type;
  std::string bytes;
  std::string protocol;  // empty: recognised by content
  std::string request_id;
  std::chrono::steady_clock::time_point last_byte_at;
};

// Answers once every read of the message is durable, or the message is in quarantine.
// `kept`: where a message that fails again shall not be quarantined a second time.
enum class OnFailure { kQuarantine, kOnlyReport };
void deliver(Services& services, Delivery delivery, OnFailure on_failure, net::Respond respond);

}  // namespace bas::api
