// What outlets would not have been told because the server ended in between.
#include "flow/outlet_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/pursuits.h"
#include "testkit/ledger_world.h"
#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using testing::UnorderedElementsAre;

struct NobodyAnswers final : OutletSender {
  Result<> check(const Outlet&) override { return {}; }
  OutletAnswer send(const Parcel&, std::stop_token) override { return {}; }
};

class OutletCatchUp : public testing::Test {
 protected:
  OutletCatchUp() {
    an_.user.id = make_id(world_.clock.now(), lists_.random);
    an_.user.zone = world_.zone.id;
    an_.user.role_until = an_.user.trained_until = world_.clock.now() + std::chrono::days(100);
    OutletWish wish{.zone = {}, .title = "t", .target = "x", .events = {}};
    wish.events = {OutletEvent::kHitValidated, OutletEvent::kHitWithdrawn,
                   OutletEvent::kPursuitChanged};
    outlet_ = outlets_->make(std::move(wish), {}).value().outlet.id;
  }
  Hit hit() {
    Entry entry;
    entry.list = world_.list.id;
    entry.plate = {"1ABC234", "BE"};
    entry.priority = 2;
    entry.category = "stolen";
    entry.reason = "reported";
    entry.valid_until = world_.clock.now() + std::chrono::days(10);
    EXPECT_TRUE(lists_.actions.put(entry, make_id(world_.clock.now(), lists_.random)));
    lists_.passes("1ABC234");
    return lists_.last_hit();
  }
  Hit take(const Hit& hit, StepKind kind) {
    StepWish wish{hit.id, 0, {}};
    wish.step.kind = kind;
    return judging_.take(wish, an_, {}).value().hit;
  }
  // As at the start of a server.
  void start() {
    ASSERT_TRUE(desk_.catch_up(*world_.hit_store, lists_.openers));
    ASSERT_TRUE(desk_.catch_up(records_));
  }
  std::vector<OutletEvent> told() {
    std::vector<OutletEvent> events;
    const auto all = deliveries_.deliveries({.outlet = outlet_}).value();
    for (const OutletDelivery& one : all) events.push_back(one.event);
    return events;
  }

  testkit::ListWorld lists_;
  testkit::FlowWorld& world_ = lists_.world;
  testkit::LedgerWorld ledger_{world_};
  Judging judging_{{lists_.verdicts, lists_.openers, ledger_.gate, world_.sql->lists(),
                    world_.sql->revisions()}};
  PursuitRecords records_{
      {world_.sql->pursuits(), *world_.vault, [](const PursuitNews&) {}, world_.clock}};
  Pursuits pursuits_{{records_, judging_, ledger_.gate, world_.clock, world_.random}};
  Papers papers_{world_.sql->papers(), *world_.vault};
  NobodyAnswers sender_;
  std::unique_ptr<Outlets> outlets_ =
      Outlets::open({papers_, sender_, world_.clock, world_.key_random}).value();
  Deliveries deliveries_{{*outlets_, world_.sql->deliveries(), sender_,
                          [](OutletAnswer::Verdict) {}, world_.clock, world_.key_random}};
  OutletDesk desk_{deliveries_, world_.clock};
  Person an_;
  Id outlet_;
};

TEST_F(OutletCatchUp, tells_what_was_validated_once) {
  take(hit(), StepKind::kValidate);
  start();
  start();
  EXPECT_THAT(told(), UnorderedElementsAre(OutletEvent::kHitValidated));
}

TEST_F(OutletCatchUp, tells_those_told_that_it_was_taken_back) {
  const Hit validated = take(hit(), StepKind::kValidate);
  start();
  take(validated, StepKind::kUndo);
  start();
  start();
  EXPECT_THAT(told(), UnorderedElementsAre(OutletEvent::kHitValidated, OutletEvent::kHitWithdrawn));
}

TEST_F(OutletCatchUp, says_nothing_of_what_nobody_was_told) {
  take(take(hit(), StepKind::kValidate), StepKind::kUndo);
  start();
  EXPECT_TRUE(told().empty());
}

TEST_F(OutletCatchUp, tells_that_the_entry_ended) {
  const Hit validated = take(hit(), StepKind::kValidate);
  start();
  ASSERT_TRUE(lists_.actions.withdraw(validated.entry, an_.user.id));
  start();
  start();
  EXPECT_THAT(told(), UnorderedElementsAre(OutletEvent::kHitValidated, OutletEvent::kHitWithdrawn));
}

TEST_F(OutletCatchUp, tells_the_lines_of_a_pursuit_once) {
  const auto begun = pursuits_.begin({take(hit(), StepKind::kValidate).id}, an_, {});
  ASSERT_TRUE(begun) << begun.error().text;
  start();
  const std::size_t lines = begun->log.size();
  EXPECT_EQ(told().size(), 1 + lines);
  start();
  EXPECT_EQ(told().size(), 1 + lines);
}

TEST_F(OutletCatchUp, tells_of_a_withdrawal_however_old_the_verdict_is) {
  const Hit validated = take(hit(), StepKind::kValidate);
  start();
  world_.clock.advance(std::chrono::hours(30));
  ASSERT_TRUE(lists_.actions.withdraw(validated.entry, an_.user.id));
  start();
  EXPECT_THAT(told(), UnorderedElementsAre(OutletEvent::kHitValidated, OutletEvent::kHitWithdrawn));
}

TEST_F(OutletCatchUp, leaves_alone_what_is_older_than_a_day) {
  const Hit validated = take(hit(), StepKind::kValidate);
  world_.clock.advance(std::chrono::hours(25));
  start();
  EXPECT_TRUE(told().empty()) << to_string(validated.id);
}

}  // namespace
}  // namespace bas::flow
