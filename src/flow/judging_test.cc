// Who sees a hit, who may judge it, and until when.
#include "flow/judging.h"

#include "flow/hit_expiry.h"
#include "flow/search_fixture_test.h"
#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

class JudgingTest : public testing::Test {
 protected:
  JudgingTest() {
    other_zone_ = world_.directory->add_zone("5345", "Zone Zuid").value();
    author_ = person(Role::kListManager, world_.zone.id);
    desk_ = person(Role::kOperator, world_.zone.id);
    elsewhere_ = person(Role::kOperator, other_zone_.id);
  }
  Person person(Role role, const Id& zone) {
    Person one;
    one.user.id = make_id(world_.clock.now(), lists_.random);
    one.user.zone = zone;
    one.user.role = role;
    one.user.role_until = one.user.trained_until = world_.clock.now() + std::chrono::days(100);
    return one;
  }
  // A hit of an entry that the author put.
  Hit hit_of(Priority priority, const char* plate = "1ABC234", milliseconds after = {}) {
    Entry entry;
    entry.list = world_.list.id;
    entry.plate = {plate, "BE"};
    entry.priority = priority;
    entry.category = "stolen";
    entry.reason = "reported";
    entry.valid_until = world_.clock.now() + std::chrono::days(10);
    EXPECT_TRUE(lists_.actions.put(entry, author_.user.id));
    lists_.passes(plate, after);
    return lists_.last_hit();
  }
  Result<HitWithRead> judge(const Hit& hit, HitState state, const Person& who) {
    Judgement wanted{hit.id, hit.version, {}};
    wanted.verdict.state = state;
    wanted.verdict.by = who.user.id;
    if (state == HitState::kRejected) wanted.verdict.reason = VerdictReason::kMisread;
    return judging_.judge(wanted, who, {});
  }
  std::size_t seen_by(const Person& who) { return ledger_.desk.hits({}, who).value().items.size(); }
  LoggedUse last_use() { return ledger_.uses.latest(~std::uint64_t{0}, 1).value().at(0); }

  testkit::ListWorld lists_;
  testkit::FlowWorld& world_ = lists_.world;
  testkit::LedgerWorld ledger_{world_};
  Judging judging_{{lists_.verdicts, lists_.openers, ledger_.gate, world_.sql->lists(),
                    world_.sql->revisions()}};
  HitExpiry expiry_{{*world_.hit_store, lists_.verdicts, ledger_.regime, world_.clock}};
  Zone other_zone_;
  Person author_, desk_, elsewhere_;
};

TEST_F(JudgingTest, a_desk_judges_and_it_stands_in_the_ledger) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(judge(hit, HitState::kValidated, desk_));
  EXPECT_EQ(last_use().facts.what, "validate_hit");
  EXPECT_TRUE(last_use().facts.is_permitted);
  EXPECT_EQ(last_use().details->predicate, to_string(hit.id) + " validated");
}

TEST_F(JudgingTest, who_put_the_entry_does_not_validate_its_hit) {
  const Hit hit = hit_of(2);
  const auto own = judge(hit, HitState::kValidated, author_);
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().code, ErrorCode::kRefused);
  EXPECT_EQ(own.error().text.substr(0, 3), "R26");
  EXPECT_EQ(last_use().facts.reason, "E_SAME_PERSON");
  EXPECT_TRUE(judge(hit, HitState::kRejected, author_)) << "may say that it was wrong";
}

TEST_F(JudgingTest, a_later_change_by_somebody_else_leaves_its_author_one) {
  const Hit hit = hit_of(1);
  Entry entry = world_.entries->entry(hit.entry).value();
  entry.reason = "reported again";
  ASSERT_TRUE(lists_.actions.put(entry, desk_.user.id));
  EXPECT_FALSE(judge(hit, HitState::kValidated, author_));
  EXPECT_FALSE(judge(hit, HitState::kValidated, desk_)) << "who changed it is one too";
  EXPECT_TRUE(judge(hit, HitState::kValidated, elsewhere_));
}

TEST_F(JudgingTest, of_less_urgent_entries_the_author_may) {
  EXPECT_TRUE(judge(hit_of(3), HitState::kValidated, author_));
}

