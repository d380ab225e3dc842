// Bytes sealed for one recipient, by libsodium's sealed boxes (X25519, XSalsa20-Poly1305): who
// seals needs the public key alone and cannot open it again.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace bas {

inline constexpr std::size_t kBoxKeyBytes = 32;

// Opened by `crypto_box_seal_open` of any libsodium. kBadInput when the key is none. Threads: any.
Result<std::string> seal_for(std::string_view public_key, std::string_view bytes);

// For whoever holds both keys. kRefused when it was sealed for another, or changed.
struct BoxKeys {
  std::string public_key, secret_key;
};
BoxKeys make_box_keys();
Result<std::string> open_box(const BoxKeys& keys, std::string_view sealed);

}  // namespace bas
