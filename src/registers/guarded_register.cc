#include "registers/guarded_register.h"

#include <fmt/format.h>

#include <algorithm>

namespace bas::registers {

GuardedRegister::GuardedRegister(std::unique_ptr<AskedRegister> inner, GuardSettings settings,
                                 Around around)
    : AskedRegister(inner->identity()),
      inner_(std::move(inner)),
      settings_(settings),
      around_(std::move(around)) {}

Asked GuardedRegister::ask(const Plate& plate, std::stop_token stop) {
  const Passage passage = admit();
  if (passage == Passage::kShut) return refuse();
  Asked asked = inner_->ask(plate, std::move(stop));
  judge(asked, passage);
  return asked;
}

GuardedRegister::Passage GuardedRegister::admit() {
  const std::lock_guard lock(mutex_);
  if (!open_until_) return Passage::kUsual;
  if (is_probing_ || around_.clock.steady_now() < *open_until_) return Passage::kShut;
  is_probing_ = true;
  around_.health->set(Circuit::kHalfOpen);
  return Passage::kProbe;
}

Asked GuardedRegister::refuse() const {
  around_.health->count(&Health::shut_out);
  return failed(Trouble::kHeldBack, fmt::format("not asked now, because it failed just before: {}",
                                                around_.health->now().last_failure_reason));
}

void GuardedRegister::judge(const Asked& asked, Passage passage) {
  const std::lock_guard lock(mutex_);
  if (passage == Passage::kProbe) is_probing_ = false;
  if (!asked) return fail_with(asked.error(), passage);
  around_.health->succeeded(around_.clock.now());
  // The answer to a question that left before the circuit opened proves nothing about now.
  if (open_until_ && passage == Passage::kUsual) return;
  failures_ = 0;
  open_until_.reset();
  around_.health->set(Circuit::kClosed);
}

void GuardedRegister::fail_with(const Failure& failure, Passage passage) {
  if (failure.trouble == Trouble::kStopped || failure.trouble == Trouble::kHeldBack) {
    const bool is_stopped = failure.trouble == Trouble::kStopped;
    around_.health->count(is_stopped ? &Health::stopped : &Health::held_back);
    if (passage == Passage::kProbe) around_.health->set(Circuit::kOpen);
    return;
  }
  around_.health->failed(around_.clock.now(), failure.text);
  ++failures_;
  if (passage != Passage::kProbe && failures_ < settings_.failures_max && !failure.retry_after) {
    return;
  }
  const milliseconds asked_for =
      std::min(failure.retry_after.value_or(milliseconds{0}), settings_.open_longest);
  const Moment until = around_.clock.steady_now() + std::max(asked_for, settings_.open_for);
  open_until_ = std::max(open_until_.value_or(until), until);
  around_.health->set(Circuit::kOpen);
}

}  // namespace bas::registers
