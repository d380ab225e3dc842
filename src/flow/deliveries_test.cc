#include "flow/deliveries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "flow/outlet_desk.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using testing::ElementsAre;
using Said = OutletAnswer::Verdict;

// Answers by script, then with success; remembers what it was given.
class ScriptedSender final : public OutletSender {
 public:
  Result<> check(const Outlet& outlet) override {
    if (outlet.target != "forbidden") return {};
    return fail(ErrorCode::kRefused, "not there");
  }
  OutletAnswer send(const Parcel& parcel, std::stop_token) override {
    const std::lock_guard lock(mutex);
    sent.push_back(parcel.delivery);
    OutletAnswer answer;
    answer.verdict = Said::kDelivered;
    if (answers.empty()) return answer;
    answer = answers.front();
    answers.pop_front();
    return answer;
  }
  void say(Said verdict, std::optional<seconds> wait = {}) {
    OutletAnswer answer;
    answer.verdict = verdict;
    answer.retry_after = wait;
    answers.push_back(answer);
  }
  std::size_t count() {
    const std::lock_guard lock(mutex);
    return sent.size();
  }

  std::mutex mutex;
  std::deque<OutletAnswer> answers;
  std::vector<OutletDelivery> sent;
};

class DeliveriesTest : public testing::Test {
 protected:
  Outlet outlet(std::vector<OutletEvent> events, Id zone = {}) {
    OutletWish wish{.zone = zone, .title = "t", .target = "x", .events = std::move(events)};
    return outlets_->make(std::move(wish), {}).value().outlet;
  }
  OutletNews news(OutletEvent event, std::string key = "1") {
    return {
        event, make_id(world_.clock.now(), world_.random), std::move(key), world_.clock.now(), {}};
  }
  bool send() { return deliveries_.send_one({}); }
  void pass(std::chrono::milliseconds time) { world_.clock.advance(time); }
  std::vector<OutletDelivery> of(const Outlet& outlet) {
    return deliveries_.deliveries({.outlet = outlet.id}).value();
  }

  void count(Said verdict) {
    const std::lock_guard lock(count_mutex_);
    counted_.push_back(verdict);
  }

  testkit::FlowWorld world_;
  Papers papers_{world_.sql->papers(), *world_.vault};
  ScriptedSender sender_;
  std::mutex count_mutex_;
  std::vector<Said> counted_;
  std::unique_ptr<Outlets> outlets_ =
      Outlets::open({papers_, sender_, world_.clock, world_.key_random}).value();
  Deliveries deliveries_{{*outlets_, world_.sql->deliveries(), sender_,
                          [this](Said verdict) { count(verdict); }, world_.clock,
                          world_.key_random}};
};

TEST_F(DeliveriesTest, go_to_who_wants_them_once) {
  const Outlet wants = outlet({OutletEvent::kHitValidated});
  const Outlet other = outlet({OutletEvent::kListSuspended});
  const OutletNews told = news(OutletEvent::kHitValidated);
  ASSERT_TRUE(deliveries_.tell(told));
  ASSERT_TRUE(deliveries_.tell(told));
  EXPECT_TRUE(send());
  EXPECT_FALSE(send());
  ASSERT_EQ(sender_.sent.size(), 1U);
  EXPECT_EQ(sender_.sent[0].outlet, wants.id);
  EXPECT_EQ(sender_.sent[0].object, told.object);
  EXPECT_EQ(of(wants).at(0).state, DeliveryState::kDelivered);
  EXPECT_TRUE(of(other).empty());
  EXPECT_THAT(counted_, ElementsAre(Said::kDelivered));
}

