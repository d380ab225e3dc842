#include "flow/patterns.h"

#include <gtest/gtest.h>

#include "flow/oversight.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;

constexpr const char* kGoodReason = "burglary, car seen by a neighbour";

// Uses of a month, made by hand.
class Patterns : public testing::Test {
 protected:
  struct Asked {
    std::string actor = "ann";
    int day = 0;
    int hour = 10;  // of Brussels
    std::string plate = "";
    std::string reason = kGoodReason;
    std::string case_number = "AN.1/2026";
    bool is_permitted = true;
    bool is_next_page = false;
    std::string what = "search";
  };
  void ask(const Asked& asked) {
    LoggedUse use;
    use.number = next_++;
    use.facts.at = start_of({20'400 + asked.day}) + hours(asked.hour);
    use.facts.what = asked.what;
    use.facts.zone = "5364";
    use.facts.role = "investigator";
    use.facts.is_permitted = asked.is_permitted;
    use.details.emplace();
    use.details->actor = asked.actor;
    use.details->justification = asked.reason;
    use.details->case_number = asked.case_number;
    const std::string plate =
        asked.plate.empty() ? "1AAA" + std::to_string(use.number) : asked.plate;
    use.details->predicate =
        R"({"plate":")" + plate + R"(")" + (asked.is_next_page ? R"(,"after":"x"})" : "}");
    watch_.note(use);
  }
  std::vector<Finding> found(PatternKind kind) const {
    auto findings = watch_.findings();
    std::erase_if(findings, [&](const Finding& one) { return one.kind != kind; });
    return findings;
  }

  PatternWatch watch_;
  std::uint64_t next_ = 100;
};

TEST_F(Patterns, a_look_back_is_a_search_too) {
  for (int i = 0; i < 5; ++i) ask({.plate = "1XYZ999"});
  ask({.day = 1, .plate = "1XYZ999", .what = "look back"});
  ask({.day = 2, .plate = "1XYZ999", .what = "read"});
  EXPECT_TRUE(found(PatternKind::kSamePlate).empty());
  ask({.day = 2, .plate = "1XYZ999", .what = "look back"});
  EXPECT_EQ(found(PatternKind::kSamePlate).size(), 1U);
}

TEST_F(Patterns, one_plate_on_three_days_stands_out_and_five_times_in_a_day_does_not) {
  for (int i = 0; i < 5; ++i) ask({.plate = "1XYZ999"});
  EXPECT_TRUE(found(PatternKind::kSamePlate).empty());
  ask({.day = 1, .plate = "1XYZ999", .is_next_page = true});
  ask({.day = 2, .plate = "1XYZ999", .is_next_page = true});
  EXPECT_TRUE(found(PatternKind::kSamePlate).empty()) << "a page is no question of its own";
  ask({.day = 1, .plate = "1XYZ999"});
  ask({.day = 2, .plate = "1XYZ999"});
  const auto findings = found(PatternKind::kSamePlate);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].actor, "ann");
  EXPECT_EQ(findings[0].count, 7U);
  EXPECT_EQ(findings[0].numbers.front(), 100U);
  EXPECT_EQ(findings[0].numbers.back(), 108U);
  EXPECT_EQ(findings[0].last - findings[0].first, hours(48));
}

TEST_F(Patterns, one_plate_by_many_people_is_nobodys_pattern) {
  for (int day = 0; day < 10; ++day) {
    ask({.actor = "p" + std::to_string(day), .day = day, .plate = "1XYZ999"});
  }
  EXPECT_TRUE(watch_.findings().empty());
}

TEST_F(Patterns, two_searches_in_the_night_of_somebody_who_works_by_day_stand_out) {
  for (int day = 0; day < 20; ++day) ask({.day = day, .hour = 9 + day % 8});
  ask({.day = 4, .hour = 2});
  EXPECT_TRUE(found(PatternKind::kOffDuty).empty()) << "called out once";
  ask({.day = 11, .hour = 3});
  const auto findings = found(PatternKind::kOffDuty);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].numbers, (std::vector<std::uint64_t>{120, 121}));
}

TEST_F(Patterns, who_works_at_night_or_is_new_has_no_unusual_hour) {
  for (int day = 0; day < 20; ++day) ask({.day = day, .hour = day % 2 == 0 ? 2 : 14});
  for (int day = 0; day < 9; ++day) ask({.actor = "new", .day = day, .hour = day < 7 ? 10 : 3});
  EXPECT_TRUE(found(PatternKind::kOffDuty).empty());
}

TEST_F(Patterns, reasons_that_say_little_stand_out_from_the_third_on) {
  ask({.reason = "control control control control"});
  ask({.reason = "x  \n y z   x y z x y z x y z"});
  ask({.reason = "short", .is_permitted = false});
  EXPECT_TRUE(found(PatternKind::kWeakReason).empty()) << "two, and one that policy refused";
  ask({.reason = "theft of a car"});
  const auto findings = found(PatternKind::kWeakReason);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].count, 3U);
}

TEST_F(Patterns, the_same_words_for_three_cases_stand_out_and_for_one_case_do_not) {
  for (int i = 0; i < 20; ++i) ask({.day = i});
  EXPECT_TRUE(found(PatternKind::kWeakReason).empty());
  ask({.case_number = "AN.2/2026"});
  ask({.reason = "Burglary,  car seen by a NEIGHBOUR", .case_number = "AN.3/2026"});
  const auto findings = found(PatternKind::kWeakReason);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].count, 22U);
}

