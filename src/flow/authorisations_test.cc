#include "flow/authorisations.h"

#include "base/encode.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

constexpr hours kDays(24);

class AuthorisationsTest : public SearchFixture {
 protected:
  AuthorisationsTest() {
    wish_.from = world_.clock.now() - 200 * kDays;
    wish_.until = world_.clock.now() - 60 * kDays;
  }

  NewAuthorisation decision() {
    const UtcTime now = world_.clock.now();
    return {.number = "2026/117",
            .authority = "procureur",
            .office = "Antwerp, J. Peeters",
            .case_number = wish_.case_number,
            .dated = now - kDays,
            .expires = now + 30 * kDays,
            .from = now - 120 * kDays,
            .until = now - 80 * kDays,
            .plates = {"1-ABC-234"},
            .areas = {},
            .penalty_years = 5,
            .uses_max = 0};
  }
  Authorisation registered(const NewAuthorisation& wanted) {
    const auto one = ledger_.authorisations.add(wanted, who_).value();
    return ledger_.authorisations.attach(one.id, "the reasoned decision", who_).value();
  }
  Authorisation in_force(const NewAuthorisation& wanted) {
    return ledger_.authorisations.confirm(registered(wanted).id, colleague_).value();
  }
  Read passed(std::string_view plate, int days_ago) {
    return passes(plate, milliseconds(-days_ago * 24 * 3'600'000LL));
  }
  std::size_t found() { return ledger_.searches.search(wish_, who_).value().reads.size(); }

  Person colleague_ = person(Role::kInvestigator, world_.zone.id);
};

TEST_F(AuthorisationsTest, opens_older_reads_and_clips_them_to_what_it_says) {
  passed("1ABC234", 70);
  const Read within = passed("1ABC234", 100);
  passed("1ABC234", 130);
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
  wish_.authorisation = in_force(decision()).id;
  const SearchPage page = ledger_.searches.search(wish_, who_).value();
  ASSERT_EQ(page.reads.size(), 1U);
  EXPECT_EQ(page.reads[0].id, within.id);
  const LoggedUse use = last_use();
  EXPECT_EQ(use.facts.results, 1U) << "what lies outside is not counted";
  ASSERT_TRUE(use.details);
  EXPECT_EQ(use.details->authorisation_sha256, to_hex(sha256("the reasoned decision")));
  wish_.plate = "1XYZ999";
  passed("1XYZ999", 100);
  EXPECT_EQ(found(), 0U) << "of another plate it says nothing";
}

TEST_F(AuthorisationsTest, counts_when_it_was_compared_by_somebody_else) {
  passed("1ABC234", 100);
  const auto one = ledger_.authorisations.add(decision(), who_).value();
  wish_.authorisation = one.id;
  const auto now = world_.clock.now();
  EXPECT_EQ(state_of(one, now), AuthorisationState::kWithoutDocument);
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
  EXPECT_EQ(ledger_.authorisations.confirm(one.id, colleague_).error().code, ErrorCode::kConflict)
      << "nothing to compare it with";
  EXPECT_EQ(ledger_.authorisations.attach(one.id, "forged", colleague_).error().code,
            ErrorCode::kRefused)
      << "who confirms does not bring what he compares it with";
  const auto with = ledger_.authorisations.attach(one.id, "paper", who_).value();
  EXPECT_EQ(state_of(with, now), AuthorisationState::kUnconfirmed);
  EXPECT_EQ(ledger_.authorisations.document(one.id, colleague_).value(), "paper");
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
  EXPECT_EQ(ledger_.authorisations.confirm(one.id, who_).error().code, ErrorCode::kRefused);
  const auto confirmed = ledger_.authorisations.confirm(one.id, colleague_).value();
  EXPECT_EQ(state_of(confirmed, now), AuthorisationState::kInForce);
  EXPECT_EQ(found(), 1U);
  ASSERT_TRUE(ledger_.authorisations.revoke(one.id, who_));
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
}

TEST_F(AuthorisationsTest, what_is_expired_of_another_case_or_too_light_opens_nothing) {
  passed("1ABC234", 100);
  NewAuthorisation other = decision();
  other.case_number = "AN.99";
  wish_.authorisation = in_force(other).id;
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
  other = decision();
  other.penalty_years = 0;
  wish_.authorisation = in_force(other).id;
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
  other = decision();
  other.authority = "burgemeester";
  wish_.authorisation = in_force(other).id;
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
  wish_.authorisation = in_force(decision()).id;
  EXPECT_EQ(found(), 1U);
  world_.clock.advance(31 * kDays);
  EXPECT_EQ(refused().code, ErrorCode::kRefused);
}

