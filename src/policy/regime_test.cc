#include "policy/regime.h"

#include <gtest/gtest.h>

#include <string>

#include "policy/standard_test.h"

namespace bas::policy {
namespace {

std::string be() { return std::string(standard_regime_text("be")); }

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string finding(const std::string& text) {
  const auto regime = regime_from("be", text, "");
  EXPECT_FALSE(regime);
  return regime ? std::string() : regime.error().text;
}

TEST(regime, of_each_country_is_whole_and_says_where_every_value_comes_from) {
  for (const std::string_view name : standard_regimes()) {
    const Regime regime = standard_regime(name);
    EXPECT_FALSE(regime.purposes.empty()) << name;
    for (const Provenance& one : regime.provenance) EXPECT_FALSE(one.basis.empty()) << one.key;
  }
  const Regime belgium = standard_regime("be");
  EXPECT_EQ(text_of(belgium.store_max), "12 months");
  EXPECT_EQ(belgium.purpose("ap_44_5_2to5")->actor, ActorClass::kAdminPolice);
  EXPECT_EQ(belgium.provenance_of("tier2_penalty_years_min")->mark, Mark::kUnsure);
  EXPECT_EQ(belgium.purpose_of_lists("uninsured").code, "jp_traffic_art62");
  EXPECT_EQ(belgium.purpose_of_lists("stolen").code, "jp_crime");
  EXPECT_FALSE(standard_regime("nl").tier1.has_value());
  EXPECT_TRUE(standard_regime_text("fr").empty());
}

TEST(regime, refuses_what_it_does_not_know_with_the_line) {
  EXPECT_EQ(finding(with(be(), "store_max =", "store_maximum =")),
            "line 25: store_maximum is no parameter of a regime\n"
            "store_max is missing: when nothing of a read may be left (R16)");
  EXPECT_NE(finding(with(be(), "\"12 months\"", "\"12 moons\"")).find("store_max: a term such as"),
            std::string::npos);
  EXPECT_NE(finding(with(be(), "mark = \"S\"", "mark = \"sure\"")).find(".mark is one of: S, "),
            std::string::npos);
  EXPECT_NE(
      finding(with(be(), "mark = \"S\"", "mark = \"S\", why = \"x\"")).find(".why is not known"),
      std::string::npos);
  EXPECT_NE(
      finding(with(be(), "actor = \"jud_police\"", "actor = \"police\"")).find(".actor is one of"),
      std::string::npos);
  EXPECT_NE(finding(with(be(), "value = [\"jp_crime\"]", "value = [\"jp_curiosity\"]"))
                .find("jp_curiosity is no purpose of this regime"),
            std::string::npos);
  EXPECT_NE(finding(with(be(), "lists = [\"other\"]", "lists = [\"missing\"]"))
                .find("lists of missing are kept for two purposes"),
            std::string::npos);
  EXPECT_NE(finding(with(be(), "lists = [\"other\"]", "lists = [\"stolen\"]"))
                .find("no purpose has \"other\" among its lists"),
            std::string::npos);
  EXPECT_NE(finding(with(be(), "lists = [\"other\"]", "lists = \"other\""))
                .find("names categories of lists"),
            std::string::npos);
  EXPECT_NE(finding(with(be(), "value = false", "value = \"no\"")).find("true or false is needed"),
            std::string::npos);
  EXPECT_NE(finding(with(be(), "value = 200", "value = -1")).find("a whole number"),
            std::string::npos);
  EXPECT_NE(finding("store_max = 12").find("store_max needs value, basis and mark"),
            std::string::npos);
  EXPECT_NE(finding("[purposes").find("line 1: "), std::string::npos);
}

// A file that was cut off is never half a law.
TEST(regime, is_refused_when_it_ends_too_early) {
  const std::string whole = be();
  const std::size_t last_value = whole.rfind("mark");
  for (std::size_t length = 0; length < last_value; length += 7) {
    EXPECT_FALSE(regime_from("be", whole.substr(0, length), "")) << length;
  }
}

}  // namespace
}  // namespace bas::policy