TEST_F(Patterns, five_refusals_in_a_row_stand_out_and_four_with_a_permitted_use_between_do_not) {
  for (int i = 0; i < 8; ++i) {
    if (i == 4) ask({});
    ask({.is_permitted = false});
  }
  EXPECT_TRUE(found(PatternKind::kRefusedAgain).empty());
  ask({.actor = "bob", .is_permitted = true});
  ask({.is_permitted = false});
  const auto findings = found(PatternKind::kRefusedAgain);
  ASSERT_EQ(findings.size(), 1U) << "what others do between does not end a row";
  EXPECT_EQ(findings[0].count, 5U);
}

TEST_F(Patterns, three_times_the_average_of_the_own_zone_stands_out) {
  for (int i = 0; i < 29; ++i) ask({.day = i});
  EXPECT_TRUE(found(PatternKind::kManySearches).empty()) << "there is nobody to compare with";
  for (int i = 0; i < 10; ++i) ask({.actor = "bob", .day = i});
  for (int i = 0; i < 10; ++i) ask({.actor = "eve", .day = i});
  EXPECT_TRUE(found(PatternKind::kManySearches).empty());
  ask({.day = 29});
  const auto findings = found(PatternKind::kManySearches);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].actor, "ann");
  EXPECT_EQ(findings[0].count, 30U);
  EXPECT_DOUBLE_EQ(findings[0].usual, 10);
}

TEST_F(Patterns, what_is_told_is_bounded) {
  for (int person = 0; person < 600; ++person) {
    for (int i = 0; i < 5; ++i) ask({.actor = std::to_string(person), .is_permitted = false});
  }
  EXPECT_EQ(watch_.findings().size(), PatternWatch::kFindingsMost);
  for (int i = 0; i < 150; ++i) ask({.day = 1, .plate = "1XYZ999"});
  const auto findings = found(PatternKind::kSamePlate);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].count, 150U);
  EXPECT_EQ(findings[0].numbers.size(), PatternWatch::kNumbersMost);
}

TEST_F(Patterns, details_that_are_gone_or_odd_tell_nothing) {
  LoggedUse use;
  use.facts.what = "search";
  for (int i = 0; i < 20; ++i) watch_.note(use);
  use.details.emplace();
  use.details->actor = "ann";
  for (const char* odd : {"", "[]", "{", R"({"plate":7})", "null"}) {
    use.details->predicate = odd;
    watch_.note(use);
  }
  EXPECT_TRUE(found(PatternKind::kSamePlate).empty());
}

// The same out of the ledger, behind the gate.
class PatternsOfLedger : public SearchFixture {
 protected:
  Oversight oversight_{{ledger_.uses, ledger_.gate, world_.clock}};
  Person overseer_ = person(Role::kOverseer, Id{});
};

TEST_F(PatternsOfLedger, are_found_and_the_look_itself_is_in_the_ledger) {
  wish_.purpose = "";
  for (int i = 0; i < 5; ++i) refused();
  const auto report = oversight_.patterns(30, overseer_);
  ASSERT_TRUE(report) << report.error().text;
  EXPECT_EQ(report->uses, 5U);
  EXPECT_TRUE(report->is_whole);
  ASSERT_EQ(report->findings.size(), 1U);
  EXPECT_EQ(report->findings[0].kind, PatternKind::kRefusedAgain);
  EXPECT_EQ(report->findings[0].actor, to_string(who_.user.id));
  EXPECT_EQ(last_use().facts.what, "ledger patterns");
  EXPECT_EQ(last_use().facts.results, 1U);
  EXPECT_EQ(last_use().details->actor, to_string(overseer_.user.id));
}

TEST_F(PatternsOfLedger, only_the_days_asked_for_count) {
  wish_.purpose = "";
  for (int i = 0; i < 5; ++i) refused();
  world_.clock.advance(hours(48));
  EXPECT_TRUE(oversight_.patterns(1, overseer_).value().findings.empty());
  EXPECT_FALSE(oversight_.patterns(3, overseer_).value().findings.empty());
  for (const int odd : {0, -1, Oversight::kDaysMost + 1}) {
    EXPECT_EQ(oversight_.patterns(odd, overseer_).error().code, ErrorCode::kBadInput);
  }
}

TEST_F(PatternsOfLedger, too_many_uses_are_cut_and_said_so) {
  wish_.purpose = "";
  for (int i = 0; i < 8; ++i) refused();
  Oversight small({ledger_.uses, ledger_.gate, world_.clock, 5});
  const auto report = small.patterns(30, overseer_).value();
  EXPECT_FALSE(report.is_whole);
  EXPECT_EQ(report.first_number, 3U);
  EXPECT_EQ(report.uses, 5U);
}

TEST_F(PatternsOfLedger, who_may_not_read_the_log_is_refused_and_that_is_written) {
  for (Person one : {who_, person(Role::kAdministrator, Id{}), overseer_}) {
    if (one.user.role == Role::kOverseer) one.user.trained_until.reset();
    EXPECT_EQ(oversight_.patterns(30, one).error().code, ErrorCode::kRefused);
    EXPECT_EQ(last_use().facts.what, "ledger patterns");
    EXPECT_FALSE(last_use().facts.is_permitted);
  }
}

}  // namespace
}  // namespace bas::flow
