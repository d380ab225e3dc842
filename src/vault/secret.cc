#include "vault/secret.h"

#include "base/check.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace bas::vault {

Secret::Secret(std::size_t count) : bytes_(nullptr), count_(count) {
  static const bool is_ready = sodium_init() >= 0;
  check(is_ready);
  bytes_ = static_cast<char*>(sodium_malloc(count));
  check(bytes_ != nullptr);
  wipe();
}

Secret::Secret(std::string_view bytes) : Secret(bytes.size()) {
  std::copy(bytes.begin(), bytes.end(), bytes_);
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), count_(std::exchange(other.count_, 0)) {}

Secret::~Secret() { sodium_free(bytes_); }

void Secret::wipe() { sodium_memzero(bytes_, count_); }

}  // namespace bas::vault
