#include "base/sealed_box.h"

#include <sodium.h>

namespace bas {

namespace {

static_assert(kBoxKeyBytes == crypto_box_PUBLICKEYBYTES);
static_assert(kBoxKeyBytes == crypto_box_SECRETKEYBYTES);

unsigned char* out_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* in_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Result<std::string> seal_for(std::string_view public_key, std::string_view bytes) {
  const bool is_ready = sodium_init() >= 0;
  std::string sealed(bytes.size() + crypto_box_SEALBYTES, '\0');
  // A key of low order is refused here: what is sealed for it, everybody could open.
  if (!is_ready || public_key.size() != kBoxKeyBytes ||
      crypto_box_seal(out_of(sealed), in_of(bytes), bytes.size(), in_of(public_key)) != 0) {
    return fail(ErrorCode::kBadInput, "this is no public key of a sealed box: 32 bytes of X25519");
  }
  return sealed;
}

BoxKeys make_box_keys() {
  BoxKeys keys{std::string(kBoxKeyBytes, '\0'), std::string(kBoxKeyBytes, '\0')};
  if (sodium_init() >= 0) crypto_box_keypair(out_of(keys.public_key), out_of(keys.secret_key));
  return keys;
}

Result<std::string> open_box(const BoxKeys& keys, std::string_view sealed) {
  const bool is_long_enough = sealed.size() >= crypto_box_SEALBYTES &&
                              keys.public_key.size() == kBoxKeyBytes &&
                              keys.secret_key.size() == kBoxKeyBytes;
  std::string bytes(is_long_enough ? sealed.size() - crypto_box_SEALBYTES : 0, '\0');
  if (!is_long_enough ||
      crypto_box_seal_open(out_of(bytes), in_of(sealed), sealed.size(), in_of(keys.public_key),
                           in_of(keys.secret_key)) != 0) {
    return fail(ErrorCode::kRefused, "it was sealed for another, or changed since");
  }
  return bytes;
}

}  // namespace bas
