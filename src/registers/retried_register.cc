#include "registers/retried_register.h"

#include <algorithm>

namespace bas::registers {

RetriedRegister::RetriedRegister(std::unique_ptr<AskedRegister> inner, RetrySettings settings,
                                 Around around)
    : AskedRegister(inner->identity()),
      inner_(std::move(inner)),
      settings_(settings),
      around_(std::move(around)) {}

Asked RetriedRegister::ask(const Plate& plate, std::stop_token stop) {
  const auto last_start = around_.clock.steady_now() + settings_.total_max - settings_.attempt_max;
  Asked asked = inner_->ask(plate, stop);
  for (int attempt = 1; attempt < settings_.attempts_max; ++attempt) {
    if (asked || asked.error().trouble != Trouble::kPassing) break;
    const milliseconds wait = wait_after(attempt, asked.error());
    if (around_.clock.steady_now() + wait > last_start) break;
    if (!around_.pause.wait(wait, stop)) return stopped();
    Asked again = inner_->ask(plate, stop);
    // Held back on the way: what the register did to the attempt before is what counts.
    if (!again && again.error().trouble == Trouble::kHeldBack) break;
    around_.health->count(&Health::retries);
    asked = std::move(again);
  }
  return asked;
}

milliseconds RetriedRegister::wait_after(int attempt, const Failure& failure) const {
  const milliseconds full = std::min<milliseconds>(
      settings_.wait_first * (1LL << std::min(attempt - 1, 20)), settings_.wait_longest);
  const auto half = static_cast<std::uint64_t>(full.count()) / 2;
  const milliseconds jittered = full - milliseconds{around_.random.next() % (half + 1)};
  return failure.retry_after.value_or(milliseconds{0}) + jittered;
}

}  // namespace bas::registers
