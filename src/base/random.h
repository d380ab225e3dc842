// Randomness as an interface: the operating system's for keys and ids, a seed's for tests and sim.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace bas {

// Threads: SystemRandom may be called from any thread, SeededRandom from one at a time.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<char> bytes) = 0;

  std::string bytes(std::size_t count);
  std::uint64_t next();
};

// Cryptographic, from the operating system through libsodium.
class SystemRandom final : public Random {
 public:
  void fill(std::span<char> bytes) override;
};

// Repeatable: the same seed gives the same bytes. Never for keys.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<char> bytes) override;

 private:
  std::uint64_t state_;
};

}  // namespace bas
