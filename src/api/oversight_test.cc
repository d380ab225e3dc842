#include <algorithm>

#include "api/api_world_test.h"
#include "api/transparency_words.h"

namespace bas::api {
namespace {

using testing::HasSubstr;
using testing::Not;

// An officer whose role and training hold, and an investigator who searched.
class OversightApi : public ApiTest {
 protected:
  OversightApi() {
    officer_ = token_with_terms("officer", Role::kDataProtectionOfficer, officer_id_);
    token_with_terms("els", Role::kInvestigator, investigator_id_);
  }
  std::string token_with_terms(const std::string& name, Role role, Id& id) {
    User user;
    user.id = id = make_id(world_.clock.now(), world_.random);
    user.name = name;
    user.zone = world_.zone.id;
    user.role = role;
    user.password_hash = "none";
    user.language = "nl";
    user.role_until = world_.clock.now() + std::chrono::hours(24 * 100);
    user.trained_until = user.role_until;
    EXPECT_TRUE(world_.sql->accounts().add_user(user));
    return accounts_.issue_token(name, "test", std::chrono::hours(24 * 90)).value().secret;
  }
  void search(int times, bool is_permitted = true) {
    for (int i = 0; i < times; ++i) {
      flow::Use use;
      use.facts.what = "search";
      use.facts.zone = world_.zone.code;
      use.facts.role = "investigator";
      use.facts.is_permitted = is_permitted;
      use.details.actor = to_string(investigator_id_);
      use.details.purpose = "jp_crime";
      use.details.justification = "burglary, car seen by a neighbour";
      use.details.predicate = R"({"plate":"1XYZ999"})";
      ASSERT_TRUE(ledger_world_.uses.write(std::move(use)));
    }
  }
  void end_month() {
    const auto span = flow::span_of(flow::month_of(world_.clock.now())).value();
    world_.clock.advance(span.until - world_.clock.now() + std::chrono::minutes(5));
    ASSERT_TRUE(ledger_world_.audits.draw_due());
  }
  Json told(const std::string& path) {
    const auto answer = ask({.path = path, .token = officer_});
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json_of(answer);
  }
  net::Response judge(const Json& body) {
    return ask(
        {.method = "POST", .path = "/api/v1/audits", .token = officer_, .body = body.dump()});
  }

