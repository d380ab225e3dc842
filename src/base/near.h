// Memory brought near before it is wanted.
#pragma once

namespace bas {

// Begins to load the cache line of `address`, which may be any. GCC takes a function that only
// prefetches for one without effect and drops the calls; the empty statement keeps them (GCC 12,
// ipa-pure-const).
inline void bring_near(const void* address) {
  __builtin_prefetch(address);
  asm volatile("");
}

}  // namespace bas
