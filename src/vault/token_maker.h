// HMAC-SHA-256 (RFC 2104, FIPS 180-4) with the two padded key states kept, cut to 16 bytes.
// Copying the kept states costs half of what the one-call interface does.
#pragma once

#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace bas::vault {

inline constexpr std::size_t kTokenBytes = 16;

// Threads: one at a time. The states are wiped when it is destroyed.
class TokenMaker {
 public:
  // A key of at most 64 bytes.
  explicit TokenMaker(std::string_view key);
  TokenMaker(const TokenMaker&) = delete;
  TokenMaker& operator=(const TokenMaker&) = delete;
  ~TokenMaker();

  // Over: length of the label (1 byte) | label | text. Labels below 256 bytes.
  std::string make(std::string_view label, std::string_view text);

 private:
  evp_md_ctx_st* inner_;
  evp_md_ctx_st* outer_;
  evp_md_ctx_st* working_;
};

}  // namespace bas::vault
