#include "flow/quarantine.h"

#include "flow/layers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class quarantine : public testing::Test {
 protected:
  Result<Id> keep(std::string payload, std::string type = "text/plain",
                  LegalSource source = LegalSource::kPoliceAct) {
    std::promise<Result<Id>> told;
    auto answer = told.get_future();
    quarantine_->keep({.camera = world_.camera.id,
                       .content_type = std::move(type),
                       .payload = std::move(payload),
                       .reason = "no plate in it",
                       .source = source},
                      [&told](const Result<Id>& id) { told.set_value(id); });
    return answer.get();
  }
  void start(std::uint64_t bytes_per_camera) {
    quarantine_.reset();
    quarantine_ = std::make_unique<Quarantine>(
        Quarantine::Parts{world_.sql->quarantine(), world_.blobs, *world_.vault, activity_,
                          world_.clock, world_.random, bytes_per_camera});
  }

  testkit::FlowWorld world_;
  Activity activity_;
  std::unique_ptr<Quarantine> quarantine_;
};

TEST_F(quarantine, gives_back_every_byte_with_its_type) {
  start(1'000);
  const std::string payload("a\0b\n\xff--", 7);
  const Id id = keep(payload, "multipart/form-data; boundary=x").value();
  const QuarantinedPayload opened = quarantine_->open(id).value();
  EXPECT_EQ(opened.payload, payload);
  EXPECT_EQ(opened.message.content_type, "multipart/form-data; boundary=x");
  EXPECT_EQ(opened.message.camera, world_.camera.id);
  EXPECT_EQ(opened.message.reason, "no plate in it");
  EXPECT_EQ(activity_.of(world_.camera.id).quarantined, 1u);
}

TEST_F(quarantine, shows_unsealed_only_a_type_that_is_well_known) {
  start(1'000);
  ASSERT_TRUE(keep("x", "text/1ABC234"));
  world_.clock.advance(std::chrono::milliseconds{1});  // ids of one moment are in no order
  ASSERT_TRUE(keep("y", "application/json; plate=1ABC234"));
  const auto page = quarantine_->page({}, 10).value();
  ASSERT_THAT(page, SizeIs(2));
  EXPECT_EQ(page[0].content_type, "application/json");
  EXPECT_EQ(page[1].content_type, "other");
}

TEST_F(quarantine, a_camera_fills_its_share_of_a_day_and_no_more) {
  start(10);
  ASSERT_TRUE(keep("12345678"));
  const auto refused = keep("123");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(keep("12"));
  EXPECT_EQ(activity_.of(world_.camera.id).quarantined, 3u);
  world_.clock.advance(std::chrono::hours{24});
  EXPECT_TRUE(keep("1234567890"));
}

TEST_F(quarantine, what_was_replayed_says_so) {
  start(1'000);
  const Id id = keep("x").value();
  ASSERT_TRUE(quarantine_->mark_replayed(id));
  EXPECT_EQ(quarantine_->page({}, 10).value().at(0).state, QuarantineState::kReplayed);
}

TEST_F(quarantine, a_destroyed_day_does_not_open) {
  start(1'000);
  const Id id = keep("x").value();
  ASSERT_TRUE(world_.vault->destroy(brussels_day(testkit::kWorldStart)));
  EXPECT_EQ(quarantine_->open(id).error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(keep("y").error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(quarantine_->open({}).error().code, ErrorCode::kNotFound);
}

TEST_F(quarantine, what_a_camera_of_the_camera_act_sent_ends_with_what_it_saw) {
  start(1'000);
  const Id id = keep("x", "text/plain", LegalSource::kCameraAct).value();
  const Id other = keep("y").value();
  EXPECT_EQ(quarantine_->open(id)->payload, "x");
  EXPECT_EQ(quarantine_->open(id)->message.content_type, "text/plain");
  const Day day = brussels_day(testkit::kWorldStart);
  ASSERT_TRUE(world_.vault->destroy(shelf_of(day, LegalSource::kCameraAct)));
  EXPECT_EQ(quarantine_->open(id).error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(quarantine_->open(other)->payload, "y");
}

TEST_F(quarantine, writes_what_is_waiting_before_it_ends) {
  start(1'000);
  std::atomic<int> kept = 0;
  for (int i = 0; i < 50; ++i) {
    quarantine_->keep(
        {.camera = world_.camera.id, .content_type = "text/plain", .payload = "x", .reason = "r"},
        [&kept](const Result<Id>& id) { kept += id ? 1 : 0; });
  }
  quarantine_.reset();
  EXPECT_EQ(kept, 50);
}

}  // namespace
}  // namespace bas::flow
