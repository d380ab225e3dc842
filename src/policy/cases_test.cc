// The rules by their cases in tests/policy: requests.json has requests that are permitted, each
// case changes one of them (RFC 7396).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "policy/decide.h"
#include "policy/request_json.h"
#include "policy/standard_test.h"

namespace bas::policy {
namespace {

using Json = nlohmann::json;

constexpr std::array kFiles = {"people_and_purpose", "source", "age", "lists", "hits", "limits",
                               "oversight"};
// Decided elsewhere: section control (its own folder), and what the ledger is and does.
constexpr std::array kDecidedElsewhere = {"R40", "R41", "R42", "R43", "R44", "R45", "R46",
                                          "R47", "R48", "R49", "R53", "R54", "R55", "R56"};
constexpr std::size_t kCasesLeast = 3;

Json file_of(const std::string& name) {
  std::ifstream file("tests/policy/" + name + ".json");
  std::stringstream text;
  text << file.rdbuf();
  const Json json = Json::parse(text.str(), nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << name;
  return json;
}

struct Case {
  std::string rule;
  Json said;
  Json base;
};

std::vector<Case> all_cases() {
  const Json requests = file_of("requests");
  std::vector<Case> cases;
  for (const char* name : kFiles) {
    for (const Json& rule : file_of(name)) {
      for (const Json& one : rule["cases"]) {
        const std::string base = one.value("base", rule["base"].get<std::string>());
        EXPECT_TRUE(requests.contains(base)) << base;
        cases.push_back({rule["rule"], one, requests[base]});
      }
    }
  }
  return cases;
}

Decision decide_case(const Case& one) {
  Json request = one.base;
  if (one.said.contains("change")) request.merge_patch(one.said["change"]);
  const auto read = request_from_json(request.dump());
  EXPECT_TRUE(read) << (read ? "" : read.error().text);
  if (!read) return {};
  const auto now = parse_rfc3339(one.said.value("now", "2026-11-25T12:00:00+01:00"));
  const std::string name = one.said.value("regime", "be");
  Regime regime = standard_regime(name.substr(0, name.find('+')));
  if (name.ends_with("+oral")) regime.takes_oral_authorisation = true;
  return decide(*read, regime, now.value());
}

void expect_as_said(const Case& one, const Decision& decision) {
  const Json& said = one.said;
  EXPECT_EQ(decision.permit, said["permit"].get<bool>()) << to_json(decision);
  for (const Json& obligation : said.value("obligations", Json::array())) {
    EXPECT_TRUE(std::ranges::count(decision.obligations, obligation.get<std::string>()))
        << obligation << " in " << to_json(decision);
  }
  if (decision.permit) {
    EXPECT_EQ(said.value("reason", decision.reason), decision.reason);
    if (said.contains("clip")) {
      EXPECT_EQ(Json::parse(to_json(decision))["clip"], said["clip"]);
    }
    return;
  }
  EXPECT_EQ(decision.reason, said.value("reason", "")) << to_json(decision);
  EXPECT_EQ(decision.rules, std::vector{said.value("refused_by", one.rule)}) << to_json(decision);
  EXPECT_FALSE(decision.text.empty());
  EXPECT_FALSE(decision.clip.has_value());
}

TEST(policy_cases, are_decided_as_they_say) {
  for (const Case& one : all_cases()) {
    SCOPED_TRACE(one.rule + ": " + one.said["says"].get<std::string>());
    expect_as_said(one, decide_case(one));
  }
}

TEST(policy_cases, stand_for_every_rule_on_both_sides) {
  std::map<std::string, std::array<std::size_t, 2>> seen;
  for (const Case& one : all_cases()) ++seen[one.rule][one.said["permit"].get<bool>() ? 1 : 0];
  std::set<std::string> never_permits, never_refuses;
  for (const char* name : kFiles) {
    for (const Json& rule : file_of(name)) {
      if (rule.value("never_permits", false)) never_permits.insert(rule["rule"]);
      if (rule.value("never_refuses", false)) never_refuses.insert(rule["rule"]);
    }
  }
  for (const std::string_view rule : rules_asked()) {
    const std::string id(rule);
    const auto [refused, permitted] = seen[id];
    EXPECT_GE(refused + permitted, kCasesLeast) << id << " has too few cases in tests/policy";
    EXPECT_TRUE(permitted > 0 || never_permits.contains(id)) << id << " permits nothing";
    EXPECT_TRUE(refused > 0 || never_refuses.contains(id)) << id << " refuses nothing";
  }
}

TEST(policy_cases, leave_no_rule_of_the_law_page_out) {
  std::set<std::string> known(kDecidedElsewhere.begin(), kDecidedElsewhere.end());
  for (const std::string_view rule : rules_asked()) {
    EXPECT_TRUE(known.insert(std::string(rule)).second) << rule << " stands twice";
  }
  for (int number = 1; number <= 61; ++number) {
    EXPECT_TRUE(known.contains("R" + std::to_string(number))) << number;
  }
  EXPECT_EQ(known.size(), 61U);
}

// A permit says of what it is one: every rule that concerns the act was asked.
TEST(policy_cases, name_the_rules_that_were_asked) {
  const Json requests = file_of("requests");
  for (const auto& [name, request] : requests.items()) {
    SCOPED_TRACE(name);
    const auto read = request_from_json(request.dump());
    ASSERT_TRUE(read) << read.error().text;
    const Decision decision =
        decide(*read, standard_regime("be"), parse_rfc3339("2026-11-25T12:00:00+01:00").value());
    if (name == "issue_fine") continue;
    EXPECT_TRUE(decision.permit) << to_json(decision);
    EXPECT_TRUE(std::ranges::count(decision.rules, "R58"));
    EXPECT_TRUE(std::ranges::count(decision.rules, "R51"));
  }
}

}  // namespace
}  // namespace bas::policy
