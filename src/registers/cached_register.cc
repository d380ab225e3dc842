#include "registers/cached_register.h"

#include "base/encode.h"

namespace bas::registers {

CachedRegister::CachedRegister(std::unique_ptr<AskedRegister> inner, CacheSettings settings,
                               Around around)
    : AskedRegister(inner->identity()),
      inner_(std::move(inner)),
      settings_(settings),
      around_(std::move(around)),
      secret_(around_.random.bytes(32)) {}

Asked CachedRegister::ask(const Plate& plate, std::stop_token stop) {
  around_.health->count(&Health::questions);
  const Key key = key_of(plate);
  std::unique_lock lock(mutex_);
  for (;;) {
    if (auto kept = find(key)) {
      around_.health->count(&Health::from_cache);
      return *std::move(kept);
    }
    const auto found = flights_.find(key);
    if (found == flights_.end()) break;
    const std::shared_ptr<Flight> flight = found->second;
    if (!landed_.wait(lock, stop, [&] { return flight->landed.has_value(); })) {
      around_.health->count(&Health::stopped);
      return stopped();
    }
    const Asked& landed = *flight->landed;
    if (landed || landed.error().trouble != Trouble::kStopped) {
      around_.health->count(&Health::shared);
      return landed;
    }
  }
  flights_.emplace(key, std::make_shared<Flight>());
  lock.unlock();
  return lead(key, plate, std::move(stop));
}

Asked CachedRegister::lead(const Key& key, const Plate& plate, std::stop_token stop) {
  Asked asked = inner_->ask(plate, std::move(stop));
  {
    const std::lock_guard lock(mutex_);
    if (asked) keep(key, *asked);
    const auto flight = flights_.find(key);
    flight->second->landed = asked;
    flights_.erase(flight);
  }
  landed_.notify_all();
  return asked;
}

void CachedRegister::forget_expired() {
  const std::lock_guard lock(mutex_);
  forget_until(around_.clock.steady_now());
}

std::size_t CachedRegister::size() const {
  const std::lock_guard lock(mutex_);
  return kept_.size();
}

CachedRegister::Key CachedRegister::key_of(const Plate& plate) const {
  return sha256(secret_ + plate.country + '\0' + plate.text);
}

milliseconds CachedRegister::life_of(const VehicleStatus& status) const {
  if (!status.is_registered) return settings_.unknown_life;
  const bool is_adverse = status.is_insured == false || status.holder_is_disqualified == true ||
                          (status.inspected_until && *status.inspected_until < status.answered_at);
  return is_adverse ? settings_.adverse_life : settings_.good_life;
}

std::optional<VehicleStatus> CachedRegister::find(const Key& key) {
  forget_until(around_.clock.steady_now());
  const auto entry = kept_.find(key);
  if (entry == kept_.end()) return std::nullopt;
  const Kept& kept = entry->second;
  if (around_.clock.now() - kept.status.answered_at >= kept.life) {
    forget(entry);
    return std::nullopt;
  }
  used_.splice(used_.begin(), used_, kept.used);
  return kept.status;
}

void CachedRegister::keep(const Key& key, const VehicleStatus& status) {
  const milliseconds life = life_of(status);
  // What the answer has aged on its way counts: its life began when the register gave it.
  const milliseconds left = life - (around_.clock.now() - status.answered_at);
  if (left <= milliseconds{0}) return;
  if (const auto entry = kept_.find(key); entry != kept_.end()) forget(entry);
  used_.push_front(key);
  const auto expiry = expiries_.emplace(around_.clock.steady_now() + std::min(left, life), key);
  kept_.emplace(key, Kept{status, life, used_.begin(), expiry});
  if (kept_.size() > static_cast<std::size_t>(settings_.entries_max)) {
    forget(kept_.find(used_.back()));
  }
}

void CachedRegister::forget(KeptAt entry) {
  used_.erase(entry->second.used);
  expiries_.erase(entry->second.expiry);
  kept_.erase(entry);
}

void CachedRegister::forget_until(Moment now) {
  while (!expiries_.empty() && expiries_.begin()->first <= now) {
    forget(kept_.find(expiries_.begin()->second));
  }
}

}  // namespace bas::registers
