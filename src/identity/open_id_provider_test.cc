#include "identity/open_id_provider.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "testkit/fake_clock.h"
#include "testkit/scratch.h"
#include "testkit/scripted_fetcher.h"
#include "tokens/signed_token_test.h"

namespace bas::identity {
namespace {

namespace made = tokens::made;
using testing::HasSubstr;

constexpr const char* kIssuer = "https://login.zone.example";
constexpr const char* kDiscoveryUrl = "https://login.zone.example/.well-known/openid-configuration";

std::string discovery(const std::string& issuer, const std::string& token_endpoint) {
  return fmt::format(
      R"({{"issuer":"{}","authorization_endpoint":"https://login.zone.example/go?tenant=1",
      "token_endpoint":"{}","jwks_uri":"https://login.zone.example/keys"}})",
      issuer, token_endpoint);
}

class open_id_provider : public testing::Test {
 protected:
  open_id_provider() {
    fetcher_.answer(kDiscoveryUrl, discovery(kIssuer, "https://login.zone.example/token"));
    publish(key_, "k1");
  }
  ~open_id_provider() override {
    cjose_jwk_release(key_);
    cjose_jwk_release(other_);
  }

  void publish(cjose_jwk_t* key, const std::string& id) {
    fetcher_.answer("https://login.zone.example/keys",
                    R"({"keys":[)" + made::public_text(key, id) + "]}");
  }
  std::string claims(const std::string& more = {}) const {
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now()).time_since_epoch();
    return fmt::format(R"({{"iss":"{}","aud":"bas","sub":"u-17","nonce":"n-1","iat":{},"exp":{},
        "groups":["desk"]{}}})",
                       kIssuer, now.count(), now.count() + 300, more);
  }
  std::string token(const std::string& kid = "k1") {
    return made::token(kid == "k2" ? other_ : key_, {"RS256", kid}, claims());
  }
  void give(const std::string& token) {
    fetcher_.answer("https://login.zone.example/token",
                    fmt::format(R"({{"id_token":"{}"}})", token));
  }
  std::size_t times_asked(std::string_view url) const {
    std::size_t count = 0;
    for (const auto& request : fetcher_.requests()) count += request.url == url ? 1 : 0;
    return count;
  }

  testkit::Scratch folder_;
  testkit::FakeClock clock_{UtcTime{std::chrono::seconds{1'796'000'000}}};
  testkit::ScriptedFetcher fetcher_;
  cjose_jwk_t* key_ = made::rsa_key();
  cjose_jwk_t* other_ = made::rsa_key();
  OpenIdProvider provider_{{fetcher_,
                            clock_,
                            {.issuer = kIssuer,
                             .client_id = "bas",
                             .client_secret_file = folder_.file("secret", "a+b/c=\n"),
                             .redirect_url = "https://bas.example/back?x=1",
                             .scopes = "openid profile",
                             .groups_claim = "groups",
                             .ca_file = {}}}};
};

TEST_F(open_id_provider, sends_a_browser_with_all_that_the_flow_asks_for) {
  const std::string address = provider_.address_for({"st", "no", "ch"}).value();
  EXPECT_EQ(address,
            "https://login.zone.example/go?tenant=1&response_type=code&client_id=bas&redirect_uri="
            "https%3A%2F%2Fbas.example%2Fback%3Fx%3D1&scope=openid%20profile&state=st&nonce=no&"
            "code_challenge=ch&code_challenge_method=S256");
  EXPECT_THAT(provider_.address_for({"st", "no", "ch", true}).value(),
              HasSubstr("&prompt=login&max_age=0"));
  EXPECT_EQ(times_asked(kDiscoveryUrl), 1U) << "what it says of itself is remembered";
}

TEST_F(open_id_provider, takes_a_code_to_who_it_is_about) {
  give(token());
  const auto person = provider_.person_of({"c&d", "v", "n-1"});
  ASSERT_TRUE(person) << person.error().text;
  EXPECT_EQ(person->identity, (ProviderIdentity{kIssuer, "u-17"}));
  EXPECT_EQ(person->groups, std::vector<std::string>{"desk"});
  const auto asked = fetcher_.requests();
  const auto post = std::ranges::find(asked, "POST", &fetch::Request::method);
  ASSERT_NE(post, asked.end());
  EXPECT_EQ(post->body,
            "grant_type=authorization_code&code=c%26d&redirect_uri=https%3A%2F%2Fbas.example%2Fback"
            "%3Fx%3D1&code_verifier=v");
  EXPECT_EQ(fetch::Answer({0, post->headers, {}}).header("authorization"),
            "Basic " + to_base64("bas:a%2Bb%2Fc%3D"));
  EXPECT_EQ(provider_.person_of({"c", "v", "n-2"}).error().code, ErrorCode::kRefused);
}

TEST_F(open_id_provider, says_why_a_code_is_not_taken) {
  fetcher_.answer("https://login.zone.example/token",
                  fetch::Answer{400, {}, R"({"error":"invalid_grant"})"});
  auto person = provider_.person_of({"c", "v", "n-1"});
  EXPECT_EQ(person.error().code, ErrorCode::kRefused);
  EXPECT_THAT(person.error().text, HasSubstr("invalid_grant"));
  for (const char* odd : {"", "[]", "{}", R"({"id_token":17})", R"({"error":"x"})"}) {
    fetcher_.forget_answers();
    fetcher_.answer("https://login.zone.example/token", odd);
    EXPECT_EQ(provider_.person_of({"c", "v", "n-1"}).error().code, ErrorCode::kRefused) << odd;
  }
}

TEST_F(open_id_provider, believes_nobody_who_calls_itself_otherwise_or_speaks_in_clear) {
  for (const std::string& odd :
       {discovery("https://login.zone.example/", "https://login.zone.example/token"),
        discovery(kIssuer, "http://login.zone.example/token"), discovery(kIssuer, ""),
        discovery(kIssuer, "file:///etc/passwd"), std::string("{}"), std::string("<html>")}) {
    fetcher_.forget_answers();
    fetcher_.answer(kDiscoveryUrl, odd);
    EXPECT_EQ(provider_.address_for({"s", "n", "c"}).error().code, ErrorCode::kBadInput) << odd;
  }
  EXPECT_TRUE(parse_discovery(discovery("http://127.0.0.1:8", "http://127.0.0.1:8/token"),
                              "http://127.0.0.1:8"));
}

TEST_F(open_id_provider, fetches_keys_anew_for_an_unknown_one_once_a_minute_at_most) {
  constexpr const char* kKeysUrl = "https://login.zone.example/keys";
  EXPECT_TRUE(provider_.look_at(token()).value().refusal.empty());
  fetcher_.forget_answers();
  publish(other_, "k2");
  EXPECT_FALSE(provider_.look_at(token("k3")).value().refusal.empty());
  EXPECT_EQ(times_asked(kKeysUrl), 2U);
  EXPECT_TRUE(provider_.look_at(token("k2")).value().refusal.empty())
      << "and they are the new ones";
  EXPECT_FALSE(provider_.look_at(token("k3")).value().refusal.empty());
  EXPECT_EQ(times_asked(kKeysUrl), 2U);
  clock_.advance(ProviderKeys::kNewKeysEvery);
  EXPECT_FALSE(provider_.look_at(token("k3")).value().refusal.empty());
  EXPECT_EQ(times_asked(kKeysUrl), 3U);
}

TEST_F(open_id_provider, goes_on_for_a_day_with_what_it_knows_of_one_that_is_down) {
  give(token());
  EXPECT_TRUE(provider_.person_of({"c", "v", "n-1"}));
  fetcher_.forget_answers();
  clock_.advance(ProviderKeys::kFreshFor + std::chrono::minutes{1});
  EXPECT_TRUE(provider_.address_for({"s", "n", "c"}));
  EXPECT_TRUE(provider_.look_at(token()).value().refusal.empty());
  EXPECT_EQ(provider_.person_of({"c", "v", "n-1"}).error().code, ErrorCode::kUnavailable);
  clock_.advance(ProviderKeys::kUsableFor);
  EXPECT_EQ(provider_.address_for({"s", "n", "c"}).error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(provider_.look_at(token()).error().code, ErrorCode::kUnavailable);
}

TEST_F(open_id_provider, tells_of_a_token_what_it_can_even_where_it_is_refused) {
  auto found = provider_.look_at(R"({"sub":"u-17","groups":["desk"]})").value();
  EXPECT_THAT(found.refusal, HasSubstr("iss"));
  EXPECT_EQ(found.person.identity.subject, "u-17");
  EXPECT_EQ(found.person.groups, std::vector<std::string>{"desk"});
  found = provider_.look_at(claims()).value();
  EXPECT_EQ(found.refusal, "") << "a nonce belongs to a sign-in; here is none";
  EXPECT_FALSE(provider_.look_at("{")) << "no JSON";
  EXPECT_THAT(provider_.look_at("x").value().refusal, HasSubstr("no signed token"));
}

}  // namespace
}  // namespace bas::identity
