// Reads, pictures, hits and entries as they are opened: for a purpose, within what policy leaves,
// and never without an entry in the ledger.
#include "flow/openings.h"

#include "flow/desk.h"
#include "flow/entry_openings.h"
#include "flow/look_back.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

class OpeningsTest : public SearchFixture {
 protected:
  Result<StatedPurpose> state(const Person& who) {
    StatedPurpose wanted;
    wanted.why = {wish_.purpose, wish_.case_number, wish_.reason, {}};
    return ledger_.purposes.state(std::move(wanted), who);
  }
  Hit hit_by(std::string_view plate) {
    world_.wanted({std::string(plate), "BE"});
    const Read read = passes(plate, milliseconds(0));
    const MatchedRead matched{&read, world_.hits->matches(read), Occasion::kFirst};
    EXPECT_TRUE(world_.hits->make({&matched, 1}));
    return world_.desks.hits().back();
  }
};

TEST_F(OpeningsTest, a_read_is_opened_for_a_stated_purpose_and_stands_in_the_ledger) {
  const Read read = passes("1ABC234", milliseconds(0));
  const StatedPurpose purpose = state(who_).value();
  EXPECT_EQ(last_use().facts.what, "purpose");
  EXPECT_EQ(ledger_.openings.read(read.id, purpose.id, who_).value().plate, "1ABC234");
  const LoggedUse use = last_use();
  EXPECT_EQ(use.facts.what, "read");
  EXPECT_EQ(use.facts.results, 1U);
  EXPECT_EQ(use.details->case_number, wish_.case_number);
  EXPECT_EQ(use.details->justification, wish_.reason);
}

TEST_F(OpeningsTest, without_a_purpose_nothing_is_opened_and_the_refusal_is_written) {
  const Read read = passes("1ABC234", milliseconds(0));
  const auto opened = ledger_.openings.read(read.id, Id{}, who_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kRefused);
  EXPECT_EQ(opened.error().text.substr(0, 3), "R1:");
  EXPECT_EQ(last_use().facts.reason, "E_PURPOSE");
  // The same of what is not there: nothing says which ids are.
  EXPECT_EQ(
      ledger_.openings.read(make_id(world_.clock.now(), world_.random), Id{}, who_).error().text,
      opened.error().text);
}

TEST_F(OpeningsTest, a_purpose_is_its_own_persons_and_ends_with_the_shift) {
  const Read read = passes("1ABC234", milliseconds(0));
  const Id purpose = state(who_).value().id;
  const Person colleague = person(Role::kInvestigator, world_.zone.id);
  EXPECT_EQ(ledger_.openings.read(read.id, purpose, colleague).error().code, ErrorCode::kRefused);
  EXPECT_EQ(state(who_).value().id, purpose) << "said twice it is one";
  world_.clock.advance(Purposes::kLife);
  EXPECT_EQ(ledger_.openings.read(read.id, purpose, who_).error().code, ErrorCode::kRefused);
  EXPECT_TRUE(ledger_.purposes.all(who_.user.id).empty());
}

TEST_F(OpeningsTest, a_purpose_the_law_does_not_know_is_not_taken) {
  wish_.purpose = "curiosity";
  EXPECT_EQ(state(who_).error().text.substr(0, 3), "R1:");
  wish_.purpose = "jp_crime";
  wish_.reason = "x";
  EXPECT_EQ(state(who_).error().text.substr(0, 3), "R1:");
  EXPECT_TRUE(ledger_.purposes.all(who_.user.id).empty());
}

TEST_F(OpeningsTest, the_oldest_purpose_makes_room) {
  for (std::size_t i = 0; i <= Purposes::kOfOneMost; ++i) {
    wish_.case_number = "AN." + std::to_string(i);
    ASSERT_TRUE(state(who_));
  }
  const auto all = ledger_.purposes.all(who_.user.id);
  EXPECT_EQ(all.size(), Purposes::kOfOneMost);
  EXPECT_EQ(all.back().why.case_number, "AN.1");
}

TEST_F(OpeningsTest, another_zones_read_is_not_there_until_its_grant_and_after_it) {
  const Read read = passes("1ABC234", milliseconds(0), &other_site_);
  const Id purpose = state(who_).value().id;
  const Error refusal = ledger_.openings.read(read.id, purpose, who_).error();
  EXPECT_EQ(refusal.code, ErrorCode::kNotFound);
  EXPECT_EQ(last_use().facts.reason, "E_GRANT");
  EXPECT_EQ(
      ledger_.openings.read(make_id(world_.clock.now(), world_.random), purpose, who_).error().text,
      refusal.text)
      << "a refusal never says that data exist";
  const Person chief = person(Role::kZoneAdministrator, other_zone_.id);
  const Grant grant = ledger_.grants.make(grant_to("5364"), chief).value();
  EXPECT_TRUE(ledger_.openings.read(read.id, purpose, who_));
  ASSERT_TRUE(ledger_.grants.revoke(grant.id, chief));
  EXPECT_FALSE(ledger_.openings.read(read.id, purpose, who_));
}

