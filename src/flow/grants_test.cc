#include "flow/grants.h"

#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

class GrantsTest : public SearchFixture {
 protected:
  Grant make() { return ledger_.grants.make(grant_to("5364"), chief_).value(); }
  ErrorCode why_not(const NewGrant& wanted) {
    const auto made = ledger_.grants.make(wanted, chief_);
    return made ? ErrorCode::kCorrupt : made.error().code;
  }
  std::size_t found() { return ledger_.searches.search(wish_, who_).value().reads.size(); }

  Person chief_ = person(Role::kZoneAdministrator, other_zone_.id);
};

TEST_F(GrantsTest, opens_another_zones_reads_until_it_is_revoked) {
  passes("1ABC234", milliseconds(0), &other_site_);
  EXPECT_EQ(found(), 0U);
  const Grant grant = make();
  EXPECT_EQ(found(), 1U);
  wish_.purpose = "jp_traffic_art62";
  EXPECT_EQ(found(), 0U) << "for this purpose alone";
  wish_.purpose = "jp_crime";
  const Grant revoked = ledger_.grants.revoke(grant.id, chief_).value();
  EXPECT_EQ(state_of(revoked, world_.clock.now()), GrantState::kRevoked);
  EXPECT_EQ(found(), 0U) << "the next question";
  EXPECT_TRUE(ledger_.grants.revoke(grant.id, chief_)) << "again: it stays so";
}

TEST_F(GrantsTest, holds_for_its_period_and_direction_only) {
  passes("1ABC234", milliseconds(0), &other_site_);
  NewGrant later = grant_to("5364");
  later.from = world_.clock.now() + hours(2);
  later.until = later.from + hours(1);
  const Grant grant = ledger_.grants.make(later, chief_).value();
  EXPECT_EQ(state_of(grant, world_.clock.now()), GrantState::kComing);
  EXPECT_EQ(found(), 0U);
  world_.clock.advance(hours(2));
  wish_.until = world_.clock.now();
  EXPECT_EQ(found(), 1U);
  EXPECT_FALSE(ledger_.searches.search(wish_, person(Role::kInvestigator, other_zone_.id))
                   .value()
                   .zones.at(1)
                   .decision.permit)
      << "not the other way";
  world_.clock.advance(hours(1));
  EXPECT_EQ(found(), 0U);
}

TEST_F(GrantsTest, stands_in_the_ledger_with_what_it_opens) {
  const Grant grant = make();
  const LoggedUse use = last_use();
  EXPECT_EQ(use.facts.what, "grant");
  EXPECT_EQ(use.facts.verb, policy::Verb::kAlter);
  EXPECT_EQ(use.facts.zone, "5345");
  ASSERT_TRUE(use.details);
  EXPECT_EQ(use.details->recipients, std::vector<std::string>{"5364"});
  EXPECT_NE(use.details->predicate.find(to_string(grant.id)), std::string::npos);
  ASSERT_TRUE(ledger_.grants.revoke(grant.id, chief_));
  EXPECT_EQ(last_use().facts.what, "grant revoked");
}

TEST_F(GrantsTest, nothing_is_made_or_ended_without_a_ledger) {
  const Grant grant = make();
  ledger_.store.is_failing = true;
  EXPECT_EQ(why_not(grant_to("5364")), ErrorCode::kUnavailable);
  EXPECT_FALSE(ledger_.grants.revoke(grant.id, chief_));
  ledger_.store.is_failing = false;
  const auto all = ledger_.grants.all().value();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(all[0].revoked_at);
}

TEST_F(GrantsTest, is_made_by_whose_data_they_are_and_ended_by_them) {
  const Person stranger = person(Role::kZoneAdministrator, world_.zone.id);
  const Grant grant = make();
  EXPECT_EQ(ledger_.grants.revoke(grant.id, stranger).error().code, ErrorCode::kRefused);
  EXPECT_EQ(ledger_.grants.make(grant_to("5345"), person(Role::kInvestigator, world_.zone.id))
                .error()
                .code,
            ErrorCode::kRefused)
      << "an investigator grants nothing";
  EXPECT_EQ(
      ledger_.grants.make(grant_to("5345"), person(Role::kZoneAdministrator, Id{})).error().code,
      ErrorCode::kRefused)
      << "the province has no data of its own";
  Person untrained = chief_;
  untrained.user.trained_until.reset();
  EXPECT_EQ(ledger_.grants.make(grant_to("5364"), untrained).error().code, ErrorCode::kRefused);
}

TEST_F(GrantsTest, one_that_makes_no_sense_is_not_made) {
  NewGrant wanted = grant_to("5364");
  wanted.to_zone = "9999";
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted.to_zone = "5345";
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput) << "to itself";
  wanted = grant_to("5364");
  wanted.purposes = {"jp_crime", "curiosity"};
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted.purposes.clear();
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  wanted = grant_to("5364");
  wanted.until = wanted.from + hours(24 * 367);
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput) << "longer than a year";
  wanted.until = world_.clock.now();
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput) << "over already";
  wanted = grant_to("5364");
  wanted.reason.clear();
  EXPECT_EQ(why_not(wanted), ErrorCode::kBadInput);
  EXPECT_EQ(ledger_.book->size(), 0U);
  wanted = grant_to("5364");
  wanted.impact_assessment.clear();
  EXPECT_EQ(why_not(wanted), ErrorCode::kRefused) << "R61";
  EXPECT_EQ(ledger_.book->size(), 1U) << "that refusal is policy's";
  EXPECT_TRUE(ledger_.grants.all().value().empty());
}

TEST_F(GrantsTest, the_preview_names_exactly_who_would_see_what) {
  User of_zone = who_.user;
  of_zone.name = "an";
  ASSERT_TRUE(world_.sql->accounts().add_user(of_zone));
  User untrained = person(Role::kInvestigator, world_.zone.id).user;
  untrained.name = "untrained";
  untrained.trained_until.reset();
  ASSERT_TRUE(world_.sql->accounts().add_user(untrained));
  ASSERT_TRUE(world_.directory->add_zone("5371", "Zone Oost"));

  const GrantPreview preview = ledger_.grants.preview(grant_to("5364"), chief_).value();
  EXPECT_EQ(preview.sites, 1U);
  EXPECT_EQ(preview.cameras, 0U);
  EXPECT_EQ(preview.without_authorisation, "1 month");
  ASSERT_EQ(preview.changes.size(), 2U) << "no other zone, role or purpose";
  EXPECT_EQ(preview.changes[0], (Opening{"5364", Role::kInvestigator, "jp_crime", 1, false, true}));
  EXPECT_EQ(preview.changes[1].role, Role::kIntelligence);
  EXPECT_EQ(preview.changes[1].people, 0U);
  EXPECT_EQ(ledger_.book->size(), 0U);
  EXPECT_TRUE(ledger_.grants.all().value().empty());

  make();
  EXPECT_TRUE(ledger_.grants.preview(grant_to("5364"), chief_).value().changes.empty())
      << "it is open already";
}

}  // namespace
}  // namespace bas::flow
