#include "flow/audit_sample.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/encode.h"

namespace bas::flow {
namespace {

std::vector<std::uint64_t> numbers_up_to(std::uint64_t count) {
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t i = 0; i < count; ++i) numbers.push_back(3 * i);
  return numbers;
}

TEST(audit_sample, is_one_in_a_hundred_and_twenty_at_least_or_all_there_are) {
  const std::pair<std::size_t, std::size_t> cases[] = {
      {0, 0}, {1, 1}, {19, 19}, {20, 20}, {21, 20}, {2'000, 20}, {2'001, 21}, {100'000, 1'000}};
  for (const auto& [uses, expected] : cases) EXPECT_EQ(sample_size(uses), expected) << uses;
}

TEST(audit_sample, is_the_same_for_whoever_draws_and_another_with_another_seed) {
  const auto numbers = numbers_up_to(1'000);
  const auto drawn = draw(numbers, "seed", 20);
  EXPECT_EQ(drawn.size(), 20U);
  EXPECT_TRUE(std::ranges::is_sorted(drawn));
  auto turned = numbers;
  std::ranges::reverse(turned);
  EXPECT_EQ(draw(turned, "seed", 20), drawn);
  EXPECT_NE(draw(numbers, "seeds", 20), drawn);
  EXPECT_EQ(draw(numbers_up_to(5), "seed", 20).size(), 5U);
}

// Somebody else's program finds the same: the lots as the header tells them.
TEST(audit_sample, takes_the_lowest_lots) {
  const auto drawn = draw(numbers_up_to(500), "s", 10);
  std::string highest;
  for (const std::uint64_t number : drawn) {
    std::string bytes = "s";
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 255U);
    highest = std::max(highest, to_hex(sha256(bytes)));
  }
  for (std::uint64_t number = 0; number < 1'500; number += 3) {
    std::string bytes = "s";
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 255U);
    EXPECT_EQ(to_hex(sha256(bytes)) <= highest, std::ranges::count(drawn, number) == 1);
  }
}

TEST(audit_sample, every_number_is_drawn_about_equally_often) {
  const auto numbers = numbers_up_to(100);
  std::vector<int> times(300);
  for (int seed = 0; seed < 2'000; ++seed) {
    for (const auto number : draw(numbers, std::to_string(seed), 20)) ++times[number];
  }
  for (const auto number : numbers) {  // 400 expected, 18 the deviation
    EXPECT_GT(times[number], 310) << number;
    EXPECT_LT(times[number], 490) << number;
  }
}

// Whatever the ledger, the people and the seed.
TEST(audit_sample, nobody_ever_gets_an_own_use) {
  SeededRandom random(20261127);
  for (int round = 0; round < 5'000; ++round) {
    std::vector<Id> auditors;
    for (std::uint64_t i = random.next() % 6; i > 0; --i) {
      auditors.push_back(make_id(UtcTime{}, random));
    }
    std::ranges::sort(auditors);
    const bool is_auditor = !auditors.empty() && random.next() % 2 == 0;
    const Id actor =
        is_auditor ? auditors[random.next() % auditors.size()] : make_id(UtcTime{}, random);
    const std::string name = to_string(actor), seed = random.bytes(32);
    const auto given = auditor_for({random.next(), seed, name}, auditors);
    const std::size_t others = auditors.size() - (is_auditor ? 1 : 0);
    ASSERT_EQ(given.has_value(), others > 0) << "round " << round;
    if (!given) continue;
    ASSERT_NE(*given, actor) << "round " << round;
    ASSERT_EQ(std::ranges::count(auditors, *given), 1) << "round " << round;
  }
}

TEST(audit_sample, whose_actor_is_not_known_is_given_to_nobody) {
  SeededRandom random(1);
  const std::vector<Id> auditors = {make_id(UtcTime{}, random)};
  EXPECT_FALSE(auditor_for({7, "seed", ""}, auditors));
  EXPECT_TRUE(auditor_for({7, "seed", "somebody"}, auditors));
}

TEST(audit_sample, months_are_those_of_brussels) {
  const auto at = [](const char* text) { return parse_rfc3339(text).value(); };
  EXPECT_EQ(month_of(at("2026-10-31T22:59:59.999Z")), "2026-10");
  EXPECT_EQ(month_of(at("2026-10-31T23:00:00Z")), "2026-11");
  EXPECT_EQ(month_of(at("2026-06-30T22:00:00Z")), "2026-07");
  const MonthSpan span = span_of("2026-02").value();
  EXPECT_EQ(span.from, at("2026-01-31T23:00:00Z"));
  EXPECT_EQ(span.until, at("2026-02-28T23:00:00Z"));
  for (const char* odd : {"", "2026", "2026-13", "26-10", "2026-10-01"}) EXPECT_FALSE(span_of(odd));
}

TEST(audit_sample, is_of_consultations_that_were_permitted_and_not_of_looks_into_the_log) {
  UseFacts facts;
  facts.what = "search";
  facts.zone = "5364";
  EXPECT_TRUE(is_sampled(facts));
  for (const char* log :
       {"ledger", "ledger patterns", "audits", "audit verdict", "register of cameras"}) {
    UseFacts look = facts;
    look.what = log;
    EXPECT_FALSE(is_sampled(look)) << log;
  }
  UseFacts refused = facts, altered = facts, program = facts;
  refused.is_permitted = false;
  altered.verb = policy::Verb::kAlter;
  program.zone.clear();
  EXPECT_FALSE(is_sampled(refused) || is_sampled(altered) || is_sampled(program));
}

TEST(audit_sample, a_month_is_read_back_as_it_was_written) {
  SeededRandom random(2);
  AuditMonth month{"2026-10", 4'711, "ab", parse_rfc3339("2026-11-01T01:00:00Z").value(), {}};
  month.items.push_back({12, "5364", make_id(UtcTime{}, random), AuditVerdict::kOpen, ""});
  month.items.push_back({15, "5345", Id{}, AuditVerdict::kWrong, "no case\n\"at all\"",
                         month.drawn_at, make_id(UtcTime{}, random)});
  OpenPaper paper;
  paper.text = paper_text(month);
  const AuditMonth back = parse_audit_month(paper).value();
  EXPECT_EQ(paper_text(back), paper.text);
  EXPECT_EQ(back.items[1].word, month.items[1].word);
  EXPECT_EQ(back.items[1].judged_by, month.items[1].judged_by);
  for (std::size_t size = 0; size < paper.text.size(); ++size) {
    OpenPaper cut;
    cut.text = paper.text.substr(0, size);
    ASSERT_EQ(parse_audit_month(cut).error().code, ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace bas::flow
