// Fakes for tests of registers: one that answers from a script, and waiting that moves the clock.
#pragma once

#include <atomic>
#include <functional>
#include <utility>

#include "fetch/fetcher.h"
#include "registers/around.h"
#include "registers/asked_register.h"
#include "testkit/fake_clock.h"

namespace bas::registers {

inline const UtcTime kNow = *parse_rfc3339("2026-11-23T12:00:00Z");
inline const Plate kDutch{"GX418K", "NL"};
inline const Plate kBelgian{"1ABC234", "BE"};

inline fetch::Answer json_answer(std::string body, int status = 200) {
  return {status, {{"content-type", "application/json;charset=utf-8"}}, std::move(body)};
}

inline VehicleStatus insured_status(UtcTime answered_at = kNow) {
  VehicleStatus status;
  status.is_registered = true;
  status.is_insured = true;
  status.answered_at = answered_at;
  return status;
}

// A pause is over at once, and the clock has moved. Remembers how long it should have been.
class ClockPause final : public Pause {
 public:
  explicit ClockPause(testkit::FakeClock& clock) : clock_(clock) {}

  bool wait(milliseconds length, std::stop_token stop) override {
    if (stop.stop_requested()) return false;
    waits.push_back(length);
    clock_.advance(length);
    if (on_wait) on_wait();
    return !stop.stop_requested();
  }

  std::vector<milliseconds> waits;
  std::function<void()> on_wait;

 private:
  testkit::FakeClock& clock_;
};

// A register that does what the test says.
class ScriptedRegister final : public AskedRegister {
 public:
  using Script = std::function<Asked(const Plate&, std::stop_token)>;
  explicit ScriptedRegister(Script script)
      : AskedRegister({"scripted", {"NL", "BE"}, {Suspicion::kUninsured}}),
        script_(std::move(script)) {}

  Asked ask(const Plate& plate, std::stop_token stop) override {
    return script_(plate, std::move(stop));
  }

 private:
  Script script_;
};

// Clock, chance, waiting and health for one register under test.
struct RegisterWorld {
  testkit::FakeClock clock{kNow};
  SeededRandom random{7};
  ClockPause pause{clock};
  std::shared_ptr<HealthBook> health = std::make_shared<HealthBook>();
  std::atomic<int> asked = 0;

  Around around() { return {clock, random, pause, health}; }

  // Counts, then does what the script says.
  std::unique_ptr<AskedRegister> source(std::function<Asked()> script) {
    return std::make_unique<ScriptedRegister>(
        [this, script = std::move(script)](const Plate&, const std::stop_token&) {
          ++asked;
          return script();
        });
  }
};

}  // namespace bas::registers
