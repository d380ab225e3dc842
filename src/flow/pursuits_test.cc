// Zones that pursue one vehicle together.
#include "flow/pursuits.h"

#include "flow/pursuit_sightings.h"
#include "flow/search_fixture_test.h"
#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// A store that may refuse to write.
struct RefusingPursuits final : PursuitStore {
  explicit RefusingPursuits(PursuitStore& all) : store(all) {}
  Result<> put(const SealedPursuit& now, const SealedPursuitLine& line) override {
    if (is_refusing) return fail(ErrorCode::kUnavailable, "the database refuses");
    return store.put(now, line);
  }
  Result<std::optional<SealedPursuit>> pursuit(const Id& id) override { return store.pursuit(id); }
  Result<std::vector<SealedPursuit>> pursuits(const PursuitPage& page) override {
    return store.pursuits(page);
  }
  Result<std::vector<SealedPursuitLine>> lines(const Id& pursuit, int behind) override {
    return store.lines(pursuit, behind);
  }
  Result<> drop_day(Day day) override { return store.drop_day(day); }

  PursuitStore& store;
  bool is_refusing = false;
};

class PursuitsTest : public testing::Test {
 protected:
  PursuitsTest() {
    other_zone_ = world_.directory->add_zone("5345", "Zone Zuid").value();
    an_ = person("An", world_.zone.id);
    bo_ = person("Bo", other_zone_.id);
  }
  Person person(const char* name, const Id& zone) {
    Person one;
    one.user.id = make_id(world_.clock.now(), lists_.random);
    one.user.display_name = name;
    one.user.zone = zone;
    one.user.role_until = one.user.trained_until = world_.clock.now() + std::chrono::days(100);
    return one;
  }
  Hit hit_of(const char* plate = "1ABC234") {
    Entry entry;
    entry.list = world_.list.id;
    entry.plate = {plate, "BE"};
    entry.priority = 2;
    entry.category = "stolen";
    entry.reason = "reported";
    entry.valid_until = world_.clock.now() + std::chrono::days(10);
    EXPECT_TRUE(lists_.actions.put(entry, make_id(world_.clock.now(), lists_.random)));
    lists_.passes(plate);
    return lists_.last_hit();
  }
  Hit validated(const char* plate = "1ABC234") {
    const Hit hit = hit_of(plate);
    StepWish wish{hit.id, 0, {}};
    wish.step.kind = StepKind::kValidate;
    return judging_.take(wish, an_, {}).value().hit;
  }
  PursuitWithLog begun() { return pursuits_.begin({validated().id}, an_, {}).value(); }
  Result<PursuitWithLog> write(const Id& pursuit, PursuitEvent event, const Person& who,
                               const Id& zone = {}) {
    PursuitEntry entry;
    entry.event = event;
    entry.zone = zone;
    if (event == PursuitEvent::kNote) entry.note = "at the bridge";
    if (event == PursuitEvent::kEnd) entry.outcome = HitOutcome::kConfirmed;
    return pursuits_.write({pursuit, 0, entry}, who);
  }
  std::vector<PursuitEntry> log_for(const Id& pursuit, const Person& who) {
    return pursuits_.one({pursuit}, who).value().log;
  }

  testkit::ListWorld lists_;
  testkit::FlowWorld& world_ = lists_.world;
  testkit::LedgerWorld ledger_{world_};
  Judging judging_{{lists_.verdicts, lists_.openers, ledger_.gate, world_.sql->lists(),
                    world_.sql->revisions()}};
  // The vehicle passes, and the hit is told on as a desk is told.
  void passes(PursuitSightings& sightings, minutes after = minutes(2)) {
    lists_.passes("1ABC234", after);
    const auto seen = world_.desks.told().back();
    sightings.sighted({seen.hit, seen.incident, seen.read});
  }

  std::vector<PursuitEvent> told_;
  RefusingPursuits store_{world_.sql->pursuits()};
  PursuitRecords records_{{store_, *world_.vault,
                           [this](const PursuitNews& news) { told_.push_back(news.entry.event); },
                           world_.clock}};
  PursuitSightings sightings_{records_, lists_.openers};
  Pursuits pursuits_{{records_, judging_, ledger_.gate, world_.clock, world_.random}};
  Zone other_zone_;
  Person an_, bo_;
};