TEST_F(DeliveriesTest, are_tried_by_the_schedule_and_then_the_outlet_is_out_of_use) {
  const Outlet fails = outlet({OutletEvent::kHitValidated});
  const Outlet notice = outlet({OutletEvent::kOutletDisabled});
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated)));
  for (std::size_t i = 0; i < kOutletTriesMost; ++i) sender_.say(Said::kFailed);
  std::size_t tries = 0;
  for (int hour = 0; hour < 24 * 5 && sender_.count() < kOutletTriesMost; ++hour) {
    tries += send() ? 1 : 0;
    pass(hours{1});
  }
  EXPECT_EQ(tries, kOutletTriesMost);
  EXPECT_TRUE(outlets_->one(fails.id)->is_disabled());
  EXPECT_EQ(of(fails).at(0).state, DeliveryState::kDead);
  for (const OutletDelivery& one : sender_.sent) EXPECT_EQ(one.id, sender_.sent[0].id);
  EXPECT_TRUE(send());
  EXPECT_EQ(sender_.sent.back().event, OutletEvent::kOutletDisabled);
  EXPECT_EQ(sender_.sent.back().outlet, notice.id);
  EXPECT_EQ(sender_.sent.back().object, fails.id);
}

TEST_F(DeliveriesTest, wait_as_long_as_the_receiver_asks) {
  const Outlet busy = outlet({OutletEvent::kHitValidated});
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated)));
  sender_.say(Said::kSlowDown, seconds{600});
  EXPECT_TRUE(send());
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated, "2")));
  pass(seconds{599});
  EXPECT_FALSE(send()) << "nor is another event sent there";
  pass(seconds{2});
  EXPECT_TRUE(send());
  EXPECT_TRUE(send());
}

TEST_F(DeliveriesTest, end_where_the_receiver_is_gone_and_come_back_when_asked_for) {
  const Outlet gone = outlet({OutletEvent::kHitValidated});
  const UtcTime before = world_.clock.now();
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated)));
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated, "2")));
  sender_.say(Said::kGone);
  EXPECT_TRUE(send());
  EXPECT_THAT(outlets_->one(gone.id)->disabled_because, testing::HasSubstr("410"));
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated, "3")));
  pass(hours{48});
  EXPECT_FALSE(send());
  const DeliveryPeriod period{gone.id, before, world_.clock.now()};
  EXPECT_EQ(deliveries_.replay(period).error().code, ErrorCode::kConflict);
  ASSERT_TRUE(outlets_->enable(gone.id));
  EXPECT_FALSE(send()) << "nothing is sent again unasked";
  EXPECT_EQ(deliveries_.replay(period).value(), 3U);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(send());
  EXPECT_FALSE(send());
}

TEST_F(DeliveriesTest, withdraw_only_what_was_told_and_once_for_each_telling) {
  const Outlet told = outlet({OutletEvent::kHitValidated, OutletEvent::kHitWithdrawn});
  const OutletNews validated = news(OutletEvent::kHitValidated);
  OutletNews undone = validated;
  undone.event = OutletEvent::kHitWithdrawn;
  undone.key = "undone";
  const auto withdraw = [&] {
    return deliveries_.tell_those_told(OutletEvent::kHitValidated, undone).has_value();
  };
  EXPECT_TRUE(withdraw());
  EXPECT_TRUE(of(told).empty());
  ASSERT_TRUE(deliveries_.tell(validated));
  EXPECT_TRUE(withdraw() && withdraw());
  EXPECT_EQ(of(told).size(), 2U);
  OutletNews again = validated;
  again.key = "2";
  ASSERT_TRUE(deliveries_.tell(again));
  EXPECT_TRUE(withdraw());
  EXPECT_EQ(of(told).size(), 4U);
}

TEST_F(DeliveriesTest, survive_the_end_of_who_sends_them) {
  const Outlet outlet = this->outlet({OutletEvent::kHitValidated});
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated)));
  const auto again = Outlets::open({papers_, sender_, world_.clock, world_.key_random}).value();
  ASSERT_EQ(again->all().size(), 1U);
  EXPECT_EQ(again->all()[0].keys.at(0).secret, outlet.keys.at(0).secret);
  Deliveries other(
      {*again, world_.sql->deliveries(), sender_, [](Said) {}, world_.clock, world_.key_random});
  EXPECT_TRUE(other.send_one({}));
  EXPECT_EQ(sender_.count(), 1U);
}

