// Ed25519 (RFC 8032), by libsodium.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace bas {

inline constexpr std::size_t kSignatureBytes = 64;
inline constexpr std::size_t kPublicKeyBytes = 32;
inline constexpr std::size_t kSeedBytes = 32;

// A key to sign with. Threads: any. The secret is wiped when it is destroyed.
class SigningKey {
 public:
  // From the 32 secret bytes of RFC 8032. kBadInput when there are more or fewer.
  static Result<SigningKey> from_seed(std::string_view seed);
  SigningKey(SigningKey&&) noexcept = default;
  SigningKey& operator=(SigningKey&&) noexcept = default;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  ~SigningKey();

  const std::string& public_key() const { return public_key_; }
  // 64 bytes.
  std::string sign(std::string_view message) const;

 private:
  SigningKey() = default;
  std::string secret_;
  std::string public_key_;
};

// False also when key or signature have another length.
bool is_signed_by(std::string_view public_key, std::string_view message,
                  std::string_view signature);

}  // namespace bas
