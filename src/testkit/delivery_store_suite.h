// What every engine under DeliveryStore has to do.
#pragma once

#include "testkit/control_store_suite.h"

namespace bas::testkit {

class delivery_store : public ControlStoreTest {
 protected:
  OutletDelivery delivery_of(const Id& outlet, std::int64_t happened_ms = 1'000) {
    OutletDelivery one;
    one.id = next_id();
    one.outlet = outlet;
    one.event = OutletEvent::kHitValidated;
    one.object = next_id();
    one.key = "k";
    one.happened_at = one.due_at = at(happened_ms);
    return one;
  }
  std::size_t add(const OutletDelivery& one) {
    return stores_->deliveries().add({&one, 1}).value();
  }
  DeliveryState state_of(const Id& id) { return stores_->deliveries().delivery(id).value()->state; }
};

TEST_P(delivery_store, gives_back_what_was_noted) {
  OutletDelivery one = delivery_of(next_id());
  EXPECT_EQ(add(one), 1U);
  one.state = DeliveryState::kDead;
  one.attempts = 3;
  one.due_at = at(9'000);
  one.tried_at = at(8'000);
  one.status = 503;
  one.duration = std::chrono::milliseconds{47};
  one.failure = "it answered 503 ' ; --";
  ASSERT_TRUE(stores_->deliveries().note(one));
  const auto found = stores_->deliveries().delivery(one.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->outlet, one.outlet);
  EXPECT_EQ(found->event, one.event);
  EXPECT_EQ(found->object, one.object);
  EXPECT_EQ(found->happened_at, at(1'000));
  EXPECT_EQ(found->state, DeliveryState::kDead);
  EXPECT_EQ(found->attempts, 3);
  EXPECT_EQ(found->due_at, at(9'000));
  EXPECT_EQ(found->tried_at, at(8'000));
  EXPECT_EQ(found->status, 503);
  EXPECT_EQ(found->duration, std::chrono::milliseconds{47});
  EXPECT_EQ(found->failure, one.failure);
  EXPECT_EQ(stores_->deliveries().note(delivery_of(one.outlet)).error().code, ErrorCode::kNotFound);
}

TEST_P(delivery_store, takes_one_happening_once_for_each_outlet) {
  OutletDelivery one = delivery_of(next_id());
  EXPECT_EQ(add(one), 1U);
  one.id = next_id();
  EXPECT_EQ(add(one), 0U);
  one.key = "another";
  EXPECT_EQ(add(one), 1U);
  EXPECT_EQ(stores_->deliveries().count(one.outlet, one.event, one.object).value(), 2U);
  one.id = next_id();
  one.outlet = next_id();
  EXPECT_EQ(add(one), 1U);
}

TEST_P(delivery_store, says_what_is_due_first) {
  const Id outlet = next_id();
  const OutletDelivery late = delivery_of(outlet, 2'000), early = delivery_of(outlet, 1'000);
  add(late);
  add(early);
  add(delivery_of(next_id(), 500));
  EXPECT_FALSE(stores_->deliveries().due(outlet, at(999)).value());
  EXPECT_EQ(stores_->deliveries().due(outlet, at(3'000)).value()->id, early.id);
  OutletDelivery done = early;
  done.state = DeliveryState::kDelivered;
  ASSERT_TRUE(stores_->deliveries().note(done));
  EXPECT_EQ(stores_->deliveries().due(outlet, at(3'000)).value()->id, late.id);
}

TEST_P(delivery_store, buries_what_waits_and_revives_a_period) {
  const Id outlet = next_id();
  const OutletDelivery first = delivery_of(outlet, 1'000), second = delivery_of(outlet, 2'000);
  add(first);
  add(second);
  EXPECT_EQ(stores_->deliveries().bury(outlet).value(), 2U);
  EXPECT_EQ(stores_->deliveries().revive({outlet, at(1'500), at(2'000)}, at(9)).value(), 0U);
  EXPECT_EQ(stores_->deliveries().revive({outlet, at(2'000), at(2'001)}, at(9)).value(), 1U);
  EXPECT_EQ(state_of(first.id), DeliveryState::kDead);
  EXPECT_EQ(state_of(second.id), DeliveryState::kWaiting);
  EXPECT_EQ(stores_->deliveries().due(outlet, at(9)).value()->id, second.id);
}

TEST_P(delivery_store, pages_newest_first_and_by_state) {
  const Id outlet = next_id();
  std::vector<OutletDelivery> all;
  for (int i = 0; i < 5; ++i) all.push_back(delivery_of(outlet));
  EXPECT_EQ(stores_->deliveries().add(all).value(), 5U);
  const auto page = stores_->deliveries().deliveries({outlet, all[4].id, 2, {}}).value();
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].id, all[3].id);
  EXPECT_TRUE(
      stores_->deliveries().deliveries({outlet, {}, 9, DeliveryState::kDead}).value().empty());
  EXPECT_EQ(
      stores_->deliveries().deliveries({outlet, {}, 9, DeliveryState::kWaiting}).value().size(),
      5U);
}

TEST_P(delivery_store, forgets_what_is_over_and_what_is_of_an_outlet) {
  const Id outlet = next_id();
  OutletDelivery over = delivery_of(outlet, 1'000);
  over.state = DeliveryState::kDelivered;
  const OutletDelivery waiting = delivery_of(outlet, 1'000);
  add(over);
  add(waiting);
  EXPECT_EQ(stores_->deliveries().drop_before(at(1'000)).value(), 0U);
  EXPECT_EQ(stores_->deliveries().drop_before(at(1'001)).value(), 1U);
  EXPECT_TRUE(stores_->deliveries().delivery(waiting.id).value());
  ASSERT_TRUE(stores_->deliveries().drop_outlet(outlet));
  EXPECT_FALSE(stores_->deliveries().delivery(waiting.id).value());
}

}  // namespace bas::testkit
