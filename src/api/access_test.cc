#include "api/access.h"

#include <set>

#include "api/api_world_test.h"

namespace bas::api {
namespace {

using testing::HasSubstr;

class Access : public ApiTest {
 protected:
  // With a session cookie instead of a token.
  net::Response ask_with_cookie(Asked asked, Role role = Role::kAdministrator) {
    asked.headers.push_back({"Cookie", std::string(kSessionCookie) + "=" + token_of(role)});
    return ask(std::move(asked));
  }
  Asked new_zone() {
    return {
        .method = "POST", .path = "/api/v1/zones", .body = R"({"code":"5365","name":"Zone Zuid"})"};
  }
};

TEST_F(Access, nobody_gets_in_without_a_credential) {
  const std::set<std::string> open = {"/ingest/{key}",
                                      "/livez",
                                      "/readyz",
                                      "/healthz",
                                      "/api/openapi.json",
                                      "/api/docs",
                                      "/api/{path...}",
                                      "/ingest/{path...}",
                                      "/ledger/checkpoint",
                                      "/ledger/witnessed",
                                      "/ledger/tile/{path...}",
                                      "/transparency",
                                      "/api/v1/transparency",
                                      "/api/v1/sign-in",
                                      "/api/v1/sign-in/provider",
                                      "/api/v1/sign-in/provider/return",
                                      "/api/v1/sign-in/provider/logout"};
  std::size_t guarded = 0;
  for (const auto& route : router_.routes()) {
    const bool is_sign_in = route->method == "POST" && route->pattern == "/api/v1/session";
    if (open.contains(route->pattern) || is_sign_in) continue;
    const auto answer = ask({.method = route->method, .path = route->pattern});
    if (route->pattern.starts_with("/scim/")) {  // a key of its own, and none is set up here
      EXPECT_GE(answer.status, 400) << route->method << " " << route->pattern;
      continue;
    }
    EXPECT_EQ(answer.status, 401) << route->method << " " << route->pattern;
    EXPECT_EQ(net::find_header(answer.headers, "WWW-Authenticate"), "Bearer");
    ++guarded;
  }
  EXPECT_GT(guarded, 20U);
}

TEST_F(Access, an_unknown_expired_or_disabled_credential_is_refused) {
  const Asked session{.path = "/api/v1/session", .token = token_of(Role::kOperator)};
  EXPECT_EQ(ask(session).status, 200);
  EXPECT_EQ(ask({.path = "/api/v1/session", .token = "bas_unknown"}).status, 401);
  User user = add_user("gone", Role::kOperator);
  const auto gone = accounts_.issue_token("gone", "", std::chrono::hours{1});
  ASSERT_TRUE(gone);
  user.is_disabled = true;
  ++user.version;
  ASSERT_TRUE(world_.sql->accounts().change_user(user));
  EXPECT_EQ(ask({.path = "/api/v1/session", .token = gone->secret}).status, 401);
  world_.clock.advance(std::chrono::minutes{61});
  const auto late = ask(session);
  EXPECT_EQ(late.status, 401);
  EXPECT_EQ(json_of(late)["type"], "/problems/unauthenticated");
}

TEST_F(Access, a_role_without_the_right_is_told_whom_to_ask) {
  const auto answer = ask_as(Role::kOperator, new_zone());
  EXPECT_EQ(answer.status, 403);
  const Json body = json_of(answer);
  EXPECT_EQ(body["type"], "/problems/forbidden");
  EXPECT_THAT(body["detail"].get<std::string>(), HasSubstr("administrator"));
  EXPECT_EQ(ask_as(Role::kTechnician, {.path = "/api/v1/hits"}).status, 403);
  EXPECT_EQ(ask_as(Role::kTechnician, new_zone()).status, 403) << "zones are the province's";
  EXPECT_EQ(ask_as(Role::kAdministrator, new_zone()).status, 201);
}

TEST_F(Access, a_session_cookie_reads_from_anywhere_and_writes_from_our_own_page_only) {
  EXPECT_EQ(ask_with_cookie({.path = "/api/v1/lists"}).status, 200);
  const std::vector<std::vector<net::Header>> foreign = {
      {{"Sec-Fetch-Site", "cross-site"}},
      {{"Sec-Fetch-Site", "same-site"}},
      {{"Host", "bas.example"}, {"Origin", "https://evil.example"}},
      {{"Host", "bas.example"}, {"Origin", "https://evilbas.example"}},
      {{"Host", "bas.example"}, {"Origin", "null"}},
      {{"Origin", "https://bas.example"}},
  };
  for (const auto& headers : foreign) {
    Asked asked = new_zone();
    asked.headers = headers;
    EXPECT_EQ(ask_with_cookie(std::move(asked)).status, 403) << headers.back().value;
  }
  Asked own = new_zone();
  own.headers = {{"Host", "bas.example"}, {"Origin", "https://bas.example"}};
  EXPECT_EQ(ask_with_cookie(std::move(own)).status, 201);
}

TEST_F(Access, a_token_writes_from_wherever_it_is) {
  Asked asked = new_zone();
  asked.headers = {{"Sec-Fetch-Site", "cross-site"}};
  EXPECT_EQ(ask_as(Role::kAdministrator, std::move(asked)).status, 201);
}

TEST_F(Access, a_bad_token_is_not_made_good_by_a_cookie) {
  Asked asked{.path = "/api/v1/lists", .token = "bas_unknown"};
  EXPECT_EQ(ask_with_cookie(std::move(asked)).status, 401);
}

TEST_F(Access, signing_in_gives_a_cookie_that_script_cannot_read_and_signing_out_ends_it) {
  ASSERT_TRUE(accounts_.add_user({.name = "nadia",
                                  .password = "correct horse",
                                  .display_name = "Nadia",
                                  .zone = {},
                                  .role = Role::kOperator}));
  const auto sign_in = [&](const char* password) {
    const Json body = {{"name", "nadia"}, {"password", password}};
    return ask({.method = "POST", .path = "/api/v1/session", .body = body.dump()});
  };
  EXPECT_EQ(sign_in("wrong horse").status, 401);
  const auto answer = sign_in("correct horse");
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(json_of(answer)["user"]["role"], "operator");
  const std::string cookie(net::find_header(answer.headers, "Set-Cookie"));
  for (const char* word : {"__Host-bas=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"}) {
    EXPECT_THAT(cookie, HasSubstr(word));
  }
  const std::vector<net::Header> sent = {{"Cookie", cookie.substr(0, cookie.find(';'))}};
  EXPECT_EQ(ask({.path = "/api/v1/session", .headers = sent}).status, 200);
  EXPECT_EQ(ask({.method = "DELETE", .path = "/api/v1/session", .headers = sent}).status, 204);
  EXPECT_EQ(ask({.path = "/api/v1/session", .headers = sent}).status, 401);
}

}  // namespace
}  // namespace bas::api
