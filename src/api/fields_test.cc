#include "api/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace bas::api {
namespace {

using testing::HasSubstr;

net::Request asked(std::string name, std::string value) {
  net::Request request;
  request.query = {{std::move(name), std::move(value)}};
  return request;
}

TEST(TextMember, is_given_back_as_it_is) {
  EXPECT_EQ(text_member({{"name", "Brug é"}}, {.name = "name"}).value(), "Brug é");
}

TEST(TextMember, may_be_absent_or_null_where_it_is_not_required) {
  const TextRule rule{.name = "road", .is_required = false};
  EXPECT_EQ(text_member(Json::object(), rule).value(), "");
  EXPECT_EQ(text_member({{"road", nullptr}}, rule).value(), "");
  EXPECT_EQ(text_member({{"road", ""}}, rule).value(), "");
}

TEST(TextMember, a_bad_one_is_named_with_what_it_should_be) {
  const TextRule rule{.name = "name", .bytes_max = 4};
  EXPECT_EQ(text_member(Json::object(), rule).error().text, "`name` is missing");
  EXPECT_EQ(text_member({{"name", 12}}, rule).error().text, "`name` must be text");
  EXPECT_EQ(text_member({{"name", Json::array()}}, rule).error().text, "`name` must be text");
  EXPECT_EQ(text_member({{"name", ""}}, rule).error().text, "`name` must hold 1 to 4 bytes");
  EXPECT_EQ(text_member({{"name", "abcde"}}, rule).error().text, "`name` must hold 1 to 4 bytes");
  EXPECT_TRUE(text_member({{"name", "abcd"}}, rule));
}

TEST(NumberMember, is_taken_between_its_bounds_included) {
  const NumberRule rule{.name = "latitude", .least = -90, .most = 90};
  EXPECT_EQ(number_member({{"latitude", -90}}, rule).value(), -90);
  EXPECT_EQ(number_member({{"latitude", 90.0}}, rule).value(), 90);
  EXPECT_EQ(number_member({{"latitude", 51.25}}, rule).value(), 51.25);
  EXPECT_EQ(number_member(Json::object(), rule).value(), std::nullopt);
  EXPECT_EQ(number_member({{"latitude", nullptr}}, rule).value(), std::nullopt);
}

TEST(NumberMember, a_bad_one_is_named_with_its_bounds) {
  const NumberRule rule{.name = "latitude", .least = -90, .most = 90};
  for (const Json& value : {Json(90.0001), Json(-1e308), Json("51"), Json(true), Json::object(),
                            Json(18446744073709551615U)}) {
    const auto taken = number_member({{"latitude", value}}, rule);
    ASSERT_FALSE(taken) << value.dump();
    EXPECT_THAT(taken.error().text, HasSubstr("`latitude` must be a number from -90 to 90"));
  }
}

TEST(QueryNumber, is_taken_between_its_bounds_and_has_a_default) {
  const QueryNumber rule{.name = "limit", .least = 1, .most = 1000, .otherwise = 100};
  EXPECT_EQ(query_number(net::Request{}, rule).value(), 100U);
  EXPECT_EQ(query_number(asked("limit", "1"), rule).value(), 1U);
  EXPECT_EQ(query_number(asked("limit", "1000"), rule).value(), 1000U);
}

TEST(QueryNumber, refuses_what_is_not_a_whole_number_within_bounds) {
  for (const char* text :
       {"0", "1001", "-1", "+1", "1.5", "ten", " 1", "1 ", "0x10", "99999999999999999999999"}) {
    const auto taken = query_number(asked("limit", text), {.name = "limit"});
    ASSERT_FALSE(taken) << text;
    EXPECT_EQ(taken.error().code, ErrorCode::kBadInput);
    EXPECT_THAT(taken.error().text, HasSubstr("`limit`"));
  }
}

TEST(QueryId, is_all_zero_when_absent_and_refused_when_it_is_none) {
  EXPECT_TRUE(query_id(net::Request{}, "before").value().is_zero());
  EXPECT_EQ(query_id(asked("before", "yesterday"), "before").error().code, ErrorCode::kBadInput);
}

TEST(PathId, names_nothing_when_it_does_not_look_like_an_id) {
  net::Request request;
  request.path_values = {{"id", "../../keys"}};
  EXPECT_EQ(path_id(request).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace bas::api
