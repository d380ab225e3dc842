#include "tokens/id_token.h"

#include <gtest/gtest.h>

#include "tokens/logout_token.h"

namespace bas::tokens {
namespace {

using nlohmann::json;

constexpr std::int64_t kNowSeconds = 1'796'000'000;
const UtcTime kNow{std::chrono::seconds{kNowSeconds}};

json good_claims() {
  return {{"iss", "https://login.zone.example"},
          {"aud", "bas"},
          {"sub", "u-17"},
          {"sid", "s-1"},
          {"nonce", "n-1"},
          {"name", "Jan Peeters"},
          {"locale", "fr-BE"},
          {"groups", {"anpr-desk", "all"}},
          {"iat", kNowSeconds - 5},
          {"exp", kNowSeconds + 300},
          {"auth_time", kNowSeconds - 60}};
}

const Expected kExpected{"https://login.zone.example", "bas", kNow};

Result<IdToken> read(const json& claims) {
  return read_id_token(claims, {.expected = kExpected, .nonce = "n-1"});
}

// What is refused of good claims once one of them is another; empty: nothing.
std::string refusal_with(const char* name, const json& value) {
  json claims = good_claims();
  claims[name] = value;
  const auto token = read(claims);
  if (token) return {};
  EXPECT_EQ(token.error().code, ErrorCode::kRefused);
  return token.error().text;
}

std::string refusal_without(const char* name) {
  json claims = good_claims();
  claims.erase(name);
  const auto token = read(claims);
  return token ? std::string() : token.error().text;
}

TEST(IdTokenTest, says_who_signed_in) {
  const auto token = read(good_claims());
  ASSERT_TRUE(token) << token.error().text;
  EXPECT_EQ(token->subject, "u-17");
  EXPECT_EQ(token->session, "s-1");
  EXPECT_EQ(token->name, "Jan Peeters");
  EXPECT_EQ(token->language, "fr");
  EXPECT_EQ(token->groups, (std::vector<std::string>{"anpr-desk", "all"}));
  EXPECT_EQ(token->authenticated_at, kNow - std::chrono::seconds{60});
}

TEST(IdTokenTest, is_of_the_issuer_to_the_letter) {
  EXPECT_NE(refusal_with("iss", "https://login.zone.example/"), "");
  EXPECT_NE(refusal_with("iss", "https://LOGIN.zone.example"), "");
  EXPECT_NE(refusal_with("iss", json::array({"https://login.zone.example"})), "");
  EXPECT_NE(refusal_without("iss"), "");
}

TEST(IdTokenTest, was_made_for_us_and_asked_for_by_us) {
  EXPECT_NE(refusal_with("aud", "other"), "");
  EXPECT_NE(refusal_with("aud", json::array()), "");
  EXPECT_NE(refusal_without("aud"), "");
  EXPECT_NE(refusal_with("azp", "other"), "");
  EXPECT_EQ(refusal_with("azp", "bas"), "");
  EXPECT_EQ(refusal_with("aud", json::array({"bas"})), "");
  EXPECT_NE(refusal_with("aud", json::array({"bas", "other"})), "") << "needs an `azp`";
  json claims = good_claims();
  claims["aud"] = {"other", "bas"};
  claims["azp"] = "bas";
  EXPECT_TRUE(read(claims));
}

TEST(IdTokenTest, is_good_from_when_to_when_it_says_with_a_minute_for_the_clocks) {
  EXPECT_EQ(refusal_with("exp", kNowSeconds - 59), "");
  EXPECT_NE(refusal_with("exp", kNowSeconds - 60), "");
  EXPECT_NE(refusal_without("exp"), "");
  EXPECT_EQ(refusal_with("iat", kNowSeconds + 60), "");
  EXPECT_NE(refusal_with("iat", kNowSeconds + 61), "");
  EXPECT_NE(refusal_without("iat"), "");
  EXPECT_EQ(refusal_with("nbf", kNowSeconds + 60), "");
  EXPECT_NE(refusal_with("nbf", kNowSeconds + 61), "");
}

TEST(IdTokenTest, times_that_are_none_are_refused) {
  for (const json& odd : {json("1796000300"), json(-1), json(1e300), json(nullptr), json(true),
                          json(std::numeric_limits<double>::quiet_NaN())}) {
    for (const char* name : {"exp", "iat", "nbf", "auth_time"}) {
      EXPECT_NE(refusal_with(name, odd), "") << name << ' ' << odd;
    }
  }
  EXPECT_EQ(refusal_with("exp", static_cast<double>(kNowSeconds) + 0.5), "");
}

TEST(IdTokenTest, belongs_to_this_sign_in) {
  EXPECT_NE(refusal_with("nonce", "n-2"), "");
  EXPECT_NE(refusal_without("nonce"), "");
  json claims = good_claims();
  claims.erase("nonce");
  EXPECT_TRUE(read_id_token(claims, {.expected = kExpected})) << "where none is asked for";
}

TEST(IdTokenTest, needs_a_subject_of_a_usual_length) {
  EXPECT_NE(refusal_without("sub"), "");
  EXPECT_NE(refusal_with("sub", ""), "");
  EXPECT_NE(refusal_with("sub", 17), "");
  EXPECT_EQ(refusal_with("sub", std::string(255, 'x')), "");
  EXPECT_NE(refusal_with("sub", std::string(256, 'x')), "");
}

TEST(IdTokenTest, takes_groups_as_one_text_or_as_a_list_of_texts) {
  EXPECT_EQ(refusal_with("groups", "one"), "");
  EXPECT_EQ(refusal_without("groups"), "");
  EXPECT_NE(refusal_with("groups", json::array({"a", 1})), "");
  EXPECT_NE(refusal_with("groups", json::object({{"a", "b"}})), "");
  EXPECT_NE(refusal_with("groups", json(std::vector<std::string>(501, "g"))), "");
}

TEST(IdTokenTest, a_name_that_is_odd_keeps_nobody_out) {
  EXPECT_EQ(refusal_with("name", json::array()), "");
  EXPECT_EQ(refusal_with("name", std::string(5000, 'x')), "");
}

TEST(IdTokenTest, a_logout_token_signs_nobody_in) {
  EXPECT_NE(refusal_with("events", json::object()), "");
}

json logout_claims() {
  return {{"iss", "https://login.zone.example"},
          {"aud", "bas"},
          {"sub", "u-17"},
          {"jti", "j-1"},
          {"iat", kNowSeconds},
          {"exp", kNowSeconds + 120},
          {"events", {{"http://schemas.openid.net/event/backchannel-logout", json::object()}}}};
}

bool is_logout(const json& claims, std::string type = "logout+jwt") {
  return read_logout_token({std::move(type), claims}, kExpected).has_value();
}

TEST(LogoutTokenTest, says_whose_sessions_are_over) {
  const auto token = read_logout_token({"logout+jwt", logout_claims()}, kExpected);
  ASSERT_TRUE(token) << token.error().text;
  EXPECT_EQ(token->subject, "u-17");
  EXPECT_EQ(token->session, "");
  EXPECT_EQ(token->id, "j-1");
  EXPECT_EQ(token->expires_at, kNow + std::chrono::seconds{180});
  EXPECT_TRUE(is_logout(logout_claims(), ""));
  EXPECT_TRUE(is_logout(logout_claims(), "JWT"));
}

TEST(LogoutTokenTest, nothing_else_signs_anybody_out) {
  EXPECT_FALSE(is_logout(good_claims())) << "an ID token is none";
  EXPECT_FALSE(is_logout(logout_claims(), "at+jwt"));
  for (const char* name : {"iss", "aud", "iat", "exp", "jti", "events", "sub"}) {
    json claims = logout_claims();
    claims.erase(name);
    EXPECT_FALSE(is_logout(claims)) << name;
  }
  json claims = logout_claims();
  claims["nonce"] = "n-1";
  EXPECT_FALSE(is_logout(claims));
  claims = logout_claims();
  claims["events"] = {{"http://schemas.openid.net/event/backchannel-logout", true}};
  EXPECT_FALSE(is_logout(claims));
  claims["events"] = {{"http://schemas.openid.net/event/other", json::object()}};
  EXPECT_FALSE(is_logout(claims));
  claims = logout_claims();
  claims.erase("sub");
  claims["sid"] = "s-1";
  EXPECT_TRUE(is_logout(claims));
}

}  // namespace
}  // namespace bas::tokens