TEST_F(AuthorisationsTest, a_question_is_one_use_with_its_pages_and_repetitions) {
  for (int i = 0; i < 3; ++i) passed("1ABC234", 100 + i);
  NewAuthorisation wanted = decision();
  wanted.uses_max = 1;
  wish_.authorisation = in_force(wanted).id;
  wish_.limit = 2;
  wish_.after = ledger_.searches.search(wish_, who_).value().next;
  ASSERT_TRUE(wish_.after);
  EXPECT_EQ(found(), 1U) << "the second page";
  wish_.after.reset();
  EXPECT_EQ(found(), 2U) << "the same again";
  const auto all = ledger_.authorisations.all(who_).value();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].uses.size(), 1U);
  EXPECT_EQ(state_of(all[0], world_.clock.now()), AuthorisationState::kUsedUp);
  wish_.until -= hours(1);
  EXPECT_EQ(refused().code, ErrorCode::kRefused) << "another question";
  wish_.until += hours(1);
  EXPECT_FALSE(ledger_.searches.search(wish_, colleague_)) << "another person";
}

TEST_F(AuthorisationsTest, those_of_another_zone_are_not_there) {
  const Authorisation one = registered(decision());
  const Person stranger = person(Role::kInvestigator, other_zone_.id);
  EXPECT_EQ(ledger_.authorisations.document(one.id, stranger).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ledger_.authorisations.confirm(one.id, stranger).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ledger_.authorisations.all(stranger).value().empty());
  EXPECT_EQ(ledger_.authorisations.all(colleague_).value().size(), 1U);
  wish_.authorisation = one.id;
  EXPECT_EQ(ledger_.searches.search(wish_, stranger).error().code, ErrorCode::kNotFound);
}

TEST_F(AuthorisationsTest, its_document_is_brought_once_whole_and_of_any_type) {
  const auto one = ledger_.authorisations.add(decision(), who_).value();
  EXPECT_EQ(ledger_.authorisations.attach(one.id, "", who_).error().code, ErrorCode::kBadInput);
  const std::string large(Authorisations::kDocumentBytesMax + 1, 'x');
  EXPECT_EQ(ledger_.authorisations.attach(one.id, large, who_).error().code, ErrorCode::kTooLarge);
  const std::string bytes = std::string("\0%PDF\xFF", 6) + std::string(100'000, '\x80');
  ASSERT_TRUE(ledger_.authorisations.attach(one.id, bytes, who_));
  EXPECT_EQ(ledger_.authorisations.attach(one.id, "other", who_).error().code,
            ErrorCode::kConflict);
  EXPECT_EQ(ledger_.authorisations.document(one.id, colleague_).value(), bytes);
}

TEST_F(AuthorisationsTest, what_says_too_little_is_not_registered) {
  const auto why_not = [&](const NewAuthorisation& wanted) {
    const auto made = ledger_.authorisations.add(wanted, who_);
    return made ? ErrorCode::kCorrupt : made.error().code;
  };
  NewAuthorisation wanted = decision();
  wanted.number.clear();
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted = decision();
  wanted.plates = {"1AB*"};
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted = decision();
  wanted.areas = {"9999"};
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted = decision();
  wanted.dated = world_.clock.now() + hours(1);
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted = decision();
  wanted.expires = world_.clock.now();
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted = decision();
  std::swap(wanted.from, wanted.until);
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  EXPECT_EQ(ledger_.book->size(), 0U);
  who_.user.role = Role::kOperator;
  EXPECT_EQ(why_not(decision()), ErrorCode::kRefused);
  EXPECT_EQ(ledger_.book->size(), 1U);
}

TEST_F(AuthorisationsTest, papers_are_sealed_and_stay_where_they_are) {
  const Authorisation one = in_force(decision());
  auto sealed = world_.sql->papers().paper(PaperKind::kAuthorisation, one.id).value().value();
  for (const char* secret : {"1ABC234", "2026/117", "AN.17"}) {
    EXPECT_EQ(sealed.sealed.find(secret), std::string::npos) << secret;
  }
  ++sealed.version;
  ASSERT_TRUE(world_.sql->papers().replace_paper(sealed)) << "an older state put over a later one";
  EXPECT_EQ(ledger_.authorisations.find(one.id, who_.user).error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace bas::flow
