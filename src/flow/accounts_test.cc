#include "flow/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/encode.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::minutes;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class accounts : public testing::Test {
 protected:
  Result<User> add(std::string name, std::string password) {
    NewUser wanted;
    wanted.name = std::move(name);
    wanted.password = std::move(password);
    return accounts_.add_user(wanted);
  }
  Result<IssuedCredential> sign_in(std::string_view name, std::string_view password) {
    const auto user = accounts_.user_with({name, password}).value();
    if (!user) return fail(ErrorCode::kRefused, "nobody");
    return accounts_.open_session({*user, "192.0.2.1"});
  }

  testkit::FlowWorld world_;
  Sessions sessions_{{world_.sql->accounts(), world_.clock}};
  Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random, sessions_}};
  User user_ = add("an", "right horse").value();
};

TEST_F(accounts, a_password_is_kept_as_a_salted_hash) {
  EXPECT_THAT(user_.password_hash, StartsWith("$argon2id$v=19$m=32768,t=3,p=4$"));
  EXPECT_EQ(user_.display_name, "an");
  const User other = add("bo", "right horse").value();
  EXPECT_NE(other.password_hash, user_.password_hash);
  EXPECT_EQ(add("bo", "x").error().code, ErrorCode::kConflict);
}

TEST_F(accounts, a_wrong_name_and_a_wrong_password_are_nobodys) {
  EXPECT_FALSE(sign_in("an", "wrong horse"));
  EXPECT_FALSE(sign_in("nobody", "right horse"));
  EXPECT_FALSE(sign_in("an", ""));
  EXPECT_FALSE(sign_in("", ""));
}

TEST_F(accounts, who_signed_out_is_out) {
  const auto session = sign_in("an", "right horse").value();
  const auto other = sign_in("an", "right horse").value();
  ASSERT_TRUE(accounts_.sign_out(session.credential));
  EXPECT_FALSE(accounts_.principal(session.secret));
  EXPECT_TRUE(accounts_.principal(other.secret));
}

TEST_F(accounts, a_secret_is_kept_as_its_digest_alone) {
  const auto token = accounts_.issue_token("an", "radar van", minutes{60}).value();
  EXPECT_THAT(token.secret, StartsWith("bas_"));
  EXPECT_EQ(token.credential.secret_sha256, to_hex(sha256(token.secret)));
  const Principal principal = accounts_.principal(token.secret).value();
  EXPECT_EQ(principal.credential.kind, CredentialKind::kToken);
  EXPECT_EQ(principal.credential.label, "radar van");
  EXPECT_FALSE(accounts_.principal(token.credential.secret_sha256));
  EXPECT_EQ(accounts_.issue_token("nobody", "x", minutes{1}).error().code, ErrorCode::kNotFound);
}

TEST_F(accounts, near_secrets_are_refused) {
  const auto token = accounts_.issue_token("an", "x", minutes{60}).value();
  for (std::size_t length = 0; length < token.secret.size(); ++length) {
    EXPECT_FALSE(accounts_.principal(token.secret.substr(0, length))) << length;
  }
  EXPECT_FALSE(accounts_.principal(token.secret + " "));
}

TEST_F(accounts, signing_in_clears_away_what_has_ended) {
  const auto ended = accounts_.issue_token("an", "x", minutes{1}).value();
  ASSERT_THAT(world_.sql->accounts().tokens().value(), SizeIs(1));
  world_.clock.advance(minutes{2});
  ASSERT_TRUE(sign_in("an", "right horse"));
  EXPECT_THAT(world_.sql->accounts().tokens().value(), SizeIs(0));
}

TEST_F(accounts, a_disabled_user_is_refused_everywhere) {
  User gone{.id = make_id(world_.clock.now(), world_.random),
            .name = "cas",
            .display_name = "cas",
            .zone = world_.zone.id,
            .role = Role::kOperator,
            .password_hash = user_.password_hash,
            .language = "nl",
            .is_disabled = true,
            .created_at = world_.clock.now()};
  ASSERT_TRUE(world_.sql->accounts().add_user(gone));
  EXPECT_EQ(sign_in("cas", "right horse").error().code, ErrorCode::kRefused);
  const auto token = accounts_.issue_token("cas", "x", minutes{1}).value();
  EXPECT_EQ(accounts_.principal(token.secret).error().code, ErrorCode::kRefused);
}

}  // namespace
}  // namespace bas::flow
