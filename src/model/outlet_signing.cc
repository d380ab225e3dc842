#include "model/outlet_signing.h"

#include "base/check.h"
#include "base/encode.h"
#include "base/signature.h"

namespace bas {

namespace {

SigningKey signer_of(const OutletKey& key) {
  auto signer = SigningKey::from_seed(key.secret);
  check(signer.has_value());  // every key is made with a seed of that length
  return *std::move(signer);
}

std::string signature_of(const OutletKey& key, std::string_view text) {
  if (key.signing == OutletSigning::kHmac) return to_base64(hmac_sha256(key.secret, text));
  return to_base64(signer_of(key).sign(text));
}

}  // namespace

std::string seconds_of(UtcTime time) {
  return std::to_string(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

std::string signature_header(const std::vector<OutletKey>& keys, const SignedParts& parts) {
  std::string text(parts.id);
  text.append(".").append(seconds_of(parts.at)).append(".").append(parts.body);
  std::string header;
  for (const OutletKey& key : keys) {
    if (key.until && *key.until <= parts.at) continue;
    if (!header.empty()) header += ' ';
    header.append(kOutletSigningNames.of(key.signing)).append(",").append(signature_of(key, text));
  }
  return header;
}

std::string verification_key(const OutletKey& key) {
  if (key.signing == OutletSigning::kHmac) return "whsec_" + to_base64(key.secret);
  return "whpk_" + to_base64(signer_of(key).public_key());
}

bool is_public(const OutletKey& key) { return key.signing == OutletSigning::kEd25519; }

}  // namespace bas
