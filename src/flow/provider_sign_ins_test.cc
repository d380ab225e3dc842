#include "flow/provider_sign_ins.h"

#include <gmock/gmock.h>

#include "base/encode.h"
#include "testkit/ledger_world.h"

namespace bas::flow {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::HasSubstr;

// Says what it is told to say, and remembers what it was asked.
class SaidProvider final : public IdentityProvider {
 public:
  const std::string& issuer() const override { return issuer_; }
  Result<std::string> address_for(const ProviderQuestion& question) override {
    state = question.state;
    nonce = question.nonce;
    challenge = question.challenge;
    asks_again = question.asks_again;
    return std::string("https://login.example/go");
  }
  Result<ProvenPerson> person_of(const ProviderCode& code) override {
    ++codes;
    EXPECT_EQ(code.nonce, nonce);
    EXPECT_EQ(to_base64url(sha256(code.verifier)), challenge);
    return person;
  }
  Result<TokenFinding> look_at(std::string_view) override { return TokenFinding{{}, person}; }
  Result<ProviderLogout> read_logout(std::string_view) override { return logout; }

  ProvenPerson person{{"https://login.example", "u-1"}, "s-1", "Jan", "de", {"desk"}, {}};
  ProviderLogout logout;
  std::string state, nonce, challenge;
  bool asks_again = false;
  int codes = 0;

 private:
  std::string issuer_ = "https://login.example";
};

class provider_sign_ins : public testing::Test {
 protected:
  GroupMapping groups() const {
    const std::string trained = format_rfc3339(world_.clock.now() + days{90});
    return GroupMapping::parse(R"({"groups":[{"group":"desk","role":"operator","zone":")" +
                               world_.zone.code + R"(","trained_until":")" + trained +
                               R"("},{"group":"search","role":"investigator","zone":")" +
                               world_.zone.code + R"(","trained_until":")" + trained + R"("}]})")
        .value();
  }
  Result<ProviderEntry> come_back(const BegunSignIn& begun) {
    return sign_ins_.finish({provider_.state, "code", {}, begun.kept, "192.0.2.1"});
  }
  ProviderEntry entered() {
    const BegunSignIn begun = sign_ins_.begin().value();
    return come_back(begun).value();
  }
  Principal signed_in() {
    const ProviderEntry entry = entered();
    return accounts_.principal(entry.session->secret).value();
  }
  bool is_open(const Principal& who) {
    return !world_.sql->accounts().credentials_of(who.user.id).value().empty();
  }

  testkit::FlowWorld world_;
  testkit::LedgerWorld ledger_{world_};
  GroupMapping groups_ = groups();
  SaidProvider provider_;
  Sessions sessions_{{world_.sql->accounts(), world_.clock}};
  Accounts accounts_{{world_.sql->accounts(), world_.clock, world_.random, sessions_}};
  ProviderAccounts entrances_{{world_.sql->accounts(), *world_.directory, groups_, ledger_.uses,
                               world_.clock, world_.random}};
  ProviderSignIns sign_ins_{{&provider_, entrances_, accounts_, sessions_, world_.sql->accounts(),
                             *world_.vault, world_.clock, world_.key_random}};
};

TEST_F(provider_sign_ins, let_in_with_the_role_of_the_group) {
  const Principal who = signed_in();
  EXPECT_EQ(who.user.identity, provider_.person.identity);
  EXPECT_EQ(who.user.role, Role::kOperator);
  EXPECT_EQ(who.user.zone, world_.zone.id);
  EXPECT_EQ(who.user.language, "de");
  EXPECT_EQ(who.user.password_hash, "");
  EXPECT_EQ(who.user.role_until, world_.clock.now() + days{30});
  EXPECT_EQ(who.credential.provider_session, "s-1");
  EXPECT_EQ(who.credential.label, "192.0.2.1");
  EXPECT_FALSE(sessions_.is_proved(who.credential)) << "it may have been asked long ago";
  EXPECT_FALSE(accounts_.user_with({who.user.name, ""}).value()) << "nor is there a password";
}

TEST_F(provider_sign_ins, count_as_a_proof_when_the_provider_says_that_it_has_just_asked) {
  provider_.person.authenticated_at = world_.clock.now() - minutes{1};
  EXPECT_TRUE(sessions_.is_proved(signed_in().credential));
  provider_.person.authenticated_at = world_.clock.now() - minutes{6};
  EXPECT_FALSE(sessions_.is_proved(signed_in().credential));
}

