// Random 96-bit nonces, drawn from the operating system 256 at a time: one call each would cost
// more than the sealing.
#pragma once

#include "vault/gcm.h"

#include <array>
#include <span>

namespace bas::vault {

// Threads: one at a time. A forked process draws its own: it never hands out its parent's rest.
class Nonces {
 public:
  void take(std::span<char, kNonceBytes> out);

 private:
  static constexpr std::size_t kDrawn = 256;

  std::array<char, kDrawn * kNonceBytes> drawn_;
  std::size_t left_ = 0;
  unsigned drawn_in_ = 0;  // the fork generation that drew them
};

}  // namespace bas::vault
