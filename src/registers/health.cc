#include "registers/health.h"

#include "base/check.h"

namespace bas::registers {

std::string_view name_of(Circuit circuit) {
  switch (circuit) {
    case Circuit::kClosed: return "closed";
    case Circuit::kOpen: return "open";
    case Circuit::kHalfOpen: return "half_open";
  }
  check(false);
  return {};
}

void HealthBook::count(std::uint64_t Health::* counter) {
  const std::lock_guard lock(mutex_);
  ++(health_.*counter);
}

void HealthBook::succeeded(UtcTime at) {
  const std::lock_guard lock(mutex_);
  ++health_.succeeded;
  health_.last_success = at;
}

void HealthBook::failed(UtcTime at, std::string_view reason) {
  const std::lock_guard lock(mutex_);
  ++health_.failed;
  health_.last_failure = at;
  health_.last_failure_reason = reason;
}

void HealthBook::set(Circuit circuit) {
  const std::lock_guard lock(mutex_);
  health_.circuit = circuit;
}

Health HealthBook::now() const {
  const std::lock_guard lock(mutex_);
  return health_;
}

}  // namespace bas::registers
