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

TEST_F(accounts, a_disabled_user_is_refused_everywhere_at_once) {
  const auto session = sign_in("an", "right horse").value();
  const auto token = accounts_.issue_token("an", "x", minutes{60}).value();
  UserChange disable;
  disable.is_disabled = true;
  const auto changed = accounts_.change_user(user_.id, disable).value();
  EXPECT_TRUE(changed.user.is_disabled);
  EXPECT_THAT(changed.credentials, SizeIs(2));
  EXPECT_FALSE(accounts_.principal(session.secret));
  EXPECT_FALSE(accounts_.principal(token.secret));
  EXPECT_FALSE(sign_in("an", "right horse"));
  EXPECT_EQ(accounts_.issue_token("an", "x", minutes{1}).error().code, ErrorCode::kConflict);
  UserChange enable;
  enable.is_disabled = false;
  ASSERT_TRUE(accounts_.change_user(user_.id, enable));
  EXPECT_FALSE(accounts_.principal(session.secret)) << "what had ended stays so";
  EXPECT_FALSE(accounts_.principal(token.secret));
  EXPECT_TRUE(sign_in("an", "right horse"));
}

TEST_F(accounts, a_credential_that_another_server_kept_opens_no_disabled_account) {
  const auto token = accounts_.issue_token("an", "x", minutes{60}).value();
  user_.is_disabled = true;
  ++user_.version;
  ASSERT_TRUE(world_.sql->accounts().change_user(user_));
  EXPECT_EQ(accounts_.principal(token.secret).error().code, ErrorCode::kRefused);
}

TEST_F(accounts, what_is_not_said_stays_as_it_is) {
  UserChange change;
  change.role = Role::kInvestigator;
  change.role_until = world_.clock.now();
  ASSERT_TRUE(accounts_.change_user(user_.id, change));
  change = UserChange{};
  change.display_name = "An Peeters";
  ASSERT_TRUE(accounts_.change_user(user_.id, change));
  User kept = accounts_.user(user_.id).value().value();
  EXPECT_EQ(kept.role, Role::kInvestigator);
  EXPECT_EQ(kept.role_until, world_.clock.now());
  EXPECT_EQ(kept.display_name, "An Peeters");
  EXPECT_EQ(kept.password_hash, user_.password_hash);
  change = UserChange{};
  change.role_until.emplace();
  ASSERT_TRUE(accounts_.change_user(user_.id, change));
  EXPECT_EQ(accounts_.user(user_.id).value()->role_until, std::nullopt);
  EXPECT_EQ(accounts_.change_user(Id{}, change).error().code, ErrorCode::kNotFound);
}

TEST_F(accounts, a_change_to_a_version_that_is_no_more_is_refused) {
  UserChange change;
  change.language = "fr";
  change.seen = user_.version;
  const User now = accounts_.change_user(user_.id, change).value().user;
  EXPECT_EQ(now.version, user_.version + 1);
  change.language = "de";
  EXPECT_EQ(accounts_.change_user(user_.id, change).error().code, ErrorCode::kConflict);
  EXPECT_EQ(accounts_.user(user_.id).value()->language, "fr");
  change.seen = now.version;
  EXPECT_TRUE(accounts_.change_user(user_.id, change));
}

TEST_F(accounts, another_password_ends_the_sessions_but_the_one_it_was_changed_in) {
  const auto here = sign_in("an", "right horse").value();
  const auto there = sign_in("an", "right horse").value();
  const auto token = accounts_.issue_token("an", "x", minutes{60}).value();
  UserChange change;
  change.password = "other horse";
  ASSERT_TRUE(accounts_.change_user(user_.id, change, here.credential.id));
  EXPECT_TRUE(accounts_.principal(here.secret));
  EXPECT_FALSE(accounts_.principal(there.secret));
  EXPECT_TRUE(accounts_.principal(token.secret)) << "a program never knew the password";
  EXPECT_FALSE(sign_in("an", "right horse"));
  EXPECT_TRUE(sign_in("an", "other horse"));
  ASSERT_TRUE(accounts_.change_user(user_.id, change));
  EXPECT_FALSE(accounts_.principal(here.secret));
}

}  // namespace
}  // namespace bas::flow