TEST_F(provider_sign_ins, know_a_person_by_issuer_and_subject_alone) {
  const Id first = signed_in().user.id;
  provider_.person.name = "Another name";
  EXPECT_EQ(signed_in().user.id, first);
  provider_.person.identity.subject = "u-2";
  provider_.person.name = "Jan";
  EXPECT_NE(signed_in().user.id, first);
}

TEST_F(provider_sign_ins, take_each_way_back_once_and_in_time) {
  const BegunSignIn begun = sign_ins_.begin().value();
  EXPECT_TRUE(come_back(begun));
  EXPECT_EQ(come_back(begun).error().code, ErrorCode::kRefused);
  const BegunSignIn late = sign_ins_.begin().value();
  world_.clock.advance(PendingSignIn::kLife);
  EXPECT_EQ(come_back(late).error().code, ErrorCode::kRefused);
  EXPECT_EQ(provider_.codes, 1) << "the provider is not bothered with others";
}

TEST_F(provider_sign_ins, take_back_only_what_this_browser_began) {
  const BegunSignIn begun = sign_ins_.begin().value();
  const std::string state = provider_.state;
  const auto is_refused = [&](const ProviderReturn& back) { return !sign_ins_.finish(back); };
  EXPECT_TRUE(is_refused({state + "x", "code", {}, begun.kept, {}}));
  EXPECT_TRUE(is_refused({"", "code", {}, begun.kept, {}}));
  EXPECT_TRUE(is_refused({state, "", {}, begun.kept, {}}));
  EXPECT_TRUE(is_refused({state, "code", "https://other.example", begun.kept, {}}));
  for (std::size_t length = 0; length < begun.kept.size(); ++length) {
    EXPECT_TRUE(is_refused({state, "code", {}, begun.kept.substr(0, length), {}})) << length;
  }
  std::string changed = begun.kept;
  changed[20] = changed[20] == 'A' ? 'B' : 'A';
  EXPECT_TRUE(is_refused({state, "code", {}, changed, {}}));
  EXPECT_EQ(provider_.codes, 0);
  EXPECT_TRUE(sign_ins_.finish({state, "code", "https://login.example", begun.kept, {}}));
}

TEST_F(provider_sign_ins, let_nobody_in_without_a_group_and_end_what_was_open) {
  const Principal who = signed_in();
  const auto token = accounts_.issue_token(who.user.name, "", minutes{5}).value();
  provider_.person.groups = {"Desk"};
  const ProviderEntry refused = entered();
  EXPECT_EQ(refused.outcome, ProviderOutcome::kNoRole);
  EXPECT_FALSE(refused.session);
  EXPECT_EQ(refused.stale.size(), 2U);
  EXPECT_FALSE(accounts_.principal(token.secret));
  EXPECT_FALSE(is_open(who));
  EXPECT_FALSE(
      ledger_.gate.admits(policy::Act::kOpenHit, accounts_.user(who.user.id).value().value()));
  provider_.person.identity.subject = "u-9";
  EXPECT_EQ(entered().outcome, ProviderOutcome::kNoRole);
  EXPECT_EQ(accounts_.users().value().size(), 1U) << "and no account is made of it";
}

TEST_F(provider_sign_ins, let_a_disabled_account_in_no_more_and_say_the_same) {
  const Principal who = signed_in();
  ASSERT_TRUE(accounts_.change_user(who.user.id, {.is_disabled = true}));
  const ProviderEntry refused = entered();
  EXPECT_EQ(refused.outcome, ProviderOutcome::kNoRole);
  EXPECT_TRUE(accounts_.user(who.user.id).value()->is_disabled);
}

TEST_F(provider_sign_ins, change_what_the_group_has_changed_and_name_what_shows_the_old) {
  const Principal before = signed_in();
  EXPECT_TRUE(entered().stale.empty()) << "where nothing else is seen, nothing ends";
  provider_.person.groups = {"search"};
  const ProviderEntry entry = entered();
  EXPECT_EQ(entry.stale.size(), 2U);
  EXPECT_EQ(accounts_.user(before.user.id).value()->role, Role::kInvestigator);
  EXPECT_TRUE(is_open(before));
}

