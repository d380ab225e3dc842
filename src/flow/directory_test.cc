#include "flow/directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using testing::HasSubstr;

class directory : public testing::Test {
 protected:
  std::unique_ptr<Directory> reopened() {
    return Directory::open({world_.sql->province(), world_.clock, world_.random}).value();
  }
  Directory& known() { return *world_.directory; }

  testkit::FlowWorld world_;
};

TEST_F(directory, finds_a_camera_by_its_key_alone) {
  EXPECT_EQ(known().camera_with_key(world_.ingest_key).value().id, world_.camera.id);
  for (const std::string& wrong : {std::string(), world_.ingest_key.substr(1),
                                   world_.ingest_key + "A", world_.camera.key_sha256}) {
    const auto camera = known().camera_with_key(wrong);
    ASSERT_FALSE(camera) << wrong;
    EXPECT_EQ(camera.error().code, ErrorCode::kNotFound);
  }
}

TEST_F(directory, a_key_is_long_and_kept_as_a_digest_only) {
  EXPECT_GE(world_.ingest_key.size(), 32u);
  EXPECT_NE(world_.camera.key_sha256, world_.ingest_key);
  EXPECT_EQ(world_.camera.key_sha256.size(), 64u);
}

TEST_F(directory, a_new_key_ends_the_old_one) {
  const KeyedCamera made = known().issue_key(world_.camera.id).value();
  EXPECT_EQ(made.camera.id, world_.camera.id);
  EXPECT_FALSE(known().camera_with_key(world_.ingest_key));
  EXPECT_EQ(known().camera_with_key(made.ingest_key).value().id, world_.camera.id);
  EXPECT_FALSE(reopened()->camera_with_key(world_.ingest_key));
  EXPECT_TRUE(reopened()->camera_with_key(made.ingest_key));
}

TEST_F(directory, a_disabled_camera_is_found_and_says_so) {
  EXPECT_TRUE(known().set_camera_disabled(world_.camera.id, true).value().is_disabled);
  EXPECT_TRUE(known().camera_with_key(world_.ingest_key).value().is_disabled);
  EXPECT_TRUE(reopened()->camera_with_key(world_.ingest_key).value().is_disabled);
  EXPECT_FALSE(known().set_camera_disabled(world_.camera.id, false).value().is_disabled);
}

TEST_F(directory, a_view_shows_what_stands_where) {
  const auto view = known().view();
  ASSERT_NE(view->camera(world_.camera.id), nullptr);
  EXPECT_EQ(view->camera(world_.camera.id)->site, world_.site.id);
  EXPECT_EQ(view->camera(world_.camera.id)->zone, world_.zone.id);
  EXPECT_EQ(view->site(world_.site.id)->zone, world_.zone.id);
  EXPECT_EQ(view->zone(world_.zone.id)->code, "5364");
  EXPECT_EQ(view->zone_with_code("5364")->id, world_.zone.id);
  EXPECT_EQ(view->zone_with_code("536"), nullptr);
  EXPECT_EQ(view->camera(world_.zone.id), nullptr);
}

TEST_F(directory, a_view_once_taken_never_changes) {
  const auto before = known().view();
  known().add_zone("5365", "Zuid").value();
  EXPECT_EQ(before->zones.size(), 1u);
  EXPECT_EQ(known().view()->zones.size(), 2u);
}

TEST_F(directory, refuses_what_stands_nowhere_or_is_there_already) {
  EXPECT_EQ(known().add_zone("5364", "again").error().code, ErrorCode::kConflict);
  const auto site = known().add_site({"9999", {}});
  EXPECT_EQ(site.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(site.error().text, HasSubstr("9999"));
  NewCamera nowhere;
  nowhere.site = world_.zone.id;
  nowhere.name = "C9";
  EXPECT_EQ(known().add_camera(nowhere).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(known().set_camera_disabled(world_.zone.id, true).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(known().issue_key(world_.zone.id).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(known().view()->cameras.size(), 1u);
}

TEST_F(directory, is_read_while_it_changes) {
  constexpr int kCameras = 20;
  std::jthread reader([&](const std::stop_token& stop) {
    std::size_t seen = 1;
    while (!stop.stop_requested()) {
      const auto view = known().view();
      EXPECT_GE(view->cameras.size(), seen);
      seen = view->cameras.size();
      EXPECT_EQ(view->camera_by_key.size(), seen);
      EXPECT_TRUE(known().camera_with_key(world_.ingest_key));
    }
  });
  std::set<std::string> keys;
  for (int i = 0; i < kCameras; ++i) {
    NewCamera wanted;
    wanted.site = world_.site.id;
    wanted.name = "N" + std::to_string(i);
    keys.insert(known().add_camera(wanted).value().ingest_key);
  }
  reader.request_stop();
  reader.join();
  EXPECT_EQ(keys.size(), std::size_t{kCameras});
  for (const std::string& key : keys) EXPECT_TRUE(known().camera_with_key(key));
}

}  // namespace
}  // namespace bas::flow
