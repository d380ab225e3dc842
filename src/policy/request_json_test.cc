#include "policy/request_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace bas::policy {
namespace {

constexpr std::string_view kSearch =
    R"({"act":"search","actor":{"name":"an","role":"investigator","class":"jud_police"},)"
    R"("grants":[{"from_zone":"1","purposes":["jp_crime"],"until":"2026-11-25T12:00:00+01:00"}]})";

std::string refusal(std::string_view json) {
  const auto request = request_from_json(json);
  EXPECT_FALSE(request);
  return request ? std::string() : request.error().text;
}

TEST(request_json, reads_what_is_there_and_guesses_nothing) {
  const Request request = request_from_json(kSearch).value();
  EXPECT_EQ(request.act, Act::kSearch);
  EXPECT_EQ(request.actor.role, Role::kInvestigator);
  EXPECT_EQ(request.grants.at(0).purposes.at(0), "jp_crime");
  EXPECT_FALSE(request.purpose.has_value());
  EXPECT_TRUE(request.log.is_available);
}

TEST(request_json, says_where_it_is_wrong) {
  EXPECT_EQ(refusal("["), "the request: it is no JSON");
  EXPECT_EQ(refusal("[]"), "the request: an object is needed");
  EXPECT_EQ(refusal("{}"), "act: it is missing");
  EXPECT_EQ(refusal(R"({"act":"search"})"), "actor: it is missing");
  EXPECT_EQ(refusal(R"({"act":"look","actor":{}})").substr(0, 12), "act: one of:");
  EXPECT_EQ(refusal(R"({"act":"search","actor":{"name":7}})"), "actor.name: a text is needed");
  EXPECT_EQ(refusal(R"({"act":"search","actor":{},"grants":[{"purpose":[]}]})").substr(0, 37),
            "grants[0].purpose: not known here: fr");
  EXPECT_EQ(refusal(R"({"act":"search","actor":{},"predicate":{"cameras":1e9}})"),
            "predicate.cameras: a whole number from 0 to 1000000 is needed");
  EXPECT_EQ(refusal(R"({"act":"search","actor":{},"range":{"from":"yesterday"}})").substr(0, 12),
            "range.from: ");
}

TEST(request_json, refuses_every_beginning_of_a_request) {
  for (std::size_t length = 0; length < kSearch.size(); ++length) {
    EXPECT_FALSE(request_from_json(kSearch.substr(0, length))) << length;
  }
}

TEST(request_json, has_a_schema_of_the_same_members) {
  const auto schema = nlohmann::json::parse(request_schema());
  EXPECT_EQ(schema["properties"]["actor"]["properties"]["class"]["enum"].size(), 3U);
  EXPECT_EQ(schema["properties"]["grants"]["items"]["properties"]["until"]["format"], "date-time");
  EXPECT_EQ(schema["properties"]["export"]["additionalProperties"], false);
  EXPECT_EQ(schema["required"], (nlohmann::json{"act", "actor"}));
}

}  // namespace
}  // namespace bas::policy
