#include "base/signature.h"

#include <sodium.h>

#include "base/check.h"
#include "base/encode.h"

namespace bas {

namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

Result<SigningKey> SigningKey::from_seed(std::string_view seed) {
  if (seed.size() != kSeedBytes) {
    return fail(ErrorCode::kBadInput, "a signing key has 32 secret bytes");
  }
  SigningKey key;
  key.secret_.resize(crypto_sign_ed25519_SECRETKEYBYTES);
  key.public_key_.resize(kPublicKeyBytes);
  check(crypto_sign_ed25519_seed_keypair(bytes_of(key.public_key_), bytes_of(key.secret_),
                                         bytes_of(seed)) == 0);
  return key;
}

SigningKey::~SigningKey() { wipe(secret_); }

std::string SigningKey::sign(std::string_view message) const {
  std::string signature(kSignatureBytes, '\0');
  check(crypto_sign_ed25519_detached(bytes_of(signature), nullptr, bytes_of(message),
                                     message.size(), bytes_of(std::string_view(secret_))) == 0);
  return signature;
}

bool is_signed_by(std::string_view public_key, std::string_view message,
                  std::string_view signature) {
  if (public_key.size() != kPublicKeyBytes || signature.size() != kSignatureBytes) return false;
  return crypto_sign_ed25519_verify_detached(bytes_of(signature), bytes_of(message), message.size(),
                                             bytes_of(public_key)) == 0;
}

}  // namespace bas
