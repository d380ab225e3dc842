#include "api/scim_requests.h"

#include <gtest/gtest.h>

namespace bas::api {
namespace {

Result<flow::ProvidedChange> patched(const std::string& operations) {
  return scim_patch_in(Json::parse(R"({"Operations":)" + operations + "}"));
}

TEST(ScimFilter, knows_who_it_is_at_the_provider_and_nothing_else) {
  EXPECT_EQ(scim_filter("").value(), std::nullopt);
  EXPECT_EQ(scim_filter(R"(userName eq "u-1")").value(), "u-1");
  EXPECT_EQ(scim_filter(R"(USERNAME EQ "u \"1\"")").value(), R"(u "1")");
  EXPECT_EQ(scim_filter(R"(externalId eq "")").value(), "");
  const std::string whole = R"(externalId eq "u-1")";
  for (std::size_t length = 1; length < whole.size(); ++length) {
    EXPECT_FALSE(scim_filter(whole.substr(0, length))) << length;
  }
  for (const char* odd : {"userName", "userName pr", R"(name eq "x")", R"(userName co "x")",
                          R"(userName eq "x" or active eq true)", R"(userName eq 1)"}) {
    EXPECT_FALSE(scim_filter(odd)) << odd;
  }
}

TEST(ScimPatch, takes_what_is_kept_here_and_passes_the_rest_by) {
  auto said = patched(R"([{"op":"Replace","path":"active","value":"False"}])").value();
  EXPECT_EQ(said.is_active, false);
  EXPECT_EQ(said.display_name, std::nullopt);
  said = patched(R"([{"op":"add","value":{"ACTIVE":true,"displayname":"An","title":1}},
                     {"op":"replace","path":"emails[type eq \"work\"].value","value":"x"},
                     {"op":"remove","path":"title"}])")
             .value();
  EXPECT_EQ(said.is_active, true);
  EXPECT_EQ(said.display_name, "An");
  said = patched(R"([{"op":"add","path":"active","value":true},
                     {"op":"add","path":"active","value":false}])")
             .value();
  EXPECT_EQ(said.is_active, false) << "the last word counts";
}

TEST(ScimPatch, refuses_what_would_leave_it_open_who_may_come_in) {
  for (const char* odd :
       {"[]", "{}", "[1]", R"([{}])", R"([{"op":"move"}])", R"([{"op":"add","path":"active"}])",
        R"([{"op":"add","path":"active","value":null}])", R"([{"op":"add","value":[]}])",
        R"([{"op":"remove","path":"Active"}])", R"([{"op":"add","value":{"active":1}}])"}) {
    EXPECT_FALSE(patched(odd)) << odd;
  }
  EXPECT_FALSE(scim_patch_in(Json::object()));
}

TEST(ScimUser, is_named_by_one_word_alone) {
  const auto user = [](const char* text) { return scim_user_in(Json::parse(text)); };
  EXPECT_EQ(user(R"({"userName":"u"})").value().subject, "u");
  EXPECT_EQ(user(R"({"userName":"u"})").value().said.is_active, true);
  EXPECT_EQ(user(R"({"username":"u","externalid":"u","active":false})").value().said.is_active,
            false);
  EXPECT_FALSE(user(R"({"userName":"u","externalId":"v"})"));
  EXPECT_FALSE(user(R"({"externalId":"v"})"));
  EXPECT_FALSE(user(R"({"userName":["u"]})"));
}

}  // namespace
}  // namespace bas::api