TEST_F(DeliveriesTest, are_sent_by_threads_of_their_own) {
  outlet({OutletEvent::kHitValidated});
  outlet({OutletEvent::kHitValidated});
  deliveries_.start();
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated, std::to_string(i))));
  }
  const auto deadline = std::chrono::steady_clock::now() + seconds{20};
  while (sender_.count() < 40 && std::chrono::steady_clock::now() < deadline) {
    world_.clock.advance(seconds{2});
    std::this_thread::yield();  // until the threads, which nothing else tells of, have sent all
  }
  EXPECT_EQ(sender_.count(), 40U);
}

TEST_F(DeliveriesTest, leave_with_their_outlet) {
  const Outlet gone = outlet({OutletEvent::kHitValidated});
  ASSERT_TRUE(deliveries_.tell(news(OutletEvent::kHitValidated)));
  ASSERT_TRUE(deliveries_.remove(gone.id));
  EXPECT_FALSE(send());
  EXPECT_TRUE(of(gone).empty());
  EXPECT_EQ(outlets_->one(gone.id).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(
      Outlets::open({papers_, sender_, world_.clock, world_.key_random}).value()->all().empty());
}

TEST_F(DeliveriesTest, an_outlet_is_made_once_for_one_key_and_only_where_it_may) {
  OutletWish wish{.title = "t", .target = "x", .events = {}, .request_key = "k"};
  const Id first = outlets_->make(wish, {})->outlet.id;
  EXPECT_EQ(outlets_->make(wish, {})->outlet.id, first);
  EXPECT_NE(outlets_->make(wish, first)->outlet.id, first) << "asked by another";
  wish.target = "forbidden";
  wish.request_key.clear();
  EXPECT_EQ(outlets_->make(wish, {}).error().code, ErrorCode::kRefused);
}

TEST_F(DeliveriesTest, a_rotated_key_stands_beside_the_older_one_for_a_day) {
  const Outlet outlet = this->outlet({});
  const Outlet rotated = outlets_->rotate(outlet.id).value();
  ASSERT_EQ(rotated.keys.size(), 2U);
  EXPECT_EQ(rotated.keys[1].secret, outlet.keys[0].secret);
  EXPECT_EQ(rotated.keys[1].until, world_.clock.now() + hours{24});
  EXPECT_NE(rotated.keys[0].secret, outlet.keys[0].secret);
  pass(hours{25});
  EXPECT_EQ(outlets_->rotate(outlet.id)->keys.size(), 2U) << "what is over is forgotten";
}

Hit hit_in(HitState state) {
  Hit hit;
  hit.priority = 2;
  hit.life.state = state;
  return hit;
}

TEST(OutletNewsOfHit, leaves_only_once_somebody_validated_it) {
  SeededRandom random(1);
  for (const HitState state : {HitState::kCandidate, HitState::kClaimed, HitState::kRejected,
                               HitState::kExpired, HitState::kSuperseded, HitState::kWithdrawn}) {
    Hit hit = hit_in(state);
    EXPECT_FALSE(news_of(hit)) << name_of(state);
    hit.life.verdict.at = testkit::kWorldStart;
    EXPECT_FALSE(news_of(hit)) << name_of(state) << ", by the server";
  }
  Hit hit = hit_in(HitState::kValidated);
  hit.life.verdict.at = testkit::kWorldStart;
  hit.life.verdict.by.id = make_id(testkit::kWorldStart, random);
  EXPECT_EQ(news_of(hit)->event, OutletEvent::kHitValidated);
  hit.life.state = HitState::kWithdrawn;
  EXPECT_EQ(news_of(hit)->event, OutletEvent::kHitWithdrawn);
  hit.priority = kPriorityLowest;
  hit.owner_zone = hit.life.verdict.by.id;
  EXPECT_FALSE(news_of(hit)) << "observed in silence";
}

}  // namespace
}  // namespace bas::flow
