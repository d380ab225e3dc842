#include "vault/nonces.h"

#include "base/check.h"
#include "base/random.h"

#include <pthread.h>

#include <algorithm>
#include <atomic>

namespace bas::vault {

namespace {

std::atomic<unsigned> forks{0};

bool watch_forks() {
  return pthread_atfork(nullptr, nullptr, [] { forks.fetch_add(1); }) == 0;
}

}  // namespace

void Nonces::take(std::span<char, kNonceBytes> out) {
  static const bool is_watching = watch_forks();
  check(is_watching);
  const unsigned generation = forks.load(std::memory_order_relaxed);
  if (left_ == 0 || drawn_in_ != generation) {
    SystemRandom().fill(drawn_);
    left_ = kDrawn;
    drawn_in_ = generation;
  }
  --left_;
  std::copy_n(drawn_.begin() + static_cast<std::ptrdiff_t>(left_ * kNonceBytes), kNonceBytes,
              out.begin());
}

}  // namespace bas::vault
