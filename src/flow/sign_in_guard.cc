#include "flow/sign_in_guard.h"

#include <algorithm>
#include <cstring>

#include "base/encode.h"

namespace bas::flow {

namespace {

// After the n-th failure that is not free: 1, 2, 4 … seconds.
std::chrono::seconds wait_after(std::uint32_t failures, std::uint32_t free) {
  if (failures <= free) return std::chrono::seconds{0};
  const std::uint32_t doublings = std::min(failures - free - 1, 20U);
  return std::min(std::chrono::seconds{1LL << doublings}, SignInGuard::kWaitMax);
}

}  // namespace

std::chrono::seconds SignInGuard::admit(const Attempt& attempt) {
  const UtcTime now = clock_.now();
  const std::lock_guard lock(mutex_);
  const Rules rules = rules_of(attempt);
  const UtcTime earliest = std::max(not_before(rules.first, now), not_before(rules.second, now));
  if (earliest > now) return std::chrono::ceil<std::chrono::seconds>(earliest - now);
  charge(rules.first, now);
  charge(rules.second, now);
  return std::chrono::seconds{0};
}

void SignInGuard::forgive(const Attempt& attempt) {
  const UtcTime now = clock_.now();
  const std::lock_guard lock(mutex_);
  const Rules rules = rules_of(attempt);
  take_back(rules.first, now);
  take_back(rules.second, now);
  if (rules.is_known) {
    if (Count* const count = counts_.find(rules.first.key)) *count = Count{};
  }
  known_.take(key_of("known", attempt.name, attempt.address)).last = now;
}

// At a known place it alone counts; the address of a known device does not matter.
SignInGuard::Rules SignInGuard::rules_of(const Attempt& attempt) {
  if (!attempt.device.empty()) {
    return {.first = {key_of("device", attempt.name, attempt.device), kFreeOfAccount},
            .is_known = true};
  }
  const Known* known = known_.find(key_of("known", attempt.name, attempt.address));
  if (known != nullptr && clock_.now() - known->last < kKnownFor) {
    return {.first = {key_of("place", attempt.name, attempt.address), kFreeOfAccount},
            .is_known = true};
  }
  return {.first = {key_of("account", attempt.name, {}), kFreeOfAccount},
          .second = {key_of("address", {}, attempt.address), kFreeOfAddress}};
}

// Salted, so that nobody can choose names that push others out.
std::uint64_t SignInGuard::key_of(std::string_view kind, std::string_view name,
                                  std::string_view place) const {
  const std::string digest = sha256({salt_, kind, sha256(name), place});
  std::uint64_t key = 0;
  std::memcpy(&key, digest.data(), sizeof key);
  return key == 0 ? 1 : key;
}

UtcTime SignInGuard::not_before(const Rule& rule, UtcTime now) {
  const Count* const count = rule.key == 0 ? nullptr : counts_.find(rule.key);
  return count == nullptr || now - count->last > kForgetAfter ? now : count->not_before;
}

void SignInGuard::charge(const Rule& rule, UtcTime now) {
  if (rule.key == 0) return;
  Count& count = counts_.take(rule.key);
  if (now - count.last > kForgetAfter) count.failures = 0;
  ++count.failures;
  count.last = now;
  count.not_before = now + wait_after(count.failures, rule.free);
}

void SignInGuard::take_back(const Rule& rule, UtcTime now) {
  Count* const count = rule.key == 0 ? nullptr : counts_.find(rule.key);
  if (count == nullptr || count->failures == 0) return;
  --count->failures;
  count->not_before = now;
}

}  // namespace bas::flow
