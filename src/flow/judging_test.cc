// Who sees a hit, who may judge it, and until when.
#include "flow/judging.h"

#include "flow/hit_clock.h"
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
    one.user.display_name = "An";
    one.user.zone = zone;
    one.user.role = role;
    one.user.role_until = one.user.trained_until = world_.clock.now() + std::chrono::days(100);
    return one;
  }
  // A hit of an entry that the author put.
  Hit hit_of(Priority priority, const char* plate = "1ABC234", milliseconds after = {},
             const char* category = "stolen") {
    Entry entry;
    entry.list = world_.list.id;
    entry.plate = {plate, "BE"};
    entry.priority = priority;
    entry.category = category;
    entry.reason = "reported";
    entry.valid_until = world_.clock.now() + std::chrono::days(10);
    EXPECT_TRUE(lists_.actions.put(entry, author_.user.id));
    lists_.passes(plate, after);
    return lists_.last_hit();
  }
  Result<HitWithRead> take(const Hit& hit, HitStep step, const Person& who) {
    const int version = world_.hit_store->hit(hit.id).value()->life.version;
    return judging_.take({hit.id, version, std::move(step)}, who, {});
  }
  Result<HitWithRead> take(const Hit& hit, StepKind kind, const Person& who) {
    HitStep step;
    step.kind = kind;
    if (kind == StepKind::kReject) step.reason = VerdictReason::kMisread;
    if (kind == StepKind::kClose) step.outcome = HitOutcome::kConfirmed;
    return take(hit, step, who);
  }
  HitLife life_of(const Hit& hit) { return world_.hit_store->hit(hit.id).value()->life; }
  std::size_t seen_by(const Person& who) { return ledger_.desk.hits({}, who).value().items.size(); }
  LoggedUse last_use() { return ledger_.uses.latest(~std::uint64_t{0}, 1).value().at(0); }

  testkit::ListWorld lists_;
  testkit::FlowWorld& world_ = lists_.world;
  testkit::LedgerWorld ledger_{world_};
  Judging judging_{{lists_.verdicts, lists_.openers, ledger_.gate, world_.sql->lists(),
                    world_.sql->revisions()}};
  HitClock hit_clock_{{*world_.hit_store, lists_.verdicts, ledger_.regime, world_.clock}};
  Zone other_zone_;
  Person author_, desk_, elsewhere_;
};

TEST_F(JudgingTest, a_desk_judges_and_it_stands_in_the_ledger) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  EXPECT_EQ(last_use().facts.what, "validate_hit");
  EXPECT_TRUE(last_use().facts.is_permitted);
  EXPECT_EQ(last_use().details->predicate, to_string(hit.id) + " validate");
}

TEST_F(JudgingTest, who_put_the_entry_does_not_validate_its_hit) {
  const Hit hit = hit_of(2);
  const auto own = take(hit, StepKind::kValidate, author_);
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().code, ErrorCode::kRefused);
  EXPECT_EQ(own.error().text.substr(0, 3), "R26");
  EXPECT_EQ(last_use().facts.reason, "E_SAME_PERSON");
  EXPECT_TRUE(take(hit, StepKind::kReject, author_)) << "may say that it was wrong";
}

TEST_F(JudgingTest, a_later_change_by_somebody_else_leaves_its_author_one) {
  const Hit hit = hit_of(1);
  Entry entry = world_.entries->entry(hit.entry).value();
  entry.reason = "reported again";
  ASSERT_TRUE(lists_.actions.put(entry, desk_.user.id));
  EXPECT_FALSE(take(hit, StepKind::kValidate, author_));
  EXPECT_FALSE(take(hit, StepKind::kValidate, desk_)) << "who changed it is one too";
  EXPECT_TRUE(take(hit, StepKind::kValidate, elsewhere_));
}

TEST_F(JudgingTest, of_less_urgent_entries_the_author_may) {
  EXPECT_TRUE(take(hit_of(3), StepKind::kValidate, author_));
}

