// AES-256-GCM under one key, with the key schedule kept, and its nonces (NIST SP 800-38D; OpenSSL).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct evp_cipher_ctx_st;

namespace bas::vault {

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;

// What one call works on. `header` is written in front in the clear and ends with the nonce;
// `bound` is authenticated and kept elsewhere; `body` is the plain text, or ciphertext and tag.
struct GcmText {
  std::string_view header;
  std::string_view bound;
  std::string_view body;
};

// Threads: one at a time. The schedule is wiped when it is destroyed.
class Gcm {
 public:
  explicit Gcm(std::string_view key);
  Gcm(const Gcm&) = delete;
  Gcm& operator=(const Gcm&) = delete;
  ~Gcm();

  // header | ciphertext | tag. The body must be below 2 GiB.
  std::string seal(const GcmText& text);
  // The plain text, if it authenticates.
  std::optional<std::string> open(const GcmText& text);

 private:
  evp_cipher_ctx_st* sealing_;
  evp_cipher_ctx_st* opening_;
};

// Random 96-bit nonces, drawn from the operating system 256 at a time: one call each would cost as
// much as the sealing.
// Threads: one at a time. A forked process draws its own: it never hands out its parent's rest.
class Nonces {
 public:
  void take(std::span<char, kNonceBytes> out);

 private:
  static constexpr std::size_t kDrawn = 256;

  std::array<char, kDrawn * kNonceBytes> drawn_;
  std::size_t left_ = 0;
  unsigned drawn_in_ = 0;  // the fork generation that drew them
};

}  // namespace bas::vault
