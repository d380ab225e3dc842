#include "registers/paced_register.h"

#include <algorithm>

namespace bas::registers {

using std::chrono::nanoseconds;

PacedRegister::PacedRegister(std::unique_ptr<AskedRegister> inner, PaceSettings settings,
                             Around around)
    : AskedRegister(inner->identity()),
      inner_(std::move(inner)),
      settings_(settings),
      around_(std::move(around)) {}

Asked PacedRegister::ask(const Plate& plate, std::stop_token stop) {
  const auto wait = take_turn();
  if (!wait) return failed(Trouble::kHeldBack, "too many questions at once; not asked");
  if (*wait > milliseconds{0} && !around_.pause.wait(*wait, stop)) return stopped();
  return inner_->ask(plate, std::move(stop));
}

// How long to wait for the turn that was taken; nothing when it would be too long.
std::optional<milliseconds> PacedRegister::take_turn() {
  const nanoseconds interval = nanoseconds{std::chrono::minutes{1}} / settings_.per_minute;
  const std::lock_guard lock(mutex_);
  const Moment now = around_.clock.steady_now();
  const Moment full_at = std::max(full_at_, now);
  const nanoseconds missing = full_at - now - interval * (settings_.burst - 1);
  const auto wait = std::chrono::ceil<milliseconds>(std::max(missing, nanoseconds{0}));
  if (wait > settings_.wait_max) return std::nullopt;
  full_at_ = full_at + interval;
  return wait;
}

}  // namespace bas::registers