TEST_F(PursuitsTest, begins_with_a_validated_hit_and_a_unit_on_its_way) {
  const auto begun = pursuits_.begin({validated().id}, an_, {});
  ASSERT_TRUE(begun) << begun.error().text;
  EXPECT_EQ(begun->pursuit.lead, world_.zone.id);
  EXPECT_EQ(begun->pursuit.target.text, "1ABC234");
  EXPECT_EQ(world_.hit_store->hit(begun->pursuit.hit).value()->life.follow_up,
            FollowUp::kDispatched);
  EXPECT_EQ(told_, std::vector<PursuitEvent>{PursuitEvent::kOpen});
  EXPECT_EQ(pursuits_.begin({begun->pursuit.hit}, bo_, {}).error().code, ErrorCode::kConflict);
}

TEST_F(PursuitsTest, nobody_is_pursued_unverified) {
  const auto early = pursuits_.begin({hit_of().id}, an_, {});
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().text.substr(0, 3), "R25");
}

TEST_F(PursuitsTest, who_joins_late_reads_all_that_was_written) {
  const Id id = begun().pursuit.id;
  ASSERT_TRUE(write(id, PursuitEvent::kNote, an_));
  EXPECT_TRUE(log_for(id, bo_).empty()) << "not before it takes part";
  ASSERT_TRUE(write(id, PursuitEvent::kJoin, bo_));
  EXPECT_EQ(log_for(id, bo_).size(), 3U);
  EXPECT_EQ(pursuits_.one({id, 2}, bo_).value().log.size(), 1U) << "or only what is new";
  EXPECT_EQ(log_for(id, bo_)[1].note, "at the bridge");
}

TEST_F(PursuitsTest, a_further_hit_is_a_sighting_once) {
  const Id id = begun().pursuit.id;
  passes(sightings_);
  const auto seen = world_.desks.told().back();
  sightings_.sighted({seen.hit, seen.incident, seen.read});
  ASSERT_TRUE(sightings_.catch_up());
  const auto now = pursuits_.one({id}, an_).value();
  EXPECT_EQ(now.pursuit.sightings, 1);
  EXPECT_EQ(now.pursuit.last_hit, seen.hit.id);
  EXPECT_EQ(now.log.back().camera, seen.hit.camera);
  hit_of("1XYZ789");
  const auto other = world_.desks.told().back();
  sightings_.sighted({other.hit, other.incident, other.read});
  ASSERT_TRUE(sightings_.catch_up());
  EXPECT_EQ(pursuits_.one({id}, an_).value().pursuit.sightings, 1);
}

TEST_F(PursuitsTest, what_was_seen_before_a_crash_is_written_after_it) {
  const Id id = begun().pursuit.id;
  lists_.passes("1ABC234", minutes(2));
  PursuitSightings again(records_, lists_.openers);
  ASSERT_TRUE(again.load());
  EXPECT_EQ(pursuits_.one({id}, an_).value().pursuit.sightings, 1);
  ASSERT_TRUE(again.load());
  EXPECT_EQ(pursuits_.one({id}, an_).value().pursuit.sightings, 1) << "not a second time";
}

TEST_F(PursuitsTest, a_sighting_that_cannot_be_written_now_waits) {
  const Id id = begun().pursuit.id;
  passes(sightings_);
  store_.is_refusing = true;
  EXPECT_FALSE(sightings_.catch_up());
  store_.is_refusing = false;
  EXPECT_TRUE(sightings_.catch_up());
  EXPECT_EQ(pursuits_.one({id}, an_).value().pursuit.sightings, 1);
}

TEST_F(PursuitsTest, ends_with_its_outcome_and_closes_the_hit) {
  const auto begun_one = begun();
  ASSERT_TRUE(write(begun_one.pursuit.id, PursuitEvent::kEnd, an_));
  EXPECT_EQ(world_.hit_store->hit(begun_one.pursuit.hit).value()->life.outcome,
            HitOutcome::kConfirmed);
  EXPECT_EQ(write(begun_one.pursuit.id, PursuitEvent::kNote, an_).error().code,
            ErrorCode::kConflict);
  EXPECT_TRUE(pursuits_.all({{}, 9, true}, an_).value().empty());
}

