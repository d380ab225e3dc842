#include "base/encode.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <simdjson.h>
#include <sodium.h>

#include <memory>

#include "base/check.h"

namespace bas {

namespace {

std::string encode_base64(std::string_view bytes, int variant) {
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), variant);
  out.pop_back();  // sodium counts the closing zero
  return out;
}

struct Digest {
  const EVP_MD* algorithm;
  std::size_t bytes;
};

std::string hmac(Digest digest, std::string_view key, std::string_view text) {
  std::string out(digest.bytes, '\0');
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  check(HMAC(digest.algorithm, key.data(), static_cast<int>(key.size()), bytes, text.size(),
             reinterpret_cast<unsigned char*>(out.data()), &length) != nullptr);
  check(length == out.size());
  return out;
}

}  // namespace

std::string to_hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 15]);
  }
  return out;
}

Result<std::string> from_hex(std::string_view hex) {
  std::string out(hex.size() / 2, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed = sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                                    hex.data(), hex.size(), nullptr, &length, &end);
  if (failed != 0 || end != hex.data() + hex.size() || hex.size() % 2 != 0) {
    return fail(ErrorCode::kBadInput, "not hexadecimal text");
  }
  return out;
}

std::string to_base64(std::string_view bytes) {
  return encode_base64(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string to_base64url(std::string_view bytes) {
  return encode_base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

Result<std::string> from_base64(std::string_view text) {
  while (!text.empty() && std::string_view("= \r\n\t").find(text.back()) != text.npos) {
    text.remove_suffix(1);
  }
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                                       text.data(), text.size(), " \r\n\t", &length, &end,
                                       sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  if (failed != 0 || end != text.data() + text.size()) {
    return fail(ErrorCode::kBadInput, "not base64 text");
  }
  out.resize(length);
  return out;
}

std::string to_base32(std::string_view bytes) {
  static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = ((held << 8) | static_cast<unsigned char>(c)) & 0xFFFU;
    for (bits += 8; bits >= 5; bits -= 5) out.push_back(kLetters[(held >> (bits - 5)) & 31U]);
  }
  if (bits > 0) out.push_back(kLetters[(held << (5 - bits)) & 31U]);
  return out;
}

std::string hmac_sha1(std::string_view key, std::string_view text) {
  return hmac({EVP_sha1(), 20}, key, text);
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
  return hmac({EVP_sha256(), 32}, key, text);
}

std::string sha256(std::string_view bytes) { return sha256({bytes}); }

// OpenSSL looks an algorithm up each time it is named: that costs more than a short text.
std::string sha256(std::initializer_list<std::string_view> parts) {
  static const EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> kContext(
      EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::string out(32, '\0');
  check(EVP_DigestInit_ex2(kContext.get(), kAlgorithm, nullptr) == 1);
  for (const std::string_view part : parts) {
    check(EVP_DigestUpdate(kContext.get(), part.data(), part.size()) == 1);
  }
  check(EVP_DigestFinal_ex(kContext.get(), reinterpret_cast<unsigned char*>(out.data()), nullptr) ==
        1);
  return out;
}

bool equal_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::string to_valid_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    std::size_t width = 1;
    while (width < 4 && width < text.size() && !is_valid_utf8(text.substr(0, width))) ++width;
    if (is_valid_utf8(text.substr(0, width))) {
      out += text.substr(0, width);
    } else {
      width = 1;
      out += "\xEF\xBF\xBD";
    }
    text.remove_prefix(width);
  }
  return out;
}

}  // namespace bas
