// Wide searches wait for somebody else's word.
#include "flow/agreements.h"

#include <gmock/gmock.h>

#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::days;
using std::chrono::hours;

class AgreementsTest : public SearchFixture {
 protected:
  AgreementsTest() {
    wish_.from = world_.clock.now() - days(20);
    wish_.until = world_.clock.now();
  }
  bool may_search() { return ledger_.searches.search(wish_, who_).has_value(); }

  Person colleague_ = person(Role::kInvestigator, world_.zone.id);
  Agreements& agreements_ = ledger_.agreements;
};

TEST_F(AgreementsTest, a_long_way_needs_a_colleague_and_is_open_once_he_agreed) {
  EXPECT_THAT(refused().text, testing::StartsWith("R36"));
  const Agreement asked = agreements_.ask(wish_, who_).value();
  wish_.agreement = asked.id;
  EXPECT_THAT(refused().text, testing::StartsWith("R36: nobody has agreed"));
  const Agreement agreed = agreements_.agree(asked.id, colleague_).value();
  EXPECT_EQ(agreed.agreed_by, colleague_.user.id);
  EXPECT_EQ(last_use().facts.what, "agreement given");
  EXPECT_TRUE(may_search());
  EXPECT_TRUE(may_search()) << "its pages, and again";
  world_.clock.advance(Agreements::kLife);
  EXPECT_THAT(refused().text, testing::StartsWith("R36: the agreement is over"));
}

TEST_F(AgreementsTest, a_week_needs_nobody) {
  wish_.from = wish_.until - days(7);
  EXPECT_TRUE(may_search());
  wish_.from -= std::chrono::milliseconds(1);
  EXPECT_FALSE(may_search());
}

TEST_F(AgreementsTest, everybody_at_a_place_for_long_needs_one_too) {
  wish_.plate.clear();
  wish_.sites = {world_.site.id};
  wish_.from = wish_.until - hours(3);
  EXPECT_THAT(refused().text, testing::StartsWith("R35"));
  wish_.agreement = agreements_.ask(wish_, who_).value().id;
  ASSERT_TRUE(agreements_.agree(*wish_.agreement, colleague_));
  EXPECT_TRUE(may_search());
}

TEST_F(AgreementsTest, it_is_to_one_question_of_one_case_and_one_person) {
  wish_.agreement = agreements_.ask(wish_, who_).value().id;
  ASSERT_TRUE(agreements_.agree(*wish_.agreement, colleague_));
  const SearchWish agreed = wish_;
  wish_.plate = "1XYZ789";
  EXPECT_FALSE(may_search());
  wish_ = agreed;
  wish_.until += hours(1);
  EXPECT_FALSE(may_search());
  wish_ = agreed;
  wish_.case_number = "AN.2/2026";
  EXPECT_FALSE(may_search());
  EXPECT_FALSE(ledger_.searches.search(agreed, colleague_)) << "who agreed did not ask";
  EXPECT_TRUE(ledger_.searches.search(agreed, who_));
}

TEST_F(AgreementsTest, nobody_agrees_with_himself_twice_late_or_from_another_zone) {
  const Id id = agreements_.ask(wish_, who_).value().id;
  EXPECT_EQ(agreements_.agree(id, who_).error().code, ErrorCode::kRefused);
  const Person stranger = person(Role::kInvestigator, other_zone_.id);
  EXPECT_EQ(agreements_.agree(id, stranger).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(agreements_.agree(id, person(Role::kOperator, world_.zone.id)).error().code,
            ErrorCode::kRefused);
  EXPECT_THAT(agreements_.all(colleague_).value(), testing::SizeIs(1));
  EXPECT_EQ(last_use().facts.what, "agreements");
  EXPECT_THAT(agreements_.all(stranger).value(), testing::IsEmpty());
  ASSERT_TRUE(agreements_.agree(id, colleague_));
  EXPECT_EQ(agreements_.agree(id, person(Role::kInvestigator, world_.zone.id)).error().code,
            ErrorCode::kConflict);
  const Id late = agreements_.ask(wish_, who_).value().id;
  world_.clock.advance(Agreements::kLife);
  EXPECT_EQ(agreements_.agree(late, colleague_).error().code, ErrorCode::kConflict);
  EXPECT_THAT(agreements_.all(colleague_).value(), testing::IsEmpty());
}

TEST_F(AgreementsTest, asking_says_why) {
  wish_.reason.clear();
  EXPECT_EQ(agreements_.ask(wish_, who_).error().code, ErrorCode::kBadInput);
  wish_.reason = "burglary";
  EXPECT_EQ(agreements_.ask(wish_, person(Role::kOperator, world_.zone.id)).error().code,
            ErrorCode::kRefused);
  EXPECT_TRUE(ledger_.papers.all(PaperKind::kAgreement).value().empty());
}

}  // namespace
}  // namespace bas::flow
