// A circuit breaker: a register that keeps failing is left alone for a while.
#pragma once

#include <mutex>

#include "registers/around.h"
#include "registers/asked_register.h"

namespace bas::registers {

struct GuardSettings {
  int failures_max = 5;  // in a row; then the circuit opens
  // How long nobody asks. More: a register in trouble has peace; less: it is found well sooner.
  milliseconds open_for{30'000};
  // A register that says how long to leave it alone is heeded up to this.
  milliseconds open_longest{10 * 60'000};
};

// Closed: questions pass. Open: refused at once. After that one question passes as a probe: its
// answer closes the circuit, its failure opens it again. A failure that names a time (Retry-After)
// opens it at once. Keeps the health of the register. Threads: any. Errors: kHeldBack while open.
class GuardedRegister final : public AskedRegister {
 public:
  GuardedRegister(std::unique_ptr<AskedRegister> inner, GuardSettings settings, Around around);

  Asked ask(const Plate& plate, std::stop_token stop) override;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  enum class Passage { kUsual, kProbe, kShut };

  Passage admit();
  Asked refuse() const;
  void judge(const Asked& asked, Passage passage);
  // With mutex_ held:
  void fail_with(const Failure& failure, Passage passage);

  std::unique_ptr<AskedRegister> inner_;
  GuardSettings settings_;
  Around around_;
  mutable std::mutex mutex_;  // guards all below
  int failures_ = 0;          // in a row
  std::optional<Moment> open_until_;
  bool is_probing_ = false;
};

}  // namespace bas::registers
