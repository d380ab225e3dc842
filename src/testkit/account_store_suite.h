// What every engine under AccountStore and QuarantineStore has to do.
#pragma once

#include "testkit/control_store_suite.h"

namespace bas::testkit {

class AccountStoreTest : public ControlStoreTest {
 protected:
  User add_user(const std::string& name) {
    User user{next_id(),          name, "Jan Péeters", Id{},  Role::kTechnician,
              "$argon2id$v=19$x", "nl", false,         at(77)};
    EXPECT_TRUE(stores_->accounts().add_user(user));
    return user;
  }
  Credential add(CredentialKind kind, const Id& user, std::optional<UtcTime> expires_at) {
    Credential credential{next_id(), kind, digest(), user, "label", at(5), expires_at};
    EXPECT_TRUE(stores_->accounts().add_credential(credential));
    return credential;
  }
};
class account_store : public AccountStoreTest {};
class quarantine_store : public ControlStoreTest {};

TEST_P(account_store, finds_a_user_by_name_and_by_id) {
  const User user = add_user("jan");
  for (const auto& found : {stores_->accounts().user_by_name("jan").value(),
                            stores_->accounts().user(user.id).value()}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, user.id);
    EXPECT_EQ(found->name, "jan");
    EXPECT_EQ(found->display_name, "Jan Péeters");
    EXPECT_TRUE(found->zone.is_zero());
    EXPECT_EQ(found->role, Role::kTechnician);
    EXPECT_EQ(found->password_hash, user.password_hash);
    EXPECT_EQ(found->language, "nl");
    EXPECT_FALSE(found->is_disabled);
    EXPECT_EQ(found->created_at, at(77));
  }
  EXPECT_FALSE(stores_->accounts().user_by_name("JAN'--").value());
  EXPECT_EQ(stores_->accounts().users().value().size(), 1U);
}

TEST_P(account_store, keeps_the_zone_of_a_user) {
  const Zone zone = add_zone();
  User user{next_id(), "an", "An", zone.id, Role::kOperator, "x", "fr", true, at(1)};
  ASSERT_TRUE(stores_->accounts().add_user(user));
  const auto found = stores_->accounts().user(user.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->zone, zone.id);
  EXPECT_TRUE(found->is_disabled);
}

TEST_P(account_store, changes_all_of_a_user_but_its_name) {
  const Zone zone = add_zone();
  User user = add_user("jan");
  const User other = add_user("piet");
  user.display_name = "Jan P.";
  user.zone = zone.id;
  user.role = Role::kInvestigator;
  user.password_hash = "other";
  user.language = "de";
  user.is_disabled = true;
  user.role_until = at(5);
  user.trained_until = at(6);
  user.capacity = Capacity::kBoth;
  user.is_break_glass = true;
  user.version = 2;
  ASSERT_TRUE(stores_->accounts().change_user(user));
  const auto found = stores_->accounts().user(user.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->display_name, "Jan P.");
  EXPECT_EQ(found->zone, zone.id);
  EXPECT_EQ(found->role, Role::kInvestigator);
  EXPECT_EQ(found->password_hash, "other");
  EXPECT_EQ(found->language, "de");
  EXPECT_TRUE(found->is_disabled);
  EXPECT_EQ(found->role_until, at(5));
  EXPECT_EQ(found->trained_until, at(6));
  EXPECT_EQ(found->capacity, Capacity::kBoth);
  EXPECT_TRUE(found->is_break_glass);
  EXPECT_EQ(found->version, 2);
  EXPECT_FALSE(stores_->accounts().user(other.id).value()->is_disabled);
  user.id = next_id();
  EXPECT_EQ(stores_->accounts().change_user(user).error().code, ErrorCode::kNotFound);
}

TEST_P(account_store, of_two_changes_to_one_version_takes_the_first) {
  User first = add_user("jan");
  EXPECT_EQ(stores_->accounts().user(first.id).value()->version, 1);
  User second = first;
  first.version = second.version = 2;
  first.language = "fr";
  second.language = "de";
  ASSERT_TRUE(stores_->accounts().change_user(first));
  EXPECT_EQ(stores_->accounts().change_user(second).error().code, ErrorCode::kConflict);
  EXPECT_EQ(stores_->accounts().user(first.id).value()->language, "fr");
  second.version = 3;
  EXPECT_TRUE(stores_->accounts().change_user(second));
}

TEST_P(account_store, remembers_when_a_credential_was_used_and_proved) {
  const User user = add_user("jan");
  const User other = add_user("piet");
  const Credential first = add(CredentialKind::kSession, user.id, at(10));
  const Credential second = add(CredentialKind::kToken, user.id, std::nullopt);
  add(CredentialKind::kSession, other.id, at(10));
  ASSERT_TRUE(stores_->accounts().note_used(first.id, at(7)));
  ASSERT_TRUE(stores_->accounts().note_proved(first.id, at(8)));
  ASSERT_TRUE(stores_->accounts().note_used(next_id(), at(7))) << "one that is gone is no failure";
  const auto found = stores_->accounts().credentials_of(user.id).value();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, first.id);
  EXPECT_EQ(found[0].last_used_at, at(7));
  EXPECT_EQ(found[0].proved_at, at(8));
  EXPECT_EQ(found[1].id, second.id);
  EXPECT_EQ(found[1].last_used_at, std::nullopt);
  EXPECT_EQ(found[1].proved_at, std::nullopt);
}

