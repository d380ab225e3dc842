// What the classes around a register share: time, chance, waiting and the book of its health.
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>

#include "base/clock.h"
#include "base/random.h"
#include "registers/health.h"

namespace bas::registers {

// Waiting as an interface, so that a test moves its clock instead. Threads: any.
class Pause {
 public:
  virtual ~Pause() = default;
  // False when it was told to stop before the time was over.
  virtual bool wait(std::chrono::milliseconds length, std::stop_token stop) = 0;
};

class SystemPause final : public Pause {
 public:
  bool wait(std::chrono::milliseconds length, std::stop_token stop) override;
};

// `random` is called from any thread.
struct Around {
  const Clock& clock;
  Random& random;
  Pause& pause;
  std::shared_ptr<HealthBook> health;
};

}  // namespace bas::registers
