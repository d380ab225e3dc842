// Asks the right register about a vehicle under suspicion.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "fetch/fetcher.h"
#include "registers/around.h"
#include "registers/conclusion.h"
#include "registers/settings.h"

namespace bas::registers {

// What registers are made with; outlives them.
struct Surroundings {
  fetch::Fetcher& fetcher;
  const Clock& clock;
  Random& random;  // called from any thread
  Pause& pause;
};

// A register with all that stands around it: cache, circuit breaker, retries, pace, in this order.
struct OpenRegister {
  std::unique_ptr<AskedRegister> asked;
  std::shared_ptr<const HealthBook> health;
};

// kBadInput when a secret it needs cannot be read.
Result<OpenRegister> make_register(const RegisterSettings& settings, Surroundings around);

struct NamedHealth {
  std::string name;
  std::vector<std::string> countries;
  std::vector<Suspicion> answers;
  Health health;
};

// Threads: any.
class RegisterDesk {
 public:
  RegisterDesk(std::vector<OpenRegister> registers, const Clock& clock)
      : registers_(std::move(registers)), clock_(clock) {}

  // The first register that covers the country and answers to the suspicion; null without one.
  AskedRegister* find(std::string_view country, Suspicion suspicion) const;

  // Asks it and says what follows. Waits for the network up to the register's limits. Everything
  // that stands in the way is unconfirmed.
  Conclusion check(const Plate& plate, Suspicion suspicion, std::stop_token stop) const;

  std::vector<NamedHealth> health() const;

 private:
  std::vector<OpenRegister> registers_;
  const Clock& clock_;
};

// All registers of the settings.
Result<std::unique_ptr<RegisterDesk>> open_desk(const std::vector<RegisterSettings>& settings,
                                                Surroundings around);

}  // namespace bas::registers
