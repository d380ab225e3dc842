#include "flow/audits.h"

#include "base/encode.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;

// Two zones in which people search, an overseer and an officer for data protection; then the month
// ends.
class AuditsTest : public SearchFixture {
 protected:
  AuditsTest() {
    overseer_ = with_account("coc", Role::kOverseer);
    officer_ = with_account("officer", Role::kDataProtectionOfficer);
  }
  Person with_account(const std::string& name, Role role) {
    Person one = person(role, world_.zone.id);
    one.user.name = name;
    one.user.password_hash = "none";
    one.user.language = "nl";
    one.user.role_until = world_.clock.now() + hours(24 * 400);
    one.user.trained_until = one.user.role_until;
    EXPECT_TRUE(world_.sql->accounts().add_user(one.user));
    return one;
  }
  std::uint64_t search() { return ledger_.searches.search(wish_, who_).value().ledger_number; }
  void search_by(const Person& who, int times) {
    for (int i = 0; i < times; ++i) {
      Use use;
      use.facts.what = "search";
      use.facts.zone = ledger_.gate.zone_code(who.user.zone);
      use.details.actor = to_string(who.user.id);
      ASSERT_TRUE(ledger_.uses.write(std::move(use)));
    }
  }
  void end_month() {
    const MonthSpan span = span_of(month_of(world_.clock.now())).value();
    month_ = month_of(world_.clock.now());
    world_.clock.advance(span.until - world_.clock.now() + std::chrono::minutes(5));
  }
  AuditOverview overview(const Person& who) { return audits_.overview(who).value(); }
  std::vector<AuditItem> items(const Person& who) { return overview(who).months.at(0).items; }
  Result<AuditItem> judge(std::uint64_t number, const Person& who,
                          AuditVerdict verdict = AuditVerdict::kFine, std::string word = {}) {
    return audits_.judge({number, verdict, std::move(word)}, who);
  }

  Audits audits_{{ledger_.uses, *ledger_.book, ledger_.gate, ledger_.papers, world_.sql->accounts(),
                  world_.clock}};
  Person overseer_, officer_;
  std::string month_;
};

TEST_F(AuditsTest, a_month_is_drawn_once_it_is_over_and_only_once) {
  search_by(who_, 30);
  EXPECT_TRUE(audits_.draw_due().value().empty());
  end_month();
  EXPECT_EQ(audits_.draw_due().value(), std::vector{month_});
  EXPECT_EQ(last_use().facts.what, "audit sample");
  EXPECT_EQ(last_use().facts.version, month_);
  EXPECT_EQ(last_use().facts.results, 20U);
  EXPECT_TRUE(audits_.draw_due().value().empty());
  const AuditMonth month = overview(overseer_).months.at(0);
  EXPECT_EQ(month.size, 30U);
  const auto root = ledger_.book->root_at(30).value();
  EXPECT_EQ(month.seed, to_hex(std::string(root.begin(), root.end())));
  std::vector<std::uint64_t> numbers, drawn;
  for (std::uint64_t number = 0; number < 30; ++number) numbers.push_back(number);
  for (const AuditItem& item : month.items) drawn.push_back(item.number);
  EXPECT_EQ(drawn, draw(numbers, std::string(root.begin(), root.end()), 20)) << "checked alone";
}

TEST_F(AuditsTest, each_zone_has_its_own_sample) {
  Person other = person(Role::kInvestigator, other_zone_.id);
  search_by(other, 3);
  search_by(who_, 40);
  end_month();
  ASSERT_TRUE(audits_.draw_due());
  std::map<std::string, int> by_zone;
  for (const AuditItem& item : items(officer_)) ++by_zone[item.zone];
  EXPECT_EQ(by_zone, (std::map<std::string, int>{{"5345", 3}, {world_.zone.code, 20}}));
}

TEST_F(AuditsTest, who_audits_never_gets_an_own_use) {
  search_by(overseer_, 15);
  search_by(officer_, 5);
  search_by(who_, 5);
  end_month();
  ASSERT_TRUE(audits_.draw_due());
  std::size_t shown = 0;
  for (const Person& one : {overseer_, officer_}) {
    for (const AuditCase& each : overview(one).cases) {
      EXPECT_NE(each.use.details->actor, to_string(one.user.id));
      EXPECT_TRUE(each.is_mine);
      ++shown;
    }
  }
  EXPECT_EQ(shown, 20U);
  for (const AuditItem& item : items(overseer_)) {
    const auto use = ledger_.uses.latest(item.number + 1, 1).value().at(0);
    if (use.details->actor != to_string(overseer_.user.id)) continue;
    EXPECT_EQ(judge(item.number, overseer_).error().code, ErrorCode::kNotFound);
  }
}

