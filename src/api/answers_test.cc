#include "api/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace bas::api {
namespace {

using testing::HasSubstr;

Json document(const net::Response& response) { return Json::parse(response.body); }

net::Request posted(std::string body, std::string type = "application/json") {
  net::Request request;
  request.headers = {{"Content-Type", std::move(type)}};
  request.body = std::move(body);
  return request;
}

TEST(Problems, every_type_of_the_register_renders_with_its_status_and_says_what_to_do) {
  ASSERT_GT(problem_texts().size(), 20U);
  for (const ProblemText& text : problem_texts()) {
    const auto type = problem_type_from(text.slug);
    ASSERT_TRUE(type) << text.slug;
    const net::Response response = problem({*type, {}, "request-7"});
    EXPECT_EQ(response.status, text.status);
    EXPECT_EQ(response.content_type, "application/problem+json");
    const Json body = document(response);
    EXPECT_EQ(body["type"], "/problems/" + std::string(text.slug));
    EXPECT_EQ(body["title"], text.title);
    EXPECT_EQ(body["status"], text.status);
    EXPECT_EQ(body["code"], text.code);
    EXPECT_EQ(body["detail"], text.advice);
    EXPECT_GT(text.advice.size(), 20U) << text.slug;
    EXPECT_EQ(body["request_id"], "request-7");
  }
}

TEST(Problems, the_register_names_each_type_once) {
  std::set<std::string_view> slugs;
  for (const ProblemText& text : problem_texts()) EXPECT_TRUE(slugs.insert(text.slug).second);
  EXPECT_FALSE(problem_type_from("no-such-problem"));
  EXPECT_FALSE(problem_type_from(""));
}

TEST(Problems, what_net_answers_with_is_in_the_register) {
  for (const char* slug :
       {"bad-request", "not-found", "method-not-allowed", "too-large", "headers-too-large",
        "http-version", "request-timeout", "busy", "stopping", "internal"}) {
    EXPECT_TRUE(problem_type_from(slug)) << slug;
  }
}

TEST(Problems, a_failure_inside_becomes_the_problem_that_stands_for_it) {
  const std::vector<std::pair<ErrorCode, int>> expected = {
      {ErrorCode::kBadInput, 400},  {ErrorCode::kNotFound, 404}, {ErrorCode::kConflict, 409},
      {ErrorCode::kRefused, 403},   {ErrorCode::kTooLarge, 413}, {ErrorCode::kUnavailable, 503},
      {ErrorCode::kDestroyed, 410}, {ErrorCode::kCorrupt, 500}};
  for (const auto& [code, status] : expected) {
    const auto response = problem(Error{code, "what happened here"}, "request-7");
    EXPECT_EQ(response.status, status) << name_of(code);
    EXPECT_EQ(document(response)["detail"], "what happened here");
  }
}

TEST(Problems, a_busy_server_says_when_to_come_back) {
  EXPECT_EQ(net::find_header(problem({ProblemType::kBusy, {}, {}}).headers, "Retry-After"), "2");
  EXPECT_EQ(net::find_header(problem({ProblemType::kConflict, {}, {}}).headers, "Retry-After"), "");
}

TEST(Problems, carry_further_members_and_never_bytes_that_are_no_text) {
  const auto response =
      problem({ProblemType::kUndecodable, "broken \xFF here", {}}, {{"quarantine_id", "q1"}});
  const Json body = document(response);
  EXPECT_EQ(body["quarantine_id"], "q1");
  EXPECT_EQ(body["detail"], "broken \xEF\xBF\xBD here");
}

TEST(Answers, are_not_to_be_kept_by_anybody) {
  const auto response = json_answer({{"a", 1}}, 201);
  EXPECT_EQ(response.status, 201);
  EXPECT_EQ(response.content_type, "application/json");
  EXPECT_EQ(net::find_header(response.headers, "Cache-Control"), "no-store");
}

TEST(JsonBody, is_taken_as_an_object_with_or_without_a_charset) {
  EXPECT_EQ(json_body(posted(R"({"a":1})")).value()["a"], 1);
  EXPECT_TRUE(json_body(posted("{}", "application/json; charset=utf-8")));
}

TEST(JsonBody, says_what_is_wrong_with_it) {
  EXPECT_THAT(json_body(posted("{}", "text/plain")).error().text, HasSubstr("application/json"));
  for (const char* body : {"", "[]", "1", "null", "{", "{\"a\":}", "{} {}"}) {
    const auto taken = json_body(posted(body));
    ASSERT_FALSE(taken) << body;
    EXPECT_EQ(taken.error().code, ErrorCode::kBadInput);
  }
}

TEST(JsonBody, refuses_a_body_that_nests_without_end) {
  const auto nested = [](std::size_t depth) {
    return R"({"a":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_TRUE(json_body(posted(nested(10))));
  EXPECT_FALSE(json_body(posted(nested(20))));
  EXPECT_FALSE(json_body(posted(R"({"a":)" + std::string(60'000, '['))));
}

TEST(JsonBody, cut_short_anywhere_is_refused) {
  const std::string whole = R"({"name":"Jan \u00e9","list":[1,2.5e3,{"x":null}],"y":true})";
  ASSERT_TRUE(json_body(posted(whole)));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(json_body(posted(whole.substr(0, length)))) << length;
  }
}

RC_GTEST_PROP(JsonBody, is_an_object_or_an_error_whatever_the_bytes, (const std::string& bytes)) {
  const auto taken = json_body(posted(bytes));
  RC_ASSERT(!taken || taken->is_object());
}

}  // namespace
}  // namespace bas::api
