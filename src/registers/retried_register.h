// Puts a question again, a few times and within a bound, when the failure may pass.
#pragma once

#include "registers/around.h"
#include "registers/asked_register.h"

namespace bas::registers {

struct RetrySettings {
  int attempts_max = 3;  // the first one counts
  // Before the second attempt between half and all of this; doubled before each further one.
  milliseconds wait_first{200};
  milliseconds wait_longest{2'000};
  // All attempts and waits together; no attempt begins that might end later.
  milliseconds total_max{10'000};
  milliseconds attempt_max{3'000};  // how long one attempt may take by its own limits
};

// Waits at least as long as the register asks for (Retry-After); if that leaves no time, the
// failure is returned at once. Threads: any.
class RetriedRegister final : public AskedRegister {
 public:
  RetriedRegister(std::unique_ptr<AskedRegister> inner, RetrySettings settings, Around around);

  Asked ask(const Plate& plate, std::stop_token stop) override;

 private:
  milliseconds wait_after(int attempt, const Failure& failure) const;

  std::unique_ptr<AskedRegister> inner_;
  RetrySettings settings_;
  Around around_;
};

}  // namespace bas::registers