TEST_F(JudgingTest, silent_observation_is_seen_by_its_owner_alone) {
  const Hit silent = hit_of(4);
  EXPECT_EQ(seen_by(desk_), 1U);
  EXPECT_EQ(seen_by(elsewhere_), 0U);
  EXPECT_EQ(ledger_.desk.hit(silent.id, elsewhere_).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ledger_.desk.incident(silent.incident, elsewhere_).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ledger_.desk.incidents({}, elsewhere_).value().items.empty());
  EXPECT_EQ(take(silent, StepKind::kReject, elsewhere_).error().code, ErrorCode::kNotFound);
  const auto told = ledger_.uses.latest(~std::uint64_t{0}, 100).value();
  const auto shared = std::ranges::find(told, "hits", [](const LoggedUse& use) {
    return use.facts.role == "program" ? use.facts.what : std::string();
  });
  ASSERT_NE(shared, told.end());
  EXPECT_EQ(shared->details->recipients, std::vector<std::string>{"5364"});
  EXPECT_TRUE(take(silent, StepKind::kValidate, desk_));
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
  EXPECT_EQ(hit_clock_.run().value(), 2U) << "both have called, and none is over";
  world_.clock.advance(milliseconds(1));
  const auto late = take(urgent, StepKind::kValidate, desk_);
  ASSERT_FALSE(late) << "from its end on, before anything closed it";
  EXPECT_EQ(late.error().text.substr(0, 3), "R32");
  EXPECT_EQ(hit_clock_.run().value(), 1U);
  EXPECT_EQ(hit_clock_.run().value(), 0U);
  const auto changed = world_.desks.changed();
  ASSERT_EQ(changed.size(), 3U);
  EXPECT_EQ(changed[2].hit.id, urgent.id);
  EXPECT_EQ(changed[2].hit.life.state, HitState::kExpired);
  EXPECT_FALSE(changed[2].hit.life.verdict.at == std::nullopt);
  EXPECT_TRUE(take(other, StepKind::kValidate, desk_));
  world_.clock.advance(minutes(60));
  EXPECT_EQ(hit_clock_.run().value(), 0U) << "what was judged stays so";
  EXPECT_EQ(world_.hit_store->noise({}).value().at(0).expired, 1U);
}

TEST_F(JudgingTest, judged_at_the_last_moment_it_is_not_closed) {
  const Hit hit = hit_of(1);
  const SealedHit as_it_was = world_.hit_store->hit(hit.id).value().value();
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  HitStep expiry;
  expiry.kind = StepKind::kExpire;
  EXPECT_FALSE(lists_.verdicts.take_by_server(as_it_was, expiry).value());
  EXPECT_EQ(life_of(hit).state, HitState::kValidated);
}

TEST_F(JudgingTest, a_hit_goes_from_claim_to_outcome_and_every_step_stands_on_record) {
  const Hit hit = hit_of(2);
  for (const StepKind kind : {StepKind::kClaim, StepKind::kValidate, StepKind::kDispatch,
                              StepKind::kStop, StepKind::kClose}) {
    const auto taken = take(hit, kind, desk_);
    ASSERT_TRUE(taken) << name_of(kind) << ": " << taken.error().text;
  }
  EXPECT_EQ(life_of(hit).outcome, HitOutcome::kConfirmed);
  EXPECT_FALSE(is_open(life_of(hit)));
  EXPECT_EQ(judging_.steps(hit.id, desk_).value().size(), 5U);
  EXPECT_EQ(last_use().facts.what, "close_hit");
  const auto changed = world_.desks.changed();
  ASSERT_EQ(changed.size(), 5U) << "desks were told of each";
  EXPECT_EQ(changed[0].hit.life.claim.by.zone, desk_.user.zone);
  EXPECT_EQ(changed[4].incident.standing.outcome, HitOutcome::kConfirmed);
}

TEST_F(JudgingTest, nobody_is_sent_out_for_what_nobody_compared) {
  const Hit hit = hit_of(2);
  const auto early = take(hit, StepKind::kDispatch, desk_);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().text.substr(0, 3), "R25");
  EXPECT_FALSE(take(hit, StepKind::kClose, desk_));
}

TEST_F(JudgingTest, nobody_is_sent_out_for_what_its_source_does_not_confirm) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  ASSERT_TRUE(lists_.lists.suspend(world_.list.id, "its feed is too old"));
  const auto refused = take(hit, StepKind::kDispatch, desk_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().text.substr(0, 3), "R28");
  ASSERT_TRUE(lists_.lists.suspend(world_.list.id, ""));
  EXPECT_TRUE(take(hit, StepKind::kDispatch, desk_));
}

