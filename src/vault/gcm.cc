#include "vault/gcm.h"

#include "base/check.h"
#include "base/random.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <pthread.h>

#include <algorithm>
#include <atomic>

namespace bas::vault {

namespace {

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes, std::size_t offset) {
  return reinterpret_cast<unsigned char*>(bytes.data()) + offset;
}

const unsigned char* nonce_of(std::string_view header) {
  check(header.size() >= kNonceBytes);
  return raw(header.substr(header.size() - kNonceBytes));
}

std::atomic<unsigned> forks{0};

bool watch_forks() {
  return pthread_atfork(nullptr, nullptr, [] { forks.fetch_add(1); }) == 0;
}

}  // namespace

Gcm::Gcm(std::string_view key) : sealing_(EVP_CIPHER_CTX_new()), opening_(EVP_CIPHER_CTX_new()) {
  check(key.size() == kKeyBytes && sealing_ != nullptr && opening_ != nullptr);
  check(EVP_EncryptInit_ex(sealing_, EVP_aes_256_gcm(), nullptr, raw(key), nullptr) == 1);
  check(EVP_DecryptInit_ex(opening_, EVP_aes_256_gcm(), nullptr, raw(key), nullptr) == 1);
}

Gcm::~Gcm() {
  EVP_CIPHER_CTX_free(sealing_);
  EVP_CIPHER_CTX_free(opening_);
}

std::string Gcm::seal(const GcmText& text) {
  std::string out;
  out.reserve(text.header.size() + text.body.size() + kTagBytes);
  out.append(text.header);
  out.resize(text.header.size() + text.body.size() + kTagBytes);
  int count = 0;
  check(EVP_EncryptInit_ex(sealing_, nullptr, nullptr, nullptr, nonce_of(text.header)) == 1);
  check(EVP_EncryptUpdate(sealing_, nullptr, &count, raw(text.bound),
                          static_cast<int>(text.bound.size())) == 1);
  const std::size_t start = text.header.size();
  check(EVP_EncryptUpdate(sealing_, raw(out, start), &count, raw(text.body),
                          static_cast<int>(text.body.size())) == 1);
  const std::size_t tag = start + text.body.size();
  check(EVP_EncryptFinal_ex(sealing_, raw(out, tag), &count) == 1);
  check(EVP_CIPHER_CTX_ctrl(sealing_, EVP_CTRL_GCM_GET_TAG, kTagBytes, raw(out, tag)) == 1);
  return out;
}

std::optional<std::string> Gcm::open(const GcmText& text) {
  if (text.body.size() < kTagBytes) return std::nullopt;
  const std::size_t plain_bytes = text.body.size() - kTagBytes;
  std::string tag(text.body.substr(plain_bytes));
  std::string out(plain_bytes, '\0');
  int count = 0;
  check(EVP_DecryptInit_ex(opening_, nullptr, nullptr, nullptr, nonce_of(text.header)) == 1);
  check(EVP_DecryptUpdate(opening_, nullptr, &count, raw(text.bound),
                          static_cast<int>(text.bound.size())) == 1);
  check(EVP_DecryptUpdate(opening_, raw(out, 0), &count, raw(text.body),
                          static_cast<int>(plain_bytes)) == 1);
  check(EVP_CIPHER_CTX_ctrl(opening_, EVP_CTRL_GCM_SET_TAG, kTagBytes, raw(tag, 0)) == 1);
  if (EVP_DecryptFinal_ex(opening_, raw(out, plain_bytes), &count) == 1) return out;
  OPENSSL_cleanse(out.data(), out.size());
  return std::nullopt;
}

void Nonces::take(std::span<char, kNonceBytes> out) {
  static const bool is_watching = watch_forks();
  check(is_watching);
  const unsigned generation = forks.load(std::memory_order_relaxed);
  if (left_ == 0 || drawn_in_ != generation) {
    SystemRandom().fill(drawn_);
    left_ = kDrawn;
    drawn_in_ = generation;
  }
  --left_;
  std::copy_n(drawn_.begin() + static_cast<std::ptrdiff_t>(left_ * kNonceBytes), kNonceBytes,
              out.begin());
}

}  // namespace bas::vault
