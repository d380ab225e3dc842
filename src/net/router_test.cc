#include "net/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::net {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

Route route(std::string method, std::string pattern) {
  const std::string name = method + " " + pattern;
  return {std::move(method), std::move(pattern), Run::kInline, 4,
          [name](Request request, Respond respond) {
            Response response;
            response.body = name + request.body;
            respond(std::move(response));
          }};
}

Router make_router() {
  Router router;
  router.add(route("GET", "/"));
  router.add(route("GET", "/hits"));
  router.add(route("POST", "/hits"));
  router.add(route("GET", "/hits/{id}"));
  router.add(route("GET", "/hits/latest"));
  router.add(route("DELETE", "/hits/{id}"));
  router.add(route("GET", "/hits/{id}/pictures/{role}"));
  router.add(route("GET", "/{path...}"));
  router.add(route("GET", "/api/{rest...}"));
  return router;
}

std::string pattern_of(const Router& router, std::string_view method, std::string_view path) {
  const Found found = router.find(method, path);
  return found.route ? found.route->pattern : "allow " + found.allow;
}

TEST(Router, a_literal_wins_over_a_value_over_the_rest) {
  const Router router = make_router();
  EXPECT_EQ(pattern_of(router, "GET", "/"), "/");
  EXPECT_EQ(pattern_of(router, "GET", "/hits"), "/hits");
  EXPECT_EQ(pattern_of(router, "GET", "/hits/latest"), "/hits/latest");
  EXPECT_EQ(pattern_of(router, "GET", "/hits/1"), "/hits/{id}");
  EXPECT_EQ(pattern_of(router, "DELETE", "/hits/latest"), "/hits/{id}");
  EXPECT_EQ(pattern_of(router, "GET", "/hits/1/other"), "/{path...}");
  EXPECT_EQ(pattern_of(router, "GET", "/api"), "/api/{rest...}");
  EXPECT_EQ(pattern_of(router, "GET", "/api/x/y"), "/api/{rest...}");
}

TEST(Router, binds_values_by_name) {
  const Router router = make_router();
  EXPECT_THAT(router.find("GET", "/hits/1/pictures/plate").path_values,
              ElementsAre(Pair("id", "1"), Pair("role", "plate")));
  EXPECT_THAT(router.find("GET", "/a/b/").path_values, ElementsAre(Pair("path", "a/b/")));
  EXPECT_THAT(router.find("GET", "/api").path_values, ElementsAre(Pair("rest", "")));
}

TEST(Router, tells_which_methods_a_path_takes) {
  const Router router = make_router();
  EXPECT_EQ(pattern_of(router, "PUT", "/hits"), "allow GET, HEAD, POST");
  EXPECT_EQ(pattern_of(router, "PUT", "/hits/1"), "allow DELETE, GET, HEAD");
  EXPECT_EQ(pattern_of(Router{}, "GET", "/hits"), "allow ");
  EXPECT_EQ(pattern_of(router, "HEAD", "/hits"), "/hits");
}

TEST(Router, the_rest_does_not_take_a_path_known_under_another_method) {
  Router router;
  router.add(route("POST", "/ingest/{key}"));
  router.add(route("GET", "/{path...}"));
  EXPECT_EQ(pattern_of(router, "GET", "/ingest/7"), "allow POST");
  EXPECT_EQ(pattern_of(router, "GET", "/ingest/7/more"), "/{path...}");
}

TEST(Router, lists_its_routes_in_order) {
  const Router router = make_router();
  ASSERT_EQ(router.routes().size(), 9U);
  EXPECT_EQ(router.routes()[2]->method, "POST");
}

TEST(Router, answers_without_a_socket) {
  const Router router = make_router();
  const auto ask = [&](std::string method, std::string path, std::string body) {
    Request request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.body = std::move(body);
    Response answer;
    router.dispatch(std::move(request), [&](Response response) { answer = std::move(response); });
    return answer;
  };
  EXPECT_EQ(ask("POST", "/hits", "body").body, "POST /hitsbody");
  EXPECT_EQ(ask("POST", "/hits", "large").status, 413);
  const Response refused = ask("PUT", "/hits", "");
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(find_header(refused.headers, "Allow"), "GET, HEAD, POST");
  EXPECT_THAT(refused.body, HasSubstr("/problems/method-not-allowed"));
}

TEST(RouterDeathTest, a_malformed_or_repeated_route_stops_the_process) {
  Router router = make_router();
  EXPECT_DEATH(router.add(route("GET", "/hits/{other}")), "");
  EXPECT_DEATH(router.add(route("GET", "no-slash")), "");
  EXPECT_DEATH(router.add(route("GET", "/{rest...}/more")), "");
}

}  // namespace
}  // namespace bas::net
