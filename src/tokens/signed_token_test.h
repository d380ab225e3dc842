// Keys and tokens as a provider makes them, and as it would never.
#pragma once

#include <cjose/cjose.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "base/encode.h"

namespace bas::tokens::made {

// Freed with the process: a test makes a handful.
inline cjose_jwk_t* rsa_key(std::size_t bits = 2048) {
  cjose_err error{};
  constexpr std::string_view kExponent("\x01\x00\x01", 3);
  return cjose_jwk_create_RSA_random(bits, reinterpret_cast<const std::uint8_t*>(kExponent.data()),
                                     kExponent.size(), &error);
}
inline cjose_jwk_t* curve_key(cjose_jwk_ec_curve curve = CJOSE_JWK_EC_P_256) {
  cjose_err error{};
  return cjose_jwk_create_EC_random(curve, &error);
}
inline cjose_jwk_t* mac_key(std::string_view secret) {
  cjose_err error{};
  return cjose_jwk_create_oct_spec(reinterpret_cast<const std::uint8_t*>(secret.data()),
                                   secret.size(), &error);
}

// As it stands in a key set. `more`: further members, such as `"use":"sig"`.
inline std::string public_text(cjose_jwk_t* key, const std::string& id,
                               std::string_view more = {}) {
  cjose_err error{};
  if (!id.empty()) cjose_jwk_set_kid(key, id.data(), id.size(), &error);
  char* const text = cjose_jwk_to_json(key, false, &error);
  std::string json(text);
  std::free(text);
  if (!more.empty()) json.insert(json.size() - 1, "," + std::string(more));
  return json;
}

struct Header {
  std::string algorithm;
  std::string kid{};
  std::string type{};
  bool has_critical = false;
};
inline std::string token(cjose_jwk_t* key, const Header& wanted, std::string_view claims) {
  cjose_err error{};
  cjose_header_t* const header = cjose_header_new(&error);
  cjose_header_set(header, "alg", wanted.algorithm.c_str(), &error);
  if (!wanted.kid.empty()) cjose_header_set(header, "kid", wanted.kid.c_str(), &error);
  if (!wanted.type.empty()) cjose_header_set(header, "typ", wanted.type.c_str(), &error);
  if (wanted.has_critical) cjose_header_set_raw(header, "crit", R"(["exp"])", &error);
  cjose_jws_t* const made = cjose_jws_sign(
      key, header, reinterpret_cast<const std::uint8_t*>(claims.data()), claims.size(), &error);
  EXPECT_NE(made, nullptr) << wanted.algorithm;
  const char* compact = nullptr;
  cjose_jws_export(made, &compact, &error);
  std::string text(compact);
  cjose_jws_release(made);
  cjose_header_release(header);
  return text;
}

// A token with this header and no care for what belongs together.
inline std::string joined(std::string_view header, std::string_view claims,
                          std::string_view signature) {
  return to_base64url(header) + "." + to_base64url(claims) + "." + to_base64url(signature);
}

}  // namespace bas::tokens::made
