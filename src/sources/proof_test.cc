#include "sources/proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/encode.h"
#include "testkit/signer.h"

namespace bas::sources {
namespace {

using testkit::Signer;

using testing::HasSubstr;

const std::string kDigest(64, 'a');
const std::string kOther(64, 'b');

std::string checksum(const std::string& document) {
  const auto found = checksum_in(document, "stolen.csv");
  return found ? *found : "";
}

TEST(Checksum, is_read_in_every_form_that_people_publish) {
  for (const std::string& document :
       {kDigest, kDigest + "\n", "  " + kDigest + "\r\n", std::string(64, 'A'),
        kDigest + "  stolen.csv\n", kDigest + " *stolen.csv\n", kDigest + "  ./out/stolen.csv\n",
        "# made by hand\n" + kOther + "  other.csv\n" + kDigest + "  stolen.csv\n",
        "SHA256 (stolen.csv) = " + kDigest + "\n", kDigest + "\tstolen.csv"}) {
    EXPECT_EQ(checksum(document), kDigest) << document;
  }
}

TEST(Checksum, that_speaks_of_nothing_or_of_another_file_is_refused) {
  for (const std::string& document :
       {std::string(), std::string("\n\n"), kDigest.substr(1), kDigest + "a", std::string(64, 'g'),
        kDigest + "  other.csv", kDigest + "  not-stolen.csv", "SHA256 (other.csv) = " + kDigest,
        "SHA256 (stolen.csv) = " + kDigest.substr(1), "MD5 (stolen.csv) = " + kDigest,
        kDigest + "  stolen.csv\n" + kOther + "  stolen.csv", kDigest + "\n" + kOther,
        kDigest + "\n" + kOther + "  other.csv", std::string("<html>")}) {
    EXPECT_EQ(checksum(document), "") << document;
  }
}

TEST(Checksum, cut_at_every_length_is_the_right_one_or_none) {
  const std::string document = kOther + "  other.csv\n" + kDigest + " *stolen.csv\n";
  for (std::size_t length = 0; length <= document.size(); ++length) {
    const std::string found = checksum(document.substr(0, length));
    const bool is_whole = length >= document.size() - 1;
    const bool is_bare = length >= 64 && length <= 66;  // digits alone speak of the only file
    EXPECT_EQ(found, is_whole ? kDigest : is_bare ? kOther : "") << length;
  }
}

TEST(ChecksumHeader, is_read_in_every_form_that_servers_send) {
  const std::string bytes(32, '\xaa');
  for (const std::string& value :
       {kDigest, " " + kDigest + " ", "sha-256=:" + to_base64(bytes) + ":",
        "sha-512=:abc:, sha-256=:" + to_base64(bytes) + ":", "SHA-256=" + to_base64(bytes)}) {
    const auto found = checksum_in_header(value);
    ASSERT_TRUE(found) << value;
    EXPECT_EQ(*found, kDigest);
  }
}

TEST(ChecksumHeader, of_another_kind_or_cut_is_refused) {
  for (const char* value : {"", "sha-512=:abc:", "sha-256=", "sha-256=::", "md5=abc", ",,,"}) {
    EXPECT_FALSE(checksum_in_header(value)) << value;
  }
  const std::string value = "sha-256=:" + to_base64(std::string(32, '\xaa')) + ":";
  for (std::size_t length = 0; length + 2 < value.size(); ++length) {
    EXPECT_FALSE(checksum_in_header(value.substr(0, length))) << length;
  }
}

class Signature : public testing::Test {
 protected:
  Result<> check(const std::string& bytes, const std::string& signature,
                 const std::string& key_file) {
    SignatureSettings settings;
    settings.public_key_file = signer_.scratch().file("key", key_file);
    return check_proof(bytes, to_hex(sha256(bytes)), {"", signature}, settings);
  }
  ErrorCode code_of(const Result<>& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::kDestroyed : result.error().code;
  }

  const Signer signer_;
  const std::string bytes_ = "1-ABC-123\n";
  const std::string signature_ = signer_.sign(bytes_);
};

TEST_F(Signature, made_by_openssl_is_verified_with_its_pem_key) {
  const auto checked = check(bytes_, signature_, signer_.public_key_pem());
  EXPECT_TRUE(checked) << checked.error().text;
}

TEST_F(Signature, and_key_may_be_raw_hexadecimal_or_base64) {
  const std::string key = *public_key_in(signer_.public_key_pem());
  ASSERT_EQ(key.size(), 32u);
  for (const std::string& signature :
       {signature_, to_hex(signature_) + "\n", to_base64(signature_)}) {
    for (const std::string& text : {key, to_hex(key), to_base64(key) + "\n"}) {
      EXPECT_TRUE(check(bytes_, signature, text));
    }
  }
}

TEST_F(Signature, of_other_bytes_or_by_another_key_is_wrong) {
  const std::string key = signer_.public_key_pem();
  EXPECT_EQ(code_of(check(bytes_ + " ", signature_, key)), ErrorCode::kCorrupt);
  std::string changed = signature_;
  changed[10] = static_cast<char>(changed[10] ^ 1);
  EXPECT_EQ(code_of(check(bytes_, changed, key)), ErrorCode::kCorrupt);
  const Signer stranger;
  EXPECT_EQ(code_of(check(bytes_, stranger.sign(bytes_), key)), ErrorCode::kCorrupt);
}

TEST_F(Signature, that_is_none_is_refused_and_so_is_a_key_of_another_kind) {
  const std::string key = signer_.public_key_pem();
  for (const std::string& signature : {std::string(), std::string("x"), signature_.substr(1)}) {
    EXPECT_EQ(code_of(check(bytes_, signature, key)), ErrorCode::kBadInput);
  }
  for (const std::string& other : {std::string(), std::string("x"), signer_.private_key_pem()}) {
    EXPECT_EQ(code_of(check(bytes_, signature_, other)), ErrorCode::kBadInput);
  }
  SignatureSettings settings;
  settings.public_key_file = signer_.scratch().path("missing");
  EXPECT_EQ(code_of(check_proof(bytes_, "", {"", signature_}, settings)), ErrorCode::kBadInput);
}

TEST_F(Signature, or_key_cut_at_every_length_is_never_taken) {
  const std::string key = signer_.public_key_pem();
  for (std::size_t length = 0; length < key.find_last_of('-'); ++length) {
    EXPECT_FALSE(public_key_in(key.substr(0, length))) << length;
  }
  const std::string text = to_base64(signature_);
  for (std::size_t length = 0; length < text.size() - 2; ++length) {
    const bool is_raw = length == 64;  // which then fits no file
    EXPECT_EQ(signature_in(text.substr(0, length)).has_value(), is_raw) << length;
  }
}

}  // namespace
}  // namespace bas::sources