TEST_F(OpeningsTest, what_a_search_found_is_opened_for_its_purpose) {
  const Read read = passes("1ABC234", milliseconds(0));
  const SearchPage page = ledger_.searches.search(wish_, who_).value();
  EXPECT_TRUE(ledger_.openings.read(read.id, page.purpose, who_));
  EXPECT_EQ(ledger_.searches.search(wish_, who_).value().purpose, page.purpose);
}

TEST_F(OpeningsTest, an_older_read_needs_an_authorisation_that_covers_it) {
  const Read old = passes("1ABC234", -hours(24 * 60));
  const Id purpose = state(who_).value().id;
  EXPECT_EQ(ledger_.openings.read(old.id, purpose, who_).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(last_use().facts.reason, "E_AUTHORISATION");
}

TEST_F(OpeningsTest, no_ledger_no_read) {
  const Read read = passes("1ABC234", milliseconds(0));
  const Id purpose = state(who_).value().id;
  ledger_.store.is_failing = true;
  EXPECT_EQ(ledger_.openings.read(read.id, purpose, who_).error().code, ErrorCode::kUnavailable);
}

TEST_F(OpeningsTest, a_desk_is_shown_hits_and_each_view_is_written) {
  const Hit hit = hit_by("1ABC234");
  const Person desk = person(Role::kOperator, other_zone_.id);
  EXPECT_EQ(ledger_.desk.hits({}, desk).value().items.size(), 1U);
  EXPECT_EQ(last_use().facts.what, "hits");
  EXPECT_EQ(last_use().details->actor, to_string(desk.user.id));
  EXPECT_EQ(ledger_.desk.hit(hit.id, desk).value().hit.id, hit.id);
  EXPECT_EQ(last_use().facts.what, "hit");
  EXPECT_EQ(ledger_.desk.incident(hit.incident, desk).value().hits.size(), 1U);
  EXPECT_EQ(ledger_.desk.incidents({}, desk).value().items.size(), 1U);
  EXPECT_EQ(last_use().facts.what, "incidents");
}

TEST_F(OpeningsTest, who_runs_the_machine_is_shown_no_hit) {
  const Hit hit = hit_by("1ABC234");
  const Person administrator = person(Role::kAdministrator, Id{});
  EXPECT_TRUE(ledger_.desk.hits({}, administrator).value().items.empty());
  EXPECT_EQ(ledger_.desk.hit(hit.id, administrator).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ledger_.desk.incident(hit.incident, administrator).error().code, ErrorCode::kNotFound);
}

TEST_F(OpeningsTest, an_entry_is_opened_for_what_its_list_is_kept_for) {
  const Person keeper = person(Role::kListManager, world_.zone.id);
  ASSERT_TRUE(ledger_.entry_openings.open(world_.list, {"entries", 3}, keeper));
  EXPECT_EQ(last_use().details->purpose, "jp_crime");
  EXPECT_EQ(last_use().details->case_number, "stolen");
  EXPECT_EQ(last_use().facts.results, 3U);
  List uninsured = world_.list;
  uninsured.category = "uninsured";
  ASSERT_TRUE(ledger_.entry_openings.open(uninsured, {"entries", 1}, keeper));
  EXPECT_EQ(last_use().details->purpose, "jp_traffic_art62");
  List missing = world_.list;
  missing.category = "missing";
  EXPECT_TRUE(ledger_.entry_openings.open(missing, {"entries", 1}, keeper));
  List province = world_.list;
  province.owner_zone = Id{};
  EXPECT_TRUE(ledger_.entry_openings.open(province, {"entries", 1}, keeper));
  const auto stranger = ledger_.entry_openings.open(world_.list, {"entries", 3},
                                                    person(Role::kListManager, other_zone_.id));
  EXPECT_EQ(stranger.error().text.substr(0, 3), "R6:");
}

TEST_F(OpeningsTest, a_look_back_is_a_search_of_who_keeps_the_list) {
  passes("1ABC234", -hours(30));
  passes("1ABC234", -hours(1));
  passes("1ABC235", -hours(1));
  const Id entry = world_.wanted({"1ABC234", "BE"});
  const Day today = brussels_day(world_.clock.now());
  const Person keeper = person(Role::kListManager, world_.zone.id);
  LookBackWish wish{entry, Day{today.number - 3}, today, {"jp_crime", "case 7", ""}};
  EXPECT_EQ(ledger_.look_back.find(wish, keeper).error().text.substr(0, 3), "R1:");
  wish.why.reason = "where was it before";
  const auto found = ledger_.look_back.find(wish, keeper).value();
  EXPECT_EQ(found.reads.size(), 2U);
  EXPECT_FALSE(found.is_cut);
  EXPECT_EQ(last_use().facts.what, "look back");
  EXPECT_TRUE(world_.desks.told().empty()) << "it rings nowhere";
  EXPECT_TRUE(
      ledger_.openings
          .read(found.reads.front().id, found.purpose, person(Role::kOperator, world_.zone.id))
          .error()
          .code == ErrorCode::kRefused)
      << "the purpose is of who asked";
  wish.first = Day{today.number - 31};
  EXPECT_EQ(ledger_.look_back.find(wish, keeper).error().code, ErrorCode::kBadInput);
}

}  // namespace
}  // namespace bas::flow
