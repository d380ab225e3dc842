// What every request meets first, and what goes on while the ledger cannot be written.
#include "flow/gate.h"

#include "base/file.h"
#include "flow/hit_sharing.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using policy::Act;

class GateTest : public SearchFixture {
 protected:
  Hit hit() {
    Hit hit;
    hit.id = make_id(world_.clock.now(), world_.random);
    hit.priority = 1;
    hit.created_at = world_.clock.now();
    return hit;
  }
  std::vector<LoggedUse> all_uses() { return ledger_.uses.latest(~std::uint64_t{0}, 100).value(); }
};

TEST_F(GateTest, who_may_enters_and_what_changes_something_is_written_first) {
  const Person technician = person(Role::kTechnician, world_.zone.id);
  ASSERT_TRUE(ledger_.gate.enter(Act::kSeeProvince, "GET /api/v1/cameras", technician));
  EXPECT_EQ(ledger_.book->size(), 0U) << "cameras are nobody's data";
  ASSERT_TRUE(ledger_.gate.enter(Act::kChangeSettings, "POST /api/v1/cameras", technician));
  const LoggedUse use = last_use();
  EXPECT_EQ(use.facts.what, "change_settings");
  EXPECT_EQ(use.facts.verb, policy::Verb::kAlter);
  EXPECT_EQ(use.facts.role, "technician");
  EXPECT_EQ(use.details->predicate, R"({"request":"POST /api/v1/cameras"})");
}

TEST_F(GateTest, a_refused_attempt_is_written_too_and_says_what_is_missing) {
  Person late = person(Role::kTechnician, world_.zone.id);
  late.user.trained_until = world_.clock.now();
  const auto entered = ledger_.gate.enter(Act::kChangeSettings, "POST /api/v1/cameras", late);
  ASSERT_FALSE(entered);
  EXPECT_EQ(entered.error().code, ErrorCode::kRefused);
  EXPECT_EQ(entered.error().text.substr(0, 3), "R58");
  EXPECT_FALSE(last_use().facts.is_permitted);
  EXPECT_EQ(last_use().facts.reason, "E_TRAINING");
  EXPECT_TRUE(ledger_.gate.enter(Act::kUseAccount, "DELETE /api/v1/session", late))
      << "whoever may do nothing may still sign out";
}

TEST_F(GateTest, nothing_is_changed_without_an_impact_assessment) {
  Gate without({*world_.directory, ledger_.uses, *ledger_.spool, ledger_.regime, world_.clock});
  const auto entered = without.enter(Act::kChangeSettings, "POST /api/v1/cameras",
                                     person(Role::kTechnician, world_.zone.id));
  ASSERT_FALSE(entered);
  EXPECT_EQ(entered.error().text.substr(0, 3), "R61");
}

TEST_F(GateTest, without_a_ledger_nothing_is_changed_and_hits_are_shared) {
  ledger_.store.is_failing = true;
  EXPECT_EQ(ledger_.gate
                .enter(Act::kChangeSettings, "POST /api/v1/cameras",
                       person(Role::kTechnician, world_.zone.id))
                .error()
                .code,
            ErrorCode::kUnavailable);
  ASSERT_TRUE(ledger_.sharing.share(std::vector{hit(), hit()}));
  const Person desk = person(Role::kOperator, other_zone_.id);
  Use use;
  use.facts.what = "hit";
  ASSERT_TRUE(ledger_.gate.deliver(hit_request(Act::kShareHit, hit(), ledger_.gate), use, desk));
  EXPECT_EQ(ledger_.spool->waiting(), 2U);
  EXPECT_EQ(ledger_.book->size(), 0U);

  const UtcTime then = world_.clock.now();
  world_.clock.advance(std::chrono::hours{30});
  ledger_.store.is_failing = false;
  ASSERT_TRUE(ledger_.sharing.share(std::vector{hit()}));
  EXPECT_EQ(ledger_.spool->waiting(), 0U);
  const auto uses = all_uses();
  ASSERT_EQ(uses.size(), 3U);
  EXPECT_EQ(uses[1].facts.at, world_.clock.now()) << "entries stay in the order of their time";
  EXPECT_NE(uses[1].details->justification.find(format_rfc3339(then)), std::string::npos);
  EXPECT_EQ(uses[1].facts.results, 2U);
  EXPECT_EQ(uses[1].facts.verb, policy::Verb::kDisclose);
  EXPECT_EQ(uses[1].details->recipients, (std::vector<std::string>{"5345", "5364"}));
  EXPECT_EQ(uses[0].details->actor, to_string(desk.user.id));
}

TEST_F(GateTest, what_waits_outlives_a_restart_and_is_sealed) {
  ledger_.store.is_failing = true;
  const Person desk = person(Role::kOperator, world_.zone.id);
  ASSERT_TRUE(ledger_.gate.deliver(hit_request(Act::kShareHit, hit(), ledger_.gate), {}, desk));
  const auto file = world_.folder.path / "ledger-spool";
  const std::string kept = read_file(file, 1 << 20).value();
  EXPECT_EQ(kept.find(to_string(desk.user.id)), std::string::npos);
  EXPECT_EQ(kept.find("share"), std::string::npos);
  // A crash while the next line was written leaves half of it.
  ASSERT_TRUE(write_file(file, kept + kept.substr(0, kept.size() / 2), FileMode::kSecret));
  ledger_.store.is_failing = false;
  const auto again = UseSpool::open({ledger_.uses, *ledger_.vault, world_.clock, file}).value();
  EXPECT_EQ(again->waiting(), 1U);
  ASSERT_TRUE(again->drain());
  EXPECT_EQ(again->waiting(), 0U);
  EXPECT_EQ(ledger_.book->size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(GateTest, without_ledger_and_spool_nobody_is_told) {
  ledger_.store.is_failing = true;
  std::filesystem::create_directory(world_.folder.path / "ledger-spool");
  EXPECT_EQ(ledger_.sharing.share(std::vector{hit()}).error().code, ErrorCode::kUnavailable);
}

TEST_F(GateTest, a_hit_is_made_only_when_it_may_be_shared) {
  world_.wanted({"1ABC234", "BE"});
  const Read read = passes("1ABC234", {});
  const MatchedRead matched{&read, world_.hits->matches(read), Occasion::kFirst};
  ledger_.store.is_failing = true;
  std::filesystem::create_directory(world_.folder.path / "ledger-spool");
  EXPECT_FALSE(world_.hits->make({&matched, 1}));
  EXPECT_TRUE(world_.desks.told().empty());
  EXPECT_TRUE(world_.hit_store->hits({}).value().empty());
  ledger_.store.is_failing = false;
  ASSERT_TRUE(world_.hits->make({&matched, 1}));
  EXPECT_EQ(world_.desks.told().size(), 1U);
  EXPECT_EQ(last_use().facts.what, "hits");
}

}  // namespace
}  // namespace bas::flow
