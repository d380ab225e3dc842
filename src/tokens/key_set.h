// The public keys of an identity provider (RFC 7517), and tokens signed by one of them (RFC 7515).
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::tokens {

// Longer ones are refused unread. An ID token with 200 groups has about 10 KiB.
inline constexpr std::size_t kTokenBytesMax = 16 * 1024;
inline constexpr std::size_t kKeySetBytesMax = 64 * 1024;
inline constexpr std::size_t kKeysMax = 32;

// What was signed. Nothing of it is judged yet but the signature. `type`: the header `typ`, empty
// where there is none.
struct SignedToken {
  std::string type;
  nlohmann::json claims;  // an object
};

// Threads: any; nothing changes once parsed.
class KeySet {
 public:
  // Takes keys for signing alone: RSA of 2,048 to 8,192 bits and P-256. Other kinds are passed by,
  // as RFC 7517 section 5 wants. kBadInput when it is no key set, or holds none of these.
  static Result<KeySet> parse(std::string_view json);

  // A token in the compact form, signed with RS256 or ES256 by one of these keys. Nothing else is
  // believed: neither `none`, nor a MAC (a public key is no secret), nor a key or an address of
  // keys that the token brings along. kTooLarge; kNotFound when no key here has its `kid`, as after
  // the provider has changed keys; kRefused for everything else. Cost: about 50 µs.
  Result<SignedToken> open(std::string_view compact) const;

 private:
  struct Key;
  KeySet() = default;
  Result<const Key*> key_for(std::string_view kid, std::string_view algorithm) const;

  std::vector<std::shared_ptr<const Key>> keys_;
};

}  // namespace bas::tokens
