// The key-encryption key: its file, and wrapping the keys of a day under it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/result.h"
#include "base/time.h"
#include "vault/secret.h"

namespace bas::vault {

// The day under which the standing keys are wrapped and bound.
inline constexpr Day kStandingDay{INT32_MIN};
// That of the keys of holds, which belong to no day.
inline constexpr Day kHoldDay{INT32_MIN + 1};

// Two keys of 32 bytes: data, then token.
inline constexpr std::size_t kPairBytes = 64;

// The file is one line, `bas-kek-1 <64 hex digits>`, mode 0600.
//
// A wrapped pair is: "BASK" | version (1 byte, 1) | name of the KEK (8) | day (4, big endian) |
// nonce (12) | ciphertext (64) | tag (16); AES-256-GCM, the part before the nonce bound in.
// Threads: const methods from any.
class Kek {
 public:
  // kNotFound, kRefused when others may read it, kCorrupt when it is not such a line.
  static Result<Kek> open(const std::filesystem::path& path);
  static Result<Kek> make(const std::filesystem::path& path, Random& random);

  std::string wrap(Day day, const Secret& pair) const;
  // kRefused when another KEK wrapped it, kCorrupt when it is damaged or of another day.
  Result<Secret> unwrap(Day day, std::string_view wrapped) const;

 private:
  explicit Kek(Secret key);

  Secret key_;
  std::string name_;  // tells KEKs apart; says nothing about the key
};

}  // namespace bas::vault