TEST_F(JudgingTest, silent_observation_is_seen_by_its_owner_alone) {
  const Hit silent = hit_of(4);
  EXPECT_EQ(seen_by(desk_), 1U);
  EXPECT_EQ(seen_by(elsewhere_), 0U);
  EXPECT_EQ(ledger_.desk.hit(silent.id, elsewhere_).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ledger_.desk.incident(silent.incident, elsewhere_).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ledger_.desk.incidents({}, elsewhere_).value().items.empty());
  EXPECT_EQ(judge(silent, HitState::kRejected, elsewhere_).error().code, ErrorCode::kNotFound);
  const auto told = ledger_.uses.latest(~std::uint64_t{0}, 100).value();
  const auto shared = std::ranges::find(told, "hits", [](const LoggedUse& use) {
    return use.facts.role == "program" ? use.facts.what : std::string();
  });
  ASSERT_NE(shared, told.end());
  EXPECT_EQ(shared->details->recipients, std::vector<std::string>{"5364"});
  EXPECT_TRUE(judge(silent, HitState::kValidated, desk_));
}

TEST_F(JudgingTest, what_others_see_of_a_vehicle_does_not_tell_of_its_silent_observation) {
  List theirs;
  theirs.name = "watched";
  theirs.owner_zone = other_zone_.id;
  theirs = lists_.lists.add(theirs).value();
  Entry watched;
  watched.id = make_id(world_.clock.now(), lists_.random);
  watched.list = theirs.id;
  watched.plate = {"1ABC234", "BE"};
  watched.priority = 4;
  watched.category = "observation";
  ASSERT_TRUE(world_.entries->put({&watched, 1}, {}));
  hit_of(2);
  const auto for_desk = ledger_.desk.incidents({}, desk_).value().items;
  ASSERT_EQ(for_desk.size(), 1U);
  EXPECT_EQ(for_desk[0].incident.hits, 1);
  EXPECT_EQ(for_desk[0].last.hit.priority, 2);
  EXPECT_EQ(ledger_.desk.incidents({}, elsewhere_).value().items.size(), 2U);
  lists_.passes("1ABC234", minutes(1));
  EXPECT_EQ(ledger_.desk.incidents({}, elsewhere_).value().items.size(), 2U) << "each goes on";
}

TEST_F(JudgingTest, a_candidate_that_nobody_looked_at_in_time_is_over) {
  const Hit urgent = hit_of(1);
  const Hit other = hit_of(2, "1XYZ789");
  world_.clock.advance(minutes(15) - milliseconds(1));
  EXPECT_EQ(expiry_.run().value(), 0U);
  world_.clock.advance(milliseconds(1));
  const auto late = judge(urgent, HitState::kValidated, desk_);
  ASSERT_FALSE(late) << "from its end on, before anything closed it";
  EXPECT_EQ(late.error().text.substr(0, 3), "R32");
  EXPECT_EQ(expiry_.run().value(), 1U);
  EXPECT_EQ(expiry_.run().value(), 0U);
  const auto changed = world_.desks.changed();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0].hit.id, urgent.id);
  EXPECT_EQ(changed[0].hit.state, HitState::kExpired);
  EXPECT_FALSE(changed[0].hit.verdict.at == std::nullopt);
  EXPECT_TRUE(judge(other, HitState::kValidated, desk_));
  world_.clock.advance(minutes(60));
  EXPECT_EQ(expiry_.run().value(), 0U) << "what was judged stays so";
  EXPECT_EQ(world_.hit_store->noise({}).value().at(0).expired, 1U);
}

TEST_F(JudgingTest, judged_at_the_last_moment_it_is_not_closed) {
  const Hit hit = hit_of(1);
  const SealedHit as_it_was = world_.hit_store->hit(hit.id).value().value();
  ASSERT_TRUE(judge(hit, HitState::kValidated, desk_));
  EXPECT_FALSE(lists_.verdicts.expire(as_it_was).value());
  EXPECT_EQ(world_.hit_store->hit(hit.id).value()->state, HitState::kValidated);
}

}  // namespace
}  // namespace bas::flow
