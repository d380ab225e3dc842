#include "flow/second_factors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "flow/totp.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// Base 32 back into bytes, as an app does.
std::string secret_of(const Enrolment& enrolment) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (const char c : enrolment.secret) {
    held = ((held << 5) | static_cast<unsigned>(kLetters.find(c))) & 0xFFFFU;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out.push_back(static_cast<char>((held >> bits) & 0xFFU));
  }
  return out;
}

class second_factors : public testing::Test {
 protected:
  second_factors() {
    user_.id = make_id(world_.clock.now(), world_.random);
    user_.name = "an";
  }
  std::string code(const std::string& secret, int steps_on = 0) const {
    return totp_code(secret, totp_step(world_.clock.now()) + steps_on);
  }
  bool is_taken(std::string_view given) { return factors_.take(user_.id, given).value(); }
  // Enrols; the secret that the app holds.
  std::string enrol() {
    const std::string secret = secret_of(factors_.begin(user_).value());
    recovery_ = factors_.confirm(user_.id, code(secret)).value();
    world_.clock.advance(minutes{2});
    return secret;
  }

  testkit::FlowWorld world_;
  Papers papers_{world_.sql->papers(), *world_.vault};
  SecondFactors factors_{{papers_, world_.clock, world_.key_random}};
  User user_;
  std::vector<std::string> recovery_;
};

TEST_F(second_factors, count_once_their_first_code_was_given) {
  EXPECT_FALSE(factors_.state(user_.id).value().is_on);
  const Enrolment enrolment = factors_.begin(user_).value();
  EXPECT_THAT(enrolment.secret, SizeIs(32));
  EXPECT_THAT(enrolment.url, HasSubstr("BAS:an?secret=" + enrolment.secret + "&"));
  EXPECT_FALSE(factors_.state(user_.id).value().is_on);
  const std::string secret = secret_of(enrolment);
  EXPECT_FALSE(is_taken(code(secret)));
  EXPECT_EQ(factors_.confirm(user_.id, "000000").error().code, ErrorCode::kRefused);
  EXPECT_THAT(factors_.confirm(user_.id, code(secret)).value(), SizeIs(10));
  EXPECT_TRUE(factors_.state(user_.id).value().is_on);
  EXPECT_EQ(factors_.confirm(user_.id, code(secret, 1)).error().code, ErrorCode::kConflict);
}

TEST_F(second_factors, wait_ten_minutes_for_their_first_code) {
  const std::string secret = secret_of(factors_.begin(user_).value());
  world_.clock.advance(minutes{10} + seconds{1});
  EXPECT_EQ(factors_.confirm(user_.id, code(secret)).error().code, ErrorCode::kConflict);
}

TEST_F(second_factors, take_a_code_once) {
  const std::string secret = secret_of(factors_.begin(user_).value());
  const std::string first = code(secret);
  ASSERT_TRUE(factors_.confirm(user_.id, first));
  EXPECT_FALSE(is_taken(first)) << "what confirmed it is used up";
  world_.clock.advance(minutes{2});
  const std::string next = code(secret);
  EXPECT_FALSE(is_taken(totp_code(secret, totp_step(world_.clock.now()) - 2))) << "expired";
  EXPECT_TRUE(is_taken(next.substr(0, 3) + " " + next.substr(3)));
  EXPECT_FALSE(is_taken(next)) << "replayed";
  EXPECT_FALSE(is_taken(code(secret, -1))) << "older than the last";
  EXPECT_TRUE(is_taken(code(secret, 1)));
}

TEST_F(second_factors, take_each_recovery_code_once) {
  enrol();
  ASSERT_THAT(recovery_, SizeIs(10));
  EXPECT_EQ(std::set<std::string>(recovery_.begin(), recovery_.end()).size(), 10U);
  EXPECT_THAT(recovery_[0], SizeIs(32 + 7));
  EXPECT_TRUE(is_taken(recovery_[3]));
  EXPECT_FALSE(is_taken(recovery_[3]));
  std::string shouted = recovery_[4];
  for (char& c : shouted) c = static_cast<char>(std::toupper(c));
  EXPECT_TRUE(is_taken(shouted));
  EXPECT_EQ(factors_.state(user_.id).value().recovery_codes, 8U);
  EXPECT_FALSE(is_taken(recovery_[5].substr(1)));
}

TEST_F(second_factors, take_nothing_that_is_no_code) {
  enrol();
  for (const std::string& wrong : {std::string(), std::string("123"), std::string(100'000, '1'),
                                   std::string("\0\0\0\0\0\0", 6), std::string("------")}) {
    EXPECT_FALSE(is_taken(wrong)) << wrong.size();
  }
  EXPECT_FALSE(factors_.take(make_id(world_.clock.now(), world_.random), "123456").value());
}

TEST_F(second_factors, stay_until_a_new_one_is_confirmed) {
  const std::string old = enrol();
  const std::string next = secret_of(factors_.begin(user_).value());
  EXPECT_FALSE(is_taken(code(next)));
  EXPECT_TRUE(is_taken(code(old)));
  ASSERT_TRUE(factors_.confirm(user_.id, code(next)));
  EXPECT_FALSE(is_taken(code(old, 1)));
  EXPECT_FALSE(is_taken(recovery_[0])) << "the codes of the old one are gone with it";
  EXPECT_TRUE(is_taken(code(next, 1)));
}

TEST_F(second_factors, are_gone_once_reset) {
  ASSERT_TRUE(factors_.reset(user_.id)) << "nothing to reset is no failure";
  const std::string secret = enrol();
  ASSERT_TRUE(factors_.reset(user_.id));
  EXPECT_FALSE(factors_.state(user_.id).value().is_on);
  EXPECT_FALSE(is_taken(code(secret)));
  EXPECT_FALSE(is_taken(recovery_[0]));
}

TEST_F(second_factors, are_kept_sealed_each_for_its_account) {
  enrol();
  const auto sealed = world_.sql->papers().paper(PaperKind::kSecondFactor, user_.id).value();
  ASSERT_TRUE(sealed);
  EXPECT_THAT(sealed->sealed, Not(HasSubstr("secret")));
  const Id other = make_id(world_.clock.now(), world_.random);
  ASSERT_TRUE(world_.sql->papers().add_paper(
      {PaperKind::kSecondFactor, other, sealed->version, sealed->sealed}));
  EXPECT_EQ(factors_.take(other, "123456").error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace bas::flow
