// Holds the rate of questions that leave under what the register allows.
#pragma once

#include <mutex>

#include "registers/around.h"
#include "registers/asked_register.h"

namespace bas::registers {

struct PaceSettings {
  int per_minute = 120;  // questions, in the long run
  int burst = 10;        // questions at once after a rest
  // A question waits this long for its turn; if that is not enough it is refused at once. More:
  // peaks pass, callers wait longer; 0: none ever waits.
  milliseconds wait_max{500};
};

// A token bucket. Threads: any. Errors: kHeldBack at once, or kStopped while waiting for a turn.
class PacedRegister final : public AskedRegister {
 public:
  PacedRegister(std::unique_ptr<AskedRegister> inner, PaceSettings settings, Around around);

  Asked ask(const Plate& plate, std::stop_token stop) override;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  std::optional<milliseconds> take_turn();

  std::unique_ptr<AskedRegister> inner_;
  PaceSettings settings_;
  Around around_;
  std::mutex mutex_;  // guards full_at_
  Moment full_at_{};  // when the bucket is full again if nobody asks
};

}  // namespace bas::registers
