#include "flow/sign_ins.h"

#include <gtest/gtest.h>

#include "base/encode.h"
#include "flow/totp.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::minutes;

class sign_ins : public testing::Test {
 protected:
  User add(std::string name) {
    NewUser wanted;
    wanted.name = std::move(name);
    wanted.password = "right horse";
    return accounts_.add_user(wanted).value();
  }
  // The secret is that of the paper: what the app holds.
  std::string enrol(const User& user) {
    EXPECT_TRUE(factors_.begin(user));
    const auto paper = papers_.find(PaperKind::kSecondFactor, user.id).value();
    const std::string mark = R"("pending":")";
    const auto from = paper->text.find(mark) + mark.size();
    const std::string secret =
        from_base64(paper->text.substr(from, paper->text.find('"', from) - from)).value();
    EXPECT_TRUE(factors_.confirm(user.id, totp_code(secret, totp_step(world_.clock.now()))));
    world_.clock.advance(minutes{2});
    return secret;
  }
  std::string now_code(const std::string& secret) const {
    return totp_code(secret, totp_step(world_.clock.now()));
  }

  testkit::FlowWorld world_;
  Papers papers_{world_.sql->papers(), *world_.vault};
  Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random}};
  SecondFactors factors_{{papers_, world_.clock, world_.key_random}};
  SignIns sign_ins_{{accounts_, factors_}};
  User an_ = add("an");
};

TEST_F(sign_ins, take_a_password_where_no_second_factor_is) {
  const auto session = sign_ins_.sign_in({"an", "right horse"}).value();
  EXPECT_EQ(accounts_.principal(session.secret).value().user.id, an_.id);
  EXPECT_TRUE(sign_ins_.sign_in({"an", "right horse", "123456"})) << "a code more does no harm";
  EXPECT_EQ(sign_ins_.sign_in({"an", "wrong horse"}).error().code, ErrorCode::kRefused);
}

TEST_F(sign_ins, want_the_code_where_one_is) {
  const std::string secret = enrol(an_);
  EXPECT_FALSE(sign_ins_.sign_in({"an", "right horse"}));
  EXPECT_FALSE(sign_ins_.sign_in({"an", "right horse", "000000"}));
  const std::string code = now_code(secret);
  EXPECT_TRUE(sign_ins_.sign_in({"an", "right horse", code}));
  EXPECT_FALSE(sign_ins_.sign_in({"an", "right horse", code})) << "replayed";
}

TEST_F(sign_ins, never_say_which_part_was_wrong) {
  const std::string code = now_code(enrol(an_));
  const std::string said = sign_ins_.sign_in({"an", "wrong horse"}).error().text;
  for (const SignInTry& attempt :
       {SignInTry{"an", "right horse"}, SignInTry{"nobody", "right horse"},
        SignInTry{"an", "wrong horse", code}, SignInTry{"an", "right horse", "000000"},
        SignInTry{"nobody", "right horse", code}, SignInTry{"an", "", code}}) {
    const auto refused = sign_ins_.sign_in(attempt);
    ASSERT_FALSE(refused) << attempt.name;
    EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
    EXPECT_EQ(refused.error().text, said);
  }
  EXPECT_TRUE(sign_ins_.sign_in({"an", "right horse", code}))
      << "a code beside a wrong password is not used up: strangers cannot burn it";
}

}  // namespace
}  // namespace bas::flow