TEST_F(PursuitsTest, runs_out_by_itself_and_is_found_after_a_restart) {
  const Id id = begun().pursuit.id;
  PursuitRecords read_back{
      {world_.sql->pursuits(), *world_.vault, [](const PursuitNews&) {}, world_.clock}};
  PursuitSightings sightings(read_back, lists_.openers);
  ASSERT_TRUE(sightings.load());
  Pursuits again({read_back, judging_, ledger_.gate, world_.clock, world_.random});
  passes(sightings);
  ASSERT_TRUE(sightings.catch_up());
  const auto now = again.one({id}, an_).value().pursuit;
  EXPECT_EQ(now.sightings, 1);
  world_.clock.advance(now.expires_at - world_.clock.now() - std::chrono::milliseconds(1));
  EXPECT_EQ(again.run().value(), 0U);
  world_.clock.advance(std::chrono::milliseconds(1));
  EXPECT_EQ(again.run().value(), 1U);
  EXPECT_EQ(again.one({id}, an_).value().pursuit.outcome, HitOutcome::kNotRecorded);
}

TEST_F(PursuitsTest, of_two_who_write_at_once_both_stand) {
  const Id id = begun().pursuit.id;
  ASSERT_TRUE(write(id, PursuitEvent::kJoin, bo_));
  PursuitEntry note;
  note.event = PursuitEvent::kNote;
  note.note = "left at the church";
  EXPECT_TRUE(pursuits_.write({id, 2, note, "a"}, an_));
  EXPECT_EQ(pursuits_.write({id, 2, note, "b"}, bo_).error().code, ErrorCode::kConflict);
  EXPECT_TRUE(pursuits_.write({id, 0, note, "b"}, bo_));
  EXPECT_EQ(log_for(id, an_).size(), 4U);
  EXPECT_TRUE(pursuits_.write({id, 0, note, "b"}, bo_)) << "sent twice";
  EXPECT_EQ(log_for(id, an_).size(), 4U);
  EXPECT_EQ(pursuits_.write({id, 0, note, "b"}, an_).error().code, ErrorCode::kBadInput);
}

TEST_F(PursuitsTest, what_was_sent_twice_is_begun_and_ended_once) {
  const Pursuits::Begin wish{validated().id, 0, "begin"};
  const Id id = pursuits_.begin(wish, an_, {}).value().pursuit.id;
  EXPECT_EQ(pursuits_.begin(wish, an_, {}).value().pursuit.id, id);
  PursuitEntry end;
  end.event = PursuitEvent::kEnd;
  end.outcome = HitOutcome::kConfirmed;
  ASSERT_TRUE(pursuits_.write({id, 0, end, "end"}, an_));
  EXPECT_TRUE(pursuits_.write({id, 0, end, "end"}, an_));
  EXPECT_EQ(told_.size(), 2U);
}

TEST_F(PursuitsTest, what_can_never_be_written_holds_up_nothing) {
  const Id id = begun().pursuit.id;
  passes(sightings_);
  PursuitEntry note;
  note.event = PursuitEvent::kNote;
  note.note = "at the bridge";
  ASSERT_TRUE(pursuits_.write({id, 0, note, to_string(world_.desks.told().back().hit.id)}, an_));
  passes(sightings_, minutes(4));
  ASSERT_TRUE(sightings_.catch_up());
  EXPECT_EQ(pursuits_.one({id}, an_).value().pursuit.sightings, 1) << "the second";
}

TEST_F(PursuitsTest, one_whose_day_is_erased_stands_in_nobodys_way) {
  const Pursuit old = begun().pursuit;
  ASSERT_TRUE(store_.drop_day(old.day));
  const auto again = pursuits_.begin({old.hit}, an_, {});
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_NE(again->pursuit.id, old.id);
}

TEST_F(PursuitsTest, an_end_that_is_not_allowed_leaves_the_hit_open) {
  const auto begun_one = begun();
  ASSERT_TRUE(write(begun_one.pursuit.id, PursuitEvent::kJoin, bo_));
  EXPECT_FALSE(write(begun_one.pursuit.id, PursuitEvent::kEnd, bo_));
  EXPECT_EQ(world_.hit_store->hit(begun_one.pursuit.hit).value()->life.outcome, HitOutcome::kNone);
}

}  // namespace
}  // namespace bas::flow
