#include "flow/sign_ins.h"

#include <gtest/gtest.h>

#include "base/encode.h"
#include "flow/totp.h"
#include "testkit/ledger_world.h"

namespace bas::flow {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

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
  bool is_in(const SignInTry& attempt) {
    return sign_ins_.sign_in(attempt).value().session.has_value();
  }
  std::string now_code(const std::string& secret) const {
    return totp_code(secret, totp_step(world_.clock.now()));
  }

  testkit::FlowWorld world_;
  testkit::LedgerWorld ledger_{world_};
  Papers papers_{world_.sql->papers(), *world_.vault};
  Sessions sessions_{{world_.sql->accounts(), world_.clock}};
  Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random, sessions_}};
  SecondFactors factors_{{papers_, world_.clock, world_.key_random}};
  SignInGuard guard_{world_.clock, world_.key_random};
  DeviceMarks devices_{{*world_.vault, world_.clock, world_.key_random}};
  SignIns sign_ins_{{accounts_, factors_, guard_, devices_, sessions_, ledger_.uses}};
  User an_ = add("an");
};

TEST_F(sign_ins, take_a_password_where_no_second_factor_is) {
  const auto answer = sign_ins_.sign_in({"an", "right horse"}).value();
  ASSERT_TRUE(answer.session);
  EXPECT_EQ(accounts_.principal(answer.session->secret).value().user.id, an_.id);
  EXPECT_TRUE(is_in({"an", "right horse", "123456"})) << "a code more does no harm";
  EXPECT_FALSE(is_in({"an", "wrong horse"}));
}

TEST_F(sign_ins, want_the_code_where_one_is) {
  const std::string secret = enrol(an_);
  EXPECT_FALSE(is_in({"an", "right horse"}));
  EXPECT_FALSE(is_in({"an", "right horse", "000000"}));
  const std::string code = now_code(secret);
  EXPECT_TRUE(is_in({"an", "right horse", code}));
  EXPECT_FALSE(is_in({"an", "right horse", code})) << "replayed";
}

TEST_F(sign_ins, never_say_which_part_was_wrong) {
  const std::string code = now_code(enrol(an_));
  for (const SignInTry& attempt :
       {SignInTry{"an", "right horse"}, SignInTry{"nobody", "right horse"},
        SignInTry{"an", "wrong horse", code}, SignInTry{"an", "right horse", "000000"},
        SignInTry{"nobody", "right horse", code}, SignInTry{"an", "", code}}) {
    const auto answer = sign_ins_.sign_in(attempt);
    ASSERT_TRUE(answer) << attempt.name;
    EXPECT_FALSE(answer->session);
    EXPECT_EQ(answer->marks, "");
    EXPECT_EQ(answer->wait, seconds{0});
  }
  EXPECT_TRUE(is_in({"an", "right horse", code}))
      << "a code beside a wrong password is not used up: strangers cannot burn it";
}

TEST_F(sign_ins, make_whoever_guesses_wait_also_with_the_right_password) {
  for (const std::string_view name : {"an", "nobody"}) {
    std::vector<std::int64_t> waits;
    for (int i = 0; i < 8; ++i) {
      const auto answer = sign_ins_.sign_in({name, "wrong horse", {}, "192.0.2.1"}).value();
      waits.push_back(answer.wait.count());
    }
    EXPECT_EQ(waits, (std::vector<std::int64_t>{0, 0, 0, 0, 0, 0, 1, 1})) << name;
  }
  EXPECT_FALSE(is_in({"an", "right horse", {}, "192.0.2.1"})) << "not looked at";
  world_.clock.advance(seconds{1});
  EXPECT_TRUE(is_in({"an", "right horse", {}, "192.0.2.1"}));
}

TEST_F(sign_ins, prove_who_holds_a_session_by_password_or_code) {
  const auto session = *sign_ins_.sign_in({"an", "right horse"})->session;
  const std::string secret = enrol(an_);
  world_.clock.advance(minutes{10});
  const Principal who = accounts_.principal(session.secret).value();
  ASSERT_FALSE(sessions_.is_proved(who.credential));
  const std::string code = now_code(secret);
  for (const SignInTry& wrong :
       {SignInTry{"", "wrong horse"}, SignInTry{"", ""}, SignInTry{"", "right horse", "000000"},
        SignInTry{"", "wrong horse", code}, SignInTry{"bo", "", "000000"},
        SignInTry{"", "", "1"}}) {
    EXPECT_FALSE(sign_ins_.prove(who, wrong).value().is_proved);
  }
  EXPECT_FALSE(sessions_.is_proved(accounts_.principal(session.secret)->credential));
  EXPECT_GT(sign_ins_.prove(who, {"", "right horse"})->wait, seconds{0}) << "guesses were counted";
  world_.clock.advance(minutes{1});
  const std::string next = now_code(secret);
  EXPECT_TRUE(sign_ins_.prove(who, {"", "", next}).value().is_proved);
  EXPECT_TRUE(sessions_.is_proved(accounts_.principal(session.secret)->credential));
  EXPECT_FALSE(sign_ins_.prove(who, {"", "", next}).value().is_proved) << "replayed";
  EXPECT_TRUE(sign_ins_.prove(who, {"", "right horse"}).value().is_proved);
}

TEST_F(sign_ins, let_a_break_glass_account_in_without_a_code_for_an_hour_and_tell_the_ledger) {
  NewUser wanted;
  wanted.name = "glass";
  wanted.password = "right horse";
  wanted.role = Role::kAdministrator;
  wanted.is_break_glass = true;
  const User glass = accounts_.add_user(wanted).value();
  enrol(glass);
  EXPECT_FALSE(is_in({"glass", "wrong horse"}));
  EXPECT_EQ(ledger_.book->size(), 0U);
  const auto session = sign_ins_.sign_in({"glass", "right horse", {}, "192.0.2.1"})->session;
  ASSERT_TRUE(session);
  const auto told = ledger_.uses.latest(~0ULL, 10).value();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].facts.what, "break glass");
  EXPECT_EQ(told[0].facts.role, "administrator");
  EXPECT_EQ(told[0].details->actor, to_string(glass.id));
  EXPECT_EQ(told[0].details->terminal, "192.0.2.1");
  EXPECT_EQ(accounts_.broken_glass().value().size(), 1U);
  EXPECT_EQ(accounts_.issue_token("glass", "x", minutes{1}).error().code, ErrorCode::kConflict);
  world_.clock.advance(minutes{60} - seconds{1});
  EXPECT_TRUE(accounts_.principal(session->secret));
  world_.clock.advance(seconds{1});
  EXPECT_FALSE(accounts_.principal(session->secret));
  EXPECT_TRUE(accounts_.broken_glass().value().empty());
}

TEST_F(sign_ins, keep_nobody_out_of_a_device_it_came_in_from) {
  const std::string marks = sign_ins_.sign_in({"an", "right horse", {}, "192.0.2.1"})->marks;
  for (int i = 0; i < 40; ++i) {
    const std::string address = "203.0.113." + std::to_string(i % 5);
    EXPECT_FALSE(is_in({"an", "wrong horse", {}, address}));
  }
  EXPECT_FALSE(is_in({"an", "right horse", {}, "203.0.113.1"}));
  EXPECT_TRUE(is_in({"an", "right horse", {}, "203.0.113.1", marks}));
  EXPECT_TRUE(is_in({"an", "right horse", {}, "192.0.2.1"})) << "where it came in from before";
  EXPECT_FALSE(is_in({"an", "right horse", {}, "203.0.113.2", marks.substr(1) + "0"}));
}

}  // namespace
}  // namespace bas::flow
