#include "base/random.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace bas {

std::string Random::bytes(std::size_t count) {
  std::string out(count, '\0');
  fill(out);
  return out;
}

std::uint64_t Random::next() {
  std::uint64_t value = 0;
  char raw[sizeof value];
  fill(raw);
  std::memcpy(&value, raw, sizeof value);
  return value;
}

void SystemRandom::fill(std::span<char> bytes) {
  static const bool is_ready = sodium_init() >= 0;
  check(is_ready);
  randombytes_buf(bytes.data(), bytes.size());
}

// SplitMix64 (Steele, Lea, Flood 2014).
void SeededRandom::fill(std::span<char> bytes) {
  while (!bytes.empty()) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31;
    const std::size_t count = std::min(bytes.size(), sizeof mixed);
    std::memcpy(bytes.data(), &mixed, count);
    bytes = bytes.subspan(count);
  }
}

}  // namespace bas
