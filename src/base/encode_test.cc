#include "base/encode.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas {
namespace {

TEST(Hex, writes_lower_case_and_reads_both) {
  EXPECT_EQ(to_hex(std::string_view("\x00\xff\x1a", 3)), "00ff1a");
  EXPECT_EQ(from_hex("00FF1a").value(), std::string("\x00\xff\x1a", 3));
  EXPECT_EQ(from_hex("").value(), "");
}

TEST(Hex, refuses_half_bytes_and_other_signs) {
  for (const char* text : {"0", "abc", "0g", "00 ff", "0x00"}) EXPECT_FALSE(from_hex(text)) << text;
}

RC_GTEST_PROP(Hex, gives_back_what_it_was_given, (const std::string& bytes)) {
  RC_ASSERT(from_hex(to_hex(bytes)).value() == bytes);
}

TEST(Base32, gives_the_examples_of_rfc_4648) {
  EXPECT_EQ(to_base32(""), "");
  EXPECT_EQ(to_base32("f"), "MY");
  EXPECT_EQ(to_base32("fo"), "MZXQ");
  EXPECT_EQ(to_base32("foo"), "MZXW6");
  EXPECT_EQ(to_base32("foob"), "MZXW6YQ");
  EXPECT_EQ(to_base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI");
}

TEST(HmacSha1, gives_the_examples_of_rfc_2202) {
  EXPECT_EQ(to_hex(hmac_sha1(std::string(20, '\x0b'), "Hi There")),
            "b617318655057264e28bc0b6fb378c8ef146be00");
  EXPECT_EQ(to_hex(hmac_sha1("Jefe", "what do ya want for nothing?")),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  EXPECT_EQ(to_hex(hmac_sha1(std::string(80, '\xaa'),
                             "Test Using Larger Than Block-Size Key - Hash Key First")),
            "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

TEST(Base64, gives_the_examples_of_rfc_4648) {
  EXPECT_EQ(to_base64(""), "");
  EXPECT_EQ(to_base64("f"), "Zg==");
  EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(to_base64url("\xfb\xff"), "-_8");
}

TEST(Base64, reads_line_breaks_and_missing_padding) {
  EXPECT_EQ(from_base64("Zm9v\r\nYmFy\r\n").value(), "foobar");
  EXPECT_EQ(from_base64("Zg").value(), "f");
  EXPECT_EQ(from_base64("Zg==").value(), "f");
}

TEST(Base64, refuses_other_signs) {
  for (const char* text : {"Zm9v!", "Zm9v-_", "Z", "Zg==Zg=="}) {
    EXPECT_FALSE(from_base64(text)) << text;
  }
}

RC_GTEST_PROP(Base64, gives_back_what_it_was_given, (const std::string& bytes)) {
  RC_ASSERT(from_base64(to_base64(bytes)).value() == bytes);
}

RC_GTEST_PROP(Base64, takes_any_text_without_harm, (const std::string& text)) {
  const auto result = from_base64(text);
  RC_ASSERT(result || result.error().code == ErrorCode::kBadInput);
}

TEST(Sha256, gives_the_digest_of_the_standard) {
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(EqualConstantTime, is_equality) {
  EXPECT_TRUE(equal_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_constant_time("secret", "secret "));
  EXPECT_TRUE(equal_constant_time("", ""));
}

TEST(Wipe, leaves_nothing_behind) {
  std::string secret = "a secret longer than what a string keeps inside itself";
  const char* bytes = secret.data();
  wipe(secret);
  EXPECT_TRUE(secret.empty());
  EXPECT_EQ(bytes[0], '\0');
}

TEST(Utf8, keeps_valid_text_and_marks_every_invalid_byte) {
  EXPECT_EQ(to_valid_utf8("Ostfildern-Zürich Ω Ж"), "Ostfildern-Zürich Ω Ж");
  EXPECT_EQ(to_valid_utf8("a\xff"
                          "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(to_valid_utf8("\xC3"), "\xEF\xBF\xBD") << "cut within a letter";
  EXPECT_EQ(to_valid_utf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "a surrogate";
}

RC_GTEST_PROP(Utf8, is_valid_whatever_came, (const std::string& bytes)) {
  const std::string text = to_valid_utf8(bytes);
  RC_ASSERT(is_valid_utf8(text));
  RC_ASSERT(to_valid_utf8(text) == text);
}

}  // namespace
}  // namespace bas