TEST_F(provider_sign_ins, stand_in_the_ledger_before_the_account_changes) {
  const auto size = ledger_.uses.size();
  signed_in();
  const auto uses = ledger_.uses.latest(ledger_.uses.size(), 1).value();
  EXPECT_EQ(ledger_.uses.size(), size + 1);
  EXPECT_EQ(uses[0].facts.what, "account of a provider");
  EXPECT_EQ(uses[0].facts.verb, policy::Verb::kAlter);
  EXPECT_EQ(uses[0].facts.zone, world_.zone.code);
  EXPECT_THAT(uses[0].details->predicate, HasSubstr(R"("subject":"u-1")"));
}

TEST_F(provider_sign_ins, prove_by_the_same_person_asked_anew) {
  const Principal who = signed_in();
  const auto proof_with = [&](std::optional<UtcTime> at, const std::string& subject) {
    const BegunSignIn begun = sign_ins_.begin_proof(who).value();
    EXPECT_TRUE(provider_.asks_again);
    provider_.person.authenticated_at = at;
    provider_.person.identity.subject = subject;
    const auto entry = come_back(begun);
    return entry && entry->outcome == ProviderOutcome::kProved && !entry->session;
  };
  const UtcTime now = world_.clock.now();
  EXPECT_FALSE(proof_with(std::nullopt, "u-1")) << "it does not say when";
  EXPECT_FALSE(proof_with(now - seconds{61}, "u-1")) << "before it was asked";
  EXPECT_FALSE(proof_with(now, "u-2")) << "somebody else";
  EXPECT_FALSE(sessions_.is_proved(sessions_.living_of(who.user.id).value()[0]));
  EXPECT_TRUE(proof_with(now, "u-1"));
  EXPECT_TRUE(sessions_.is_proved(sessions_.living_of(who.user.id).value()[0]));
  ASSERT_TRUE(accounts_.sign_out(who.credential));
  EXPECT_FALSE(proof_with(now, "u-1")) << "its session is over";
}

TEST_F(provider_sign_ins, ask_for_no_proof_of_who_signs_in_here) {
  NewUser wanted;
  wanted.name = "an";
  wanted.password = "right horse";
  const Principal who{accounts_.add_user(wanted).value(), {}};
  EXPECT_EQ(sign_ins_.begin_proof(who).error().code, ErrorCode::kConflict);
}

TEST_F(provider_sign_ins, end_the_sessions_that_the_provider_names) {
  const auto ended = [&](std::string subject, std::string session, std::string id) {
    provider_.logout = {{"https://login.example", std::move(subject)},
                        std::move(session),
                        std::move(id),
                        world_.clock.now() + minutes{2}};
    const auto gone = sign_ins_.end("token");
    return gone ? static_cast<int>(gone->size()) : -1;
  };
  const Principal who = signed_in();
  const auto token = accounts_.issue_token(who.user.name, "", minutes{5}).value();
  EXPECT_EQ(ended("u-1", "s-2", "a"), 0);
  EXPECT_EQ(ended("u-2", "s-1", "b"), 0);
  EXPECT_EQ(ended("u-1", "s-1", "c"), 1);
  signed_in();
  EXPECT_EQ(ended("u-1", "s-1", "c"), -1) << "used before";
  EXPECT_EQ(ended("", "s-1", "d"), 1);
  signed_in();
  signed_in();
  EXPECT_EQ(ended("u-1", "", "e"), 2);
  EXPECT_TRUE(accounts_.principal(token.secret)) << "a program goes on";
}

TEST(Once, is_true_once_and_forgets_what_is_over_first) {
  Once once;
  const UtcTime now{seconds{1000}};
  EXPECT_TRUE(once.take("first", now, now + seconds{5}));
  EXPECT_FALSE(once.take("first", now, now + seconds{5}));
  for (std::size_t i = 1; i < Once::kMost; ++i) {
    EXPECT_TRUE(once.take(std::to_string(i), now, now + minutes{5}));
  }
  EXPECT_TRUE(once.take("one more", now, now + minutes{5})) << "the first to end makes room";
  EXPECT_TRUE(once.take("first", now, now + minutes{5}));
  EXPECT_FALSE(once.take("one more", now, now + minutes{5}));
}

}  // namespace
}  // namespace bas::flow
