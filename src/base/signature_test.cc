#include "base/signature.h"

#include <gtest/gtest.h>

#include "base/encode.h"

namespace bas {
namespace {

// RFC 8032 section 7.1, the second test.
const std::string kSeed =
    from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").value();
const std::string kPublic =
    from_hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c").value();
const std::string kSignature =
    from_hex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        .value();

TEST(signature, is_the_one_of_the_standard) {
  const auto key = SigningKey::from_seed(kSeed);
  ASSERT_TRUE(key);
  EXPECT_EQ(key->public_key(), kPublic);
  EXPECT_EQ(key->sign("\x72"), kSignature);
  EXPECT_TRUE(is_signed_by(kPublic, "\x72", kSignature));
}

TEST(signature, holds_for_nothing_else) {
  EXPECT_FALSE(is_signed_by(kPublic, "\x73", kSignature));
  EXPECT_FALSE(is_signed_by(kPublic, "\x72", kSignature.substr(1)));
  EXPECT_FALSE(is_signed_by(kPublic.substr(1), "\x72", kSignature));
  for (std::size_t at = 0; at < kSignature.size(); ++at) {
    std::string changed = kSignature;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(is_signed_by(kPublic, "\x72", changed)) << at;
  }
}

TEST(signature, needs_32_secret_bytes) {
  EXPECT_FALSE(SigningKey::from_seed(""));
  EXPECT_FALSE(SigningKey::from_seed(kSeed + "x"));
}

}  // namespace
}  // namespace bas