TEST_F(AuditsTest, is_judged_once_and_for_good_with_a_word_where_it_is_not_fine) {
  passes("1ABC234", std::chrono::seconds(-30));
  const std::uint64_t number = search();
  end_month();
  ASSERT_TRUE(audits_.draw_due());
  const bool is_overseers = !overview(overseer_).cases.empty();
  const Person mine = is_overseers ? overseer_ : officer_;
  const Person others = is_overseers ? officer_ : overseer_;
  EXPECT_EQ(overview(mine).cases.at(0).use.details->case_number, wish_.case_number);
  EXPECT_EQ(judge(number, mine, AuditVerdict::kWrong).error().code, ErrorCode::kBadInput);
  EXPECT_EQ(judge(number, mine, AuditVerdict::kOpen, "x").error().code, ErrorCode::kBadInput);
  EXPECT_EQ(judge(number, mine, AuditVerdict::kWrong, std::string(501, 'x')).error().code,
            ErrorCode::kBadInput);
  EXPECT_EQ(judge(number, others).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(judge(number + 1, mine).error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(judge(number, mine, AuditVerdict::kWrong, "no such case"));
  EXPECT_EQ(last_use().facts.what, "audit verdict");
  EXPECT_EQ(last_use().details->justification, "no such case");
  EXPECT_EQ(judge(number, mine).error().code, ErrorCode::kConflict);
  const AuditOverview after = overview(mine);
  EXPECT_TRUE(after.cases.empty());
  EXPECT_EQ(after.months.at(0).items.at(0).verdict, AuditVerdict::kWrong);
  EXPECT_EQ(after.months.at(0).items.at(0).judged_by, mine.user.id);
}

TEST_F(AuditsTest, what_is_open_after_thirty_days_is_shown_to_the_officer) {
  search_by(officer_, 1);
  search_by(who_, 12);
  end_month();
  ASSERT_TRUE(audits_.draw_due());
  const auto before = overview(officer_).cases.size();
  const auto of_overseer = overview(overseer_).cases.size();
  ASSERT_GT(of_overseer, 0U);
  ASSERT_EQ(before + of_overseer, 13U);
  world_.clock.advance(hours(24 * 30) - std::chrono::milliseconds(1));
  EXPECT_EQ(overview(officer_).cases.size(), before);
  world_.clock.advance(std::chrono::milliseconds(1));
  const auto cases = overview(officer_).cases;
  EXPECT_EQ(cases.size(), 12U) << "all but the own use";
  for (const AuditCase& one : cases) EXPECT_TRUE(one.is_overdue);
  const auto late = std::ranges::find(cases, false, &AuditCase::is_mine);
  ASSERT_NE(late, cases.end());
  EXPECT_TRUE(judge(late->item.number, officer_));
  EXPECT_EQ(overview(overseer_).cases.size(), of_overseer - 1);
}

TEST_F(AuditsTest, without_anybody_to_judge_the_officer_who_comes_later_sees_it) {
  world_.clock.advance(hours(24 * 399));
  search_by(who_, 1);
  end_month();
  world_.clock.advance(hours(48));
  ASSERT_FALSE(audits_.draw_due().value().empty());
  for (Person* one : {&overseer_, &officer_}) {
    one->user.role_until = world_.clock.now() + hours(24);
    one->user.trained_until = one->user.role_until;
  }
  EXPECT_TRUE(overview(overseer_).cases.empty());
  const auto cases = overview(officer_).cases;
  ASSERT_EQ(cases.size(), 1U);
  EXPECT_TRUE(cases[0].item.auditor.is_zero());
  EXPECT_FALSE(cases[0].is_overdue);
  EXPECT_TRUE(judge(cases[0].item.number, officer_));
}

TEST_F(AuditsTest, who_may_not_read_the_log_neither_sees_nor_judges) {
  search_by(who_, 3);
  end_month();
  ASSERT_TRUE(audits_.draw_due());
  EXPECT_EQ(audits_.overview(who_).error().code, ErrorCode::kRefused);
  Person untrained = overseer_;
  untrained.user.trained_until.reset();
  EXPECT_EQ(audits_.overview(untrained).error().code, ErrorCode::kRefused);
  for (std::uint64_t number = 0; number < 3; ++number) {
    EXPECT_FALSE(judge(number, untrained));
    EXPECT_FALSE(judge(number, who_));
  }
}

TEST_F(AuditsTest, a_server_that_stood_still_draws_the_months_it_missed) {
  search_by(who_, 2);
  end_month();
  const std::string first = month_;
  search_by(who_, 2);
  end_month();
  EXPECT_EQ(audits_.draw_due().value(), (std::vector{first, month_}));
  EXPECT_EQ(overview(overseer_).months.at(0).month, month_) << "the latest first";
}

}  // namespace
}  // namespace bas::flow
