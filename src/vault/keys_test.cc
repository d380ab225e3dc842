#include "vault/keys.h"

#include "base/encode.h"
#include "vault/gcm.h"
#include "vault/token_maker.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <set>

namespace bas::vault {
namespace {

constexpr Day kToday{20780};

Keys keys_for(Day day) {
  std::string pair;
  for (int i = 0; i < 64; ++i) pair.push_back(static_cast<char>(i));
  return Keys(day, Secret(pair));
}

RC_GTEST_PROP(Keys, opens_what_it_sealed, (std::string context, std::string plain)) {
  const Keys keys = keys_for(kToday);
  const std::string sealed = keys.seal(SealKind::kPicture, context, plain).value();
  RC_ASSERT(sealed.size() == plain.size() + kSealBytes);
  RC_ASSERT(keys.open(SealKind::kPicture, context, sealed).value() == plain);
}

RC_GTEST_PROP(Keys, refuses_another_context, (std::string context, std::string other)) {
  RC_PRE(context != other);
  const Keys keys = keys_for(kToday);
  const std::string sealed = keys.seal(SealKind::kRead, context, "text").value();
  RC_ASSERT(keys.open(SealKind::kRead, other, sealed).error().code == ErrorCode::kCorrupt);
}

RC_GTEST_PROP(Keys, tokens_are_repeatable_and_apart, (std::string text, std::string other)) {
  RC_PRE(text != other);
  const Keys keys = keys_for(kToday);
  RC_ASSERT(keys.token("plate", text).value() == keys.token("plate", text).value());
  RC_ASSERT(keys.token("plate", text).value() != keys.token("plate", other).value());
  RC_ASSERT(keys.token("plate", text).value() != keys.token("message", text).value());
}

TEST(Keys, refuses_a_change_of_any_byte) {
  const Keys keys = keys_for(kToday);
  const std::string sealed = keys.seal(SealKind::kRead, "id", "1ABC123").value();
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 0x80);
    EXPECT_EQ(keys.open(SealKind::kRead, "id", changed).error().code, ErrorCode::kCorrupt) << at;
  }
}

TEST(Keys, refuses_a_text_cut_at_any_length) {
  const Keys keys = keys_for(kToday);
  const std::string sealed = keys.seal(SealKind::kRead, "id", "1ABC123").value();
  for (std::size_t length = 0; length < sealed.size(); ++length) {
    EXPECT_EQ(keys.open(SealKind::kRead, "id", sealed.substr(0, length)).error().code,
              ErrorCode::kCorrupt)
        << length;
  }
}

TEST(Keys, refuses_another_kind_or_day) {
  const Keys keys = keys_for(kToday);
  const Keys same_keys_of_another_day = keys_for(Day{kToday.number + 1});
  const std::string sealed = keys.seal(SealKind::kRead, "id", "1ABC123").value();
  EXPECT_FALSE(keys.open(SealKind::kHit, "id", sealed));
  EXPECT_FALSE(same_keys_of_another_day.open(SealKind::kRead, "id", sealed));
}

TEST(Keys, never_seals_the_same_way_twice) {
  const Keys keys = keys_for(kToday);
  std::set<std::string> seen;
  for (int i = 0; i < 2000; ++i) {
    EXPECT_TRUE(seen.insert(keys.seal(SealKind::kRead, "id", "same").value()).second);
  }
}

TEST(Keys, a_label_and_a_text_do_not_run_together) {
  const Keys keys = keys_for(kToday);
  EXPECT_NE(keys.token("ab", "c").value(), keys.token("a", "bc").value());
}

TEST(Keys, refuses_everything_once_wiped) {
  Keys keys = keys_for(kToday);
  const std::string sealed = keys.seal(SealKind::kRead, "id", "text").value();
  keys.wipe();
  EXPECT_EQ(keys.open(SealKind::kRead, "id", sealed).error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(keys.seal(SealKind::kRead, "id", "text").error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(keys.token("plate", "text").error().code, ErrorCode::kDestroyed);
}

TEST(Secret, is_zero_once_wiped) {
  Secret secret("0123456789");
  EXPECT_EQ(secret.view(), "0123456789");
  secret.wipe();
  EXPECT_EQ(secret.view(), std::string(10, '\0'));
}

// Expected value from `openssl dgst -sha256 -mac HMAC -macopt key:Jefe` over \x05plate1ABC123.
TEST(TokenMaker, is_hmac_sha256_over_length_label_and_text) {
  TokenMaker tokens("Jefe");
  EXPECT_EQ(to_hex(tokens.make("plate", "1ABC123")), "7e17a5ef428c26dc1919442b4212df7e");
}

// NIST SP 800-38D test case 16 (AES-256, 20 bytes bound, 60 bytes of text).
TEST(Gcm, agrees_with_the_published_vector) {
  const std::string key =
      from_hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308").value();
  const std::string nonce = from_hex("cafebabefacedbaddecaf888").value();
  const std::string bound = from_hex("feedfacedeadbeeffeedfacedeadbeefabaddad2").value();
  const std::string plain = from_hex(
                                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
                                .value();
  Gcm gcm(key);
  const std::string sealed = gcm.seal({nonce, bound, plain});
  EXPECT_EQ(to_hex(sealed.substr(kNonceBytes)),
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            "76fc6ece0f4e1768cddf8853bb2d551b");
  EXPECT_EQ(gcm.open({nonce, bound, std::string_view(sealed).substr(kNonceBytes)}), plain);
}

std::string take(Nonces& nonces) {
  std::array<char, kNonceBytes> nonce{};
  nonces.take(nonce);
  return {nonce.data(), nonce.size()};
}

TEST(Nonces, a_forked_process_does_not_hand_out_its_parents) {
  Nonces nonces;
  take(nonces);
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  const pid_t child = fork();
  if (child == 0) {
    const std::string mine = take(nonces);
    const bool is_written = write(ends[1], mine.data(), mine.size()) == kNonceBytes;
    _exit(is_written ? 0 : 1);
  }
  std::string childs(kNonceBytes, '\0');
  ASSERT_EQ(read(ends[0], childs.data(), childs.size()), kNonceBytes);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  close(ends[0]);
  close(ends[1]);
  EXPECT_NE(childs, take(nonces));
}

}  // namespace
}  // namespace bas::vault