TEST_F(JudgingTest, a_register_says_its_word_when_a_hit_is_validated_and_again_before_a_stop) {
  const Hit hit = hit_of(3, "1ABC234", {}, "uninsured");
  lists_.registers.finding = {RegisterCheck::kUnconfirmed, "The register is down."};
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  EXPECT_EQ(life_of(hit).verdict.check, RegisterCheck::kUnconfirmed);
  EXPECT_EQ(life_of(hit).verdict.check_note, "The register is down.");
  EXPECT_EQ(take(hit, StepKind::kStop, desk_).error().text.substr(0, 3), "R28");
  lists_.registers.finding = {RegisterCheck::kConfirmed, "Uninsured, asked just now."};
  ASSERT_TRUE(take(hit, StepKind::kStop, desk_));
  EXPECT_EQ(life_of(hit).verdict.check, RegisterCheck::kConfirmed);
}

TEST_F(JudgingTest, who_was_first_is_named_to_who_comes_second) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(take(hit, StepKind::kClaim, desk_));
  const auto second = take(hit, StepKind::kValidate, elsewhere_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kConflict);
  EXPECT_EQ(second.error().text, "An has claimed this hit: take it over first");
  ASSERT_TRUE(take(hit, StepKind::kTakeOver, elsewhere_));
  EXPECT_TRUE(take(hit, StepKind::kValidate, elsewhere_));
}

TEST_F(JudgingTest, a_verdict_is_taken_back_within_ten_seconds_and_with_all_it_taught) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(take(hit, StepKind::kReject, desk_));
  EXPECT_FALSE(world_.guard.warning(hit.entry, 2).text.empty());
  EXPECT_FALSE(take(hit, StepKind::kUndo, elsewhere_)) << "only by who gave it";
  world_.clock.advance(kUndoWindow);
  ASSERT_TRUE(take(hit, StepKind::kUndo, desk_));
  EXPECT_EQ(life_of(hit).state, HitState::kClaimed);
  EXPECT_TRUE(world_.guard.warning(hit.entry, 2).text.empty());
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  world_.clock.advance(kUndoWindow + milliseconds(1));
  EXPECT_EQ(take(hit, StepKind::kUndo, desk_).error().code, ErrorCode::kConflict);
}

TEST_F(JudgingTest, who_was_stopped_for_nothing_is_not_stopped_again_unwarned) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  EXPECT_TRUE(world_.guard.warning(hit.entry, 2).text.empty());
  HitStep cleared;
  cleared.kind = StepKind::kClose;
  cleared.outcome = HitOutcome::kCleared;
  ASSERT_TRUE(take(hit, cleared, desk_));
  EXPECT_FALSE(world_.guard.warning(hit.entry, 2).text.empty());
}

TEST_F(JudgingTest, what_nobody_claims_calls_once_and_a_claim_keeps_it_quiet) {
  const Hit alone = hit_of(1);
  const Hit taken = hit_of(1, "1XYZ789");
  ASSERT_TRUE(take(taken, StepKind::kClaim, desk_));
  world_.clock.advance(minutes(1));
  EXPECT_EQ(hit_clock_.run().value(), 1U);
  EXPECT_TRUE(life_of(alone).escalated_at);
  EXPECT_FALSE(life_of(taken).escalated_at);
  EXPECT_EQ(hit_clock_.run().value(), 0U);
}

TEST_F(JudgingTest, a_validated_hit_that_nobody_finishes_is_closed_as_such) {
  const Hit hit = hit_of(2);
  ASSERT_TRUE(take(hit, StepKind::kValidate, desk_));
  world_.clock.advance(std::chrono::hours(24) - milliseconds(1));
  EXPECT_EQ(hit_clock_.run().value(), 0U);
  world_.clock.advance(milliseconds(1));
  EXPECT_EQ(hit_clock_.run().value(), 1U);
  EXPECT_EQ(life_of(hit).outcome, HitOutcome::kNotRecorded);
}

}  // namespace
}  // namespace bas::flow