TEST_P(account_store, finds_a_user_by_who_it_is_at_a_provider_and_only_there) {
  add_user("local");
  User user{next_id(), "jan", "Jan", Id{}, Role::kOperator, "", "nl", false, at(1)};
  user.identity = ProviderIdentity{"https://a.example", "17"};
  ASSERT_TRUE(stores_->accounts().add_user(user));
  const auto found = stores_->accounts().user_of({"https://a.example", "17"}).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, user.id);
  EXPECT_EQ(found->identity, user.identity);
  EXPECT_FALSE(stores_->accounts().user_by_name("local").value()->identity);
  for (const ProviderIdentity& other : {ProviderIdentity{"https://b.example", "17"},
                                        {"https://a.example", "18"},
                                        {"17", "https://a.example"},
                                        {"", ""}}) {
    EXPECT_FALSE(stores_->accounts().user_of(other).value());
  }
  user.id = next_id();
  user.name = "second";
  EXPECT_EQ(stores_->accounts().add_user(user).error().code, ErrorCode::kConflict)
      << "one account for one of them";
}

TEST_P(account_store, finds_what_was_opened_in_a_session_of_the_provider) {
  const User user = add_user("jan");
  add(CredentialKind::kSession, user.id, at(10));
  Credential of_provider{next_id(), CredentialKind::kSession, digest(), user.id, "label", at(5),
                         at(10)};
  of_provider.provider_session = "s-1";
  ASSERT_TRUE(stores_->accounts().add_credential(of_provider));
  const auto found = stores_->accounts().credentials_in("s-1").value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, of_provider.id);
  EXPECT_EQ(found[0].provider_session, "s-1");
  EXPECT_TRUE(stores_->accounts().credentials_in("s-2").value().empty());
  EXPECT_TRUE(stores_->accounts().credentials_in("").value().empty());
}

TEST_P(account_store, refuses_a_name_that_is_taken_and_a_credential_of_nobody) {
  add_user("jan");
  User other{next_id(), "jan", "J", Id{}, Role::kOperator, "x", "nl", false, at(1)};
  EXPECT_EQ(stores_->accounts().add_user(other).error().code, ErrorCode::kConflict);
  const Credential nobodys{next_id(), CredentialKind::kToken, digest(), next_id(), "", at(1), {}};
  EXPECT_EQ(stores_->accounts().add_credential(nobodys).error().code, ErrorCode::kNotFound);
}

TEST_P(account_store, finds_a_credential_by_its_digest_also_when_expired) {
  const User user = add_user("jan");
  const Credential session = add(CredentialKind::kSession, user.id, at(10));
  const auto found = stores_->accounts().credential(session.secret_sha256).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, session.id);
  EXPECT_EQ(found->kind, CredentialKind::kSession);
  EXPECT_EQ(found->user, user.id);
  EXPECT_EQ(found->label, "label");
  EXPECT_EQ(found->expires_at, at(10));
  EXPECT_FALSE(stores_->accounts().credential(digest()).value());
}

TEST_P(account_store, lists_tokens_and_removes_what_it_is_told_to) {
  const User user = add_user("jan");
  const Credential token = add(CredentialKind::kToken, user.id, std::nullopt);
  const Credential old = add(CredentialKind::kSession, user.id, at(10));
  const Credential young = add(CredentialKind::kSession, user.id, at(11));
  const auto tokens = stores_->accounts().tokens().value();
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].id, token.id);
  ASSERT_TRUE(stores_->accounts().remove_expired(at(10)));
  EXPECT_FALSE(stores_->accounts().credential(old.secret_sha256).value());
  EXPECT_TRUE(stores_->accounts().credential(young.secret_sha256).value());
  EXPECT_TRUE(stores_->accounts().credential(token.secret_sha256).value());
  ASSERT_TRUE(stores_->accounts().remove_credential(token.id));
  EXPECT_FALSE(stores_->accounts().credential(token.secret_sha256).value());
}

TEST_P(quarantine_store, pages_newest_first_and_keeps_every_fact) {
  std::vector<QuarantinedMessage> messages;
  for (std::uint32_t i = 0; i < 25; ++i) {
    messages.push_back({next_id(), next_id(), at(i), QuarantineState::kWaiting, "cut short",
                        "multipart/form-data", BlobRef{Day{20000}, 4'000'000'000, i, 7}, 9});
    ASSERT_TRUE(stores_->quarantine().add_quarantined(messages.back()));
  }
  std::vector<Id> seen;
  Id before;
  while (true) {
    const auto page = stores_->quarantine().quarantine(before, 10).value();
    if (page.empty()) break;
    for (const QuarantinedMessage& message : page) seen.push_back(message.id);
    before = page.back().id;
  }
  ASSERT_EQ(seen.size(), messages.size());
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], messages[24 - i].id);
  const auto found = stores_->quarantine().quarantined(messages[3].id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->camera, messages[3].camera);
  EXPECT_EQ(found->received_at, at(3));
  EXPECT_EQ(found->blob.segment, 4'000'000'000U);
  EXPECT_EQ(found->blob.offset, 3U);
  EXPECT_EQ(found->blob.day, Day{20000});
  EXPECT_EQ(found->bytes, 9U);
}

TEST_P(quarantine_store, remembers_that_a_message_was_replayed) {
  const QuarantinedMessage message{next_id(), next_id(), at(1), {}, "x", "y\xFF", {}, 9};
  ASSERT_TRUE(stores_->quarantine().add_quarantined(message));
  ASSERT_TRUE(stores_->quarantine().set_quarantine_state(message.id, QuarantineState::kReplayed));
  const auto found = stores_->quarantine().quarantined(message.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, QuarantineState::kReplayed);
  EXPECT_EQ(found->content_type, "y\xEF\xBF\xBD");
  EXPECT_EQ(stores_->quarantine()
                .set_quarantine_state(next_id(), QuarantineState::kReplayed)
                .error()
                .code,
            ErrorCode::kNotFound);
}

}  // namespace bas::testkit
