#include "api/versions.h"

#include <gtest/gtest.h>

namespace bas::api {
namespace {

bool is_for_seven(std::string if_match) {
  net::Request request;
  request.headers = {{"if-match", std::move(if_match)}};
  return is_for_version(request, 7);
}

TEST(versions, an_etag_is_the_version_in_quotes) {
  const auto [name, value] = etag_of(7);
  EXPECT_EQ(name, "ETag");
  EXPECT_EQ(value, "\"7\"");
  EXPECT_TRUE(is_for_seven(value));
}

TEST(versions, one_of_a_list_is_enough_and_a_star_is_any) {
  EXPECT_TRUE(is_for_seven("\"6\", \"7\""));
  EXPECT_TRUE(is_for_seven("\"7\" ,\"8\""));
  EXPECT_TRUE(is_for_seven(" * "));
}

TEST(versions, everything_else_is_for_another_version) {
  for (const char* odd : {"\"6\"", "7", "W/\"7\"", "\"07\"", "\"7", "\"77\"", "*, *", ",", " ", "",
                          "\"6\",", "\"-7\""}) {
    EXPECT_FALSE(is_for_seven(odd)) << odd;
  }
  EXPECT_FALSE(is_for_version(net::Request{}, 7));
}

}  // namespace
}  // namespace bas::api
