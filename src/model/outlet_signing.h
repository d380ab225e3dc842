// Signatures of Standard Webhooks (github.com/standard-webhooks/standard-webhooks): `v1a`, Ed25519,
// where the receiver holds a public key only; `v1`, HMAC-SHA256, where both hold one secret.
#pragma once

#include <string>
#include <string_view>

#include "model/outlet.h"

namespace bas {

inline constexpr std::size_t kOutletSecretBytes = 32;

// What is signed: id, seconds since 1970 and the very bytes that are sent, joined by full stops.
struct SignedParts {
  std::string_view id;
  UtcTime at;
  std::string_view body;
};
std::string seconds_of(UtcTime time);

// The header webhook-signature: one signature of each key in use at `at`, newest first.
std::string signature_header(const std::vector<OutletKey>& keys, const SignedParts& parts);

// What the receiver verifies with: "whpk_" and a public key, or "whsec_" and the shared secret.
std::string verification_key(const OutletKey& key);
// Whether it may be shown again after it was made.
bool is_public(const OutletKey& key);

}  // namespace bas
