#include "vault/token_maker.h"

#include "base/check.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>

namespace bas::vault {

namespace {

constexpr std::size_t kBlockBytes = 64;
constexpr std::size_t kDigestBytes = 32;

evp_md_ctx_st* padded_state(std::string_view key, unsigned char pad) {
  std::array<unsigned char, kBlockBytes> block;
  block.fill(pad);
  for (std::size_t i = 0; i < key.size(); ++i) {
    block[i] = static_cast<unsigned char>(block[i] ^ static_cast<unsigned char>(key[i]));
  }
  evp_md_ctx_st* state = EVP_MD_CTX_new();
  check(state != nullptr && EVP_DigestInit_ex(state, EVP_sha256(), nullptr) == 1);
  check(EVP_DigestUpdate(state, block.data(), block.size()) == 1);
  OPENSSL_cleanse(block.data(), block.size());
  return state;
}

}  // namespace

TokenMaker::TokenMaker(std::string_view key) : working_(EVP_MD_CTX_new()) {
  check(key.size() <= kBlockBytes && working_ != nullptr);
  inner_ = padded_state(key, 0x36);
  outer_ = padded_state(key, 0x5C);
}

TokenMaker::~TokenMaker() {
  EVP_MD_CTX_free(inner_);
  EVP_MD_CTX_free(outer_);
  EVP_MD_CTX_free(working_);
}

std::string TokenMaker::make(std::string_view label, std::string_view text) {
  check(label.size() < 256);
  const auto label_bytes = static_cast<unsigned char>(label.size());
  std::array<unsigned char, kDigestBytes> digest;
  unsigned count = 0;
  check(EVP_MD_CTX_copy_ex(working_, inner_) == 1);
  check(EVP_DigestUpdate(working_, &label_bytes, 1) == 1);
  check(EVP_DigestUpdate(working_, label.data(), label.size()) == 1);
  check(EVP_DigestUpdate(working_, text.data(), text.size()) == 1);
  check(EVP_DigestFinal_ex(working_, digest.data(), &count) == 1 && count == kDigestBytes);
  check(EVP_MD_CTX_copy_ex(working_, outer_) == 1);
  check(EVP_DigestUpdate(working_, digest.data(), digest.size()) == 1);
  check(EVP_DigestFinal_ex(working_, digest.data(), &count) == 1 && count == kDigestBytes);
  return {reinterpret_cast<const char*>(digest.data()), kTokenBytes};
}

}  // namespace bas::vault
