#include "flow/use.h"

#include <gtest/gtest.h>

namespace bas::flow {
namespace {

UseFacts facts() {
  UseFacts facts;
  facts.at = parse_rfc3339("2026-11-26T12:00:00.123Z").value();
  facts.verb = policy::Verb::kDisclose;
  facts.what = "search";
  facts.zone = "5364";
  facts.role = "investigator";
  facts.is_permitted = false;
  facts.reason = "E_GRANT";
  facts.rules = {"R58", "R6"};
  facts.regime_sha256 = std::string(64, 'a');
  facts.results = 3;
  facts.results_sha256 = std::string(64, 'b');
  facts.version = "1.2";
  return facts;
}

const std::string kCommitment(32, '\xC3');

TEST(use, an_entry_is_read_back_as_it_was_written) {
  const std::string text = entry_text(facts(), kCommitment);
  const ParsedEntry back = parse_entry(text).value();
  EXPECT_EQ(back.commitment, kCommitment);
  EXPECT_EQ(entry_text(back.facts, back.commitment), text);
  EXPECT_EQ(back.facts.rules, facts().rules);
  EXPECT_EQ(back.facts.at, facts().at);
  EXPECT_FALSE(back.facts.is_permitted);
}

TEST(use, details_are_read_back_whatever_people_write) {
  const UseDetails details{"id", "jp_crime", "AN.17/2026", "\"quotes\"\nand\ttabs, é",
                           "{}", "digest",   "10.0.0.7",   {"parket", "COC"}};
  EXPECT_EQ(parse_details(details_text(details)).value(), details);
}

TEST(use, what_is_cut_or_of_another_kind_is_corrupt) {
  const std::string entry = entry_text(facts(), kCommitment);
  const std::string details = details_text({});
  for (std::size_t size = 0; size < entry.size(); ++size) {
    EXPECT_EQ(parse_entry(entry.substr(0, size)).error().code, ErrorCode::kCorrupt);
  }
  for (std::size_t size = 0; size < details.size(); ++size) {
    EXPECT_EQ(parse_details(details.substr(0, size)).error().code, ErrorCode::kCorrupt);
  }
  for (const char* wrong : {R"({"v":2})", R"({"v":"1"})", "[]", "null", "{}", "1"}) {
    EXPECT_FALSE(parse_entry(wrong)) << wrong;
    EXPECT_FALSE(parse_details(wrong)) << wrong;
  }
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = entry;
    changed.replace(changed.find(from), from.size(), to);
    return parse_entry(changed);
  };
  EXPECT_EQ(with("disclose", "delight").error().code, ErrorCode::kCorrupt);
  EXPECT_FALSE(with("2026-11-26", "2026-13-26"));
  EXPECT_FALSE(with("\"results\":3", "\"results\":-3.5e99"));
}

}  // namespace
}  // namespace bas::flow
