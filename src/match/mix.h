// A seeded mixing of 64 bits, for tables whose keys others choose.
#pragma once

#include <cstdint>

namespace bas::match {

// A bijection of `value` for every seed (the finaliser of MurmurHash3 around the seed), so that
// different values never meet before the result is shortened.
constexpr std::uint64_t mix(std::uint64_t value, std::uint64_t seed) {
  value ^= seed;
  value = (value ^ value >> 33) * 0xFF51AFD7ED558CCDU;
  value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53U;
  value += seed << 1;
  value = (value ^ value >> 32) * 0xD6E8FEB86659FD93U;
  return value ^ value >> 32;
}

}  // namespace bas::match
