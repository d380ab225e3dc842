// How a register fares, for a screen; never which plates were asked for.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace bas::registers {

enum class Circuit { kClosed, kOpen, kHalfOpen };
// "closed", "open", "half_open".
std::string_view name_of(Circuit circuit);

// Counts are since the start. `questions` come in; each ends as one of from_cache, shared (with the
// same question already on its way), succeeded, failed, held_back, shut_out or stopped.
struct Health {
  std::optional<UtcTime> last_success;
  std::optional<UtcTime> last_failure;
  std::string last_failure_reason;
  Circuit circuit = Circuit::kClosed;
  std::uint64_t questions = 0;
  std::uint64_t from_cache = 0;
  std::uint64_t shared = 0;
  std::uint64_t succeeded = 0;
  std::uint64_t failed = 0;
  std::uint64_t held_back = 0;  // too many questions
  std::uint64_t shut_out = 0;   // while the circuit was open
  std::uint64_t stopped = 0;
  std::uint64_t retries = 0;  // questions that were put once more
};

// Threads: any.
class HealthBook {
 public:
  void count(std::uint64_t Health::* counter);
  void succeeded(UtcTime at);
  void failed(UtcTime at, std::string_view reason);
  void set(Circuit circuit);
  Health now() const;

 private:
  mutable std::mutex mutex_;  // guards health_
  Health health_;
};

}  // namespace bas::registers