  Id officer_id_, investigator_id_;
  std::string officer_;
};

TEST_F(OversightApi, tells_patterns_by_the_numbers_of_entries_and_never_the_plate) {
  search(10);
  search(5, false);
  const auto answer = ask({.path = "/api/v1/ledger/patterns", .token = officer_});
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, Not(HasSubstr("1XYZ999")));
  EXPECT_THAT(answer.body, Not(HasSubstr("burglary")));
  const Json json = json_of(answer);
  EXPECT_EQ(json["uses"], 15);
  EXPECT_EQ(json["whole"], true);
  ASSERT_EQ(json["items"].size(), 2U);
  for (const Json& item : json["items"]) {
    EXPECT_EQ(item["actor_name"], "els");
    EXPECT_EQ(item["numbers"].size(), item["count"]);
  }
  for (const char* odd : {"0", "93", "x"}) {
    EXPECT_EQ(ask({.path = "/api/v1/ledger/patterns", .query = {{"days", odd}}, .token = officer_})
                  .status,
              400);
  }
}

TEST_F(OversightApi, shows_a_sample_and_takes_a_verdict_once) {
  search(3);
  end_month();
  const Json before = told("/api/v1/audits");
  ASSERT_EQ(before["months"].size(), 1U);
  EXPECT_EQ(before["months"][0]["open"], 3);
  ASSERT_EQ(before["items"].size(), 3U);
  const Json item = before["items"][1];
  EXPECT_EQ(item["auditor"], to_string(officer_id_));
  EXPECT_EQ(item["mine"], true);
  EXPECT_EQ(item["use"]["details"]["actor_name"], "els");
  for (const Json& odd :
       {Json{{"verdict", "fine"}}, Json{{"number", 1}}, Json{{"number", 1}, {"verdict", "good"}},
        Json{{"number", 1}, {"verdict", "open"}}, Json{{"number", 1}, {"verdict", "wrong"}}}) {
    EXPECT_EQ(judge(odd).status, 400) << odd;
  }
  const Json verdict = {{"number", item["number"]}, {"verdict", "questioned"}, {"word", "why?"}};
  const auto judged = judge(verdict);
  ASSERT_EQ(judged.status, 200) << judged.body;
  EXPECT_EQ(json_of(judged)["verdict"], "questioned");
  EXPECT_EQ(json_of(judged)["auditor_name"], "officer");
  EXPECT_EQ(judge(verdict).status, 409);
  EXPECT_EQ(judge({{"number", 4'711}, {"verdict", "fine"}}).status, 404);
  const Json after = told("/api/v1/audits");
  EXPECT_EQ(after["months"][0]["questioned"], 1);
  EXPECT_EQ(after["items"].size(), 2U);
}

TEST_F(OversightApi, publishes_numbers_without_an_account_and_no_name_with_them) {
  search(30);
  search(7, false);
  end_month();
  const auto answer = ask({.path = "/api/v1/transparency"});
  ASSERT_EQ(answer.status, 200) << answer.body;
  const Json json = json_of(answer);
  EXPECT_EQ(json["month"], "2026-11");
  EXPECT_EQ(json["cell_min"], 5);
  const auto field = [&](const std::string& name) {
    const auto& all = json["fields"];
    return *std::ranges::find_if(all, [&](const Json& one) { return one["name"] == name; });
  };
  EXPECT_EQ(field("refusals")["total"], 7);
  EXPECT_EQ(field("searches_by_purpose")["total"], 30);
  EXPECT_EQ(field("complaints"), (Json{{"name", "complaints"}, {"counted", false}}));
  EXPECT_FALSE(field("cameras").contains("total")) << "one camera";
  for (const std::string& secret : {std::string("1XYZ999"), std::string("els"), world_.zone.code,
                                    world_.site.name, to_string(investigator_id_)}) {
    EXPECT_THAT(answer.body, Not(HasSubstr(secret)));
  }
}

TEST_F(OversightApi, shows_the_same_as_a_page_in_four_languages) {
  end_month();
  const auto page = [&](const std::string& lang, const std::string& accepted) {
    const auto answer =
        ask({.path = "/transparency",
             .query = lang.empty() ? net::NamedValues{} : net::NamedValues{{"lang", lang}},
             .headers = {{"Accept-Language", accepted}}});
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "text/html; charset=utf-8");
    EXPECT_THAT(std::string(net::find_header(answer.headers, "Content-Security-Policy")),
                HasSubstr("default-src 'none'"));
    return answer.body;
  };
  EXPECT_THAT(page("", "fr-BE,fr;q=0.9,nl;q=0.8"), HasSubstr("<html lang=\"fr\">"));
  EXPECT_THAT(page("de", "fr"), HasSubstr("Aufbewahrungsfrist"));
  EXPECT_THAT(page("en", ""), HasSubstr("12 months"));
  EXPECT_THAT(page("", "es"), HasSubstr("12 maanden"));
  EXPECT_THAT(page("<script>", ""), Not(HasSubstr("<script")));
}

TEST(PageWords, every_field_of_every_regime_has_words_in_each_language) {
  for (const std::string_view name : policy::standard_regimes()) {
    const auto regime = policy::regime_from(name, policy::standard_regime_text(name), "").value();
    for (const std::string& field : regime.statistics_fields) {
      EXPECT_NE(page_word(field, PageLanguage::kDutch), field) << name << " " << field;
    }
  }
  EXPECT_EQ(page_term("1 month", PageLanguage::kDutch), "1 maand");
  EXPECT_EQ(page_term("28 days", PageLanguage::kGerman), "28 Tage");
  EXPECT_EQ(page_term("odd", PageLanguage::kGerman), "odd");
  EXPECT_EQ(page_language("frr,de;q=0.5"), PageLanguage::kGerman);
  EXPECT_EQ(page_language(",,,"), PageLanguage::kDutch);
}

}  // namespace
}  // namespace bas::api
