// What every engine under the relational ports has to do; an engine's test instantiates the suites:
//   INSTANTIATE_TEST_SUITE_P(my_engine, province_store, testing::Values(&make_my_stores));
// likewise list_store, hit_store, account_store and quarantine_store of the suites beside this one.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "base/encode.h"
#include "base/random.h"
#include "ports/control_stores.h"

namespace bas::testkit {

// Fresh, empty stores of one engine; what they stand on goes with this object.
class ControlStores {
 public:
  virtual ~ControlStores() = default;
  virtual ProvinceStore& province() = 0;
  virtual ListStore& lists() = 0;
  virtual RevisionStore& revisions() = 0;
  virtual PaperStore& papers() = 0;
  virtual HitStore& hits() = 0;
  virtual PursuitStore& pursuits() = 0;
  virtual DeliveryStore& deliveries() = 0;
  virtual AccountStore& accounts() = 0;
  virtual QuarantineStore& quarantine() = 0;
};
using MakeControlStores = std::unique_ptr<ControlStores> (*)();

class ControlStoreTest : public testing::TestWithParam<MakeControlStores> {
 protected:
  static UtcTime at(std::int64_t ms) { return UtcTime{std::chrono::milliseconds{ms}}; }
  // Ids in the order of their making.
  Id next_id() { return make_id(at(1'800'000'000'000 + ++made_), random_); }
  std::string digest() { return random_.bytes(32); }

  Zone add_zone(std::string code = "5364") {
    Zone zone{next_id(), std::move(code), "Zone Überwald ' ; --"};
    EXPECT_TRUE(stores_->province().add_zone(zone));
    return zone;
  }
  Site add_site(const Zone& zone) {
    Site site{next_id(), zone.id, "Brug", 51.1234567, 4.9876543, "Olen", "13029", "N13"};
    EXPECT_TRUE(stores_->province().add_site(site));
    return site;
  }

  std::unique_ptr<ControlStores> stores_ = GetParam()();
  SeededRandom random_{20261123};
  std::int64_t made_ = 0;
};

class province_store : public ControlStoreTest {};

TEST_P(province_store, gives_back_zones_sites_and_cameras_as_they_were_added) {
  const Zone zone = add_zone();
  const Site site = add_site(zone);
  Camera camera{next_id(), zone.id, site.id, "Cam 1", digest(), 271.5, 3, false, at(1234567890123)};
  ASSERT_TRUE(stores_->province().add_camera(camera));
  Camera without{next_id(), zone.id, site.id, "Cam 2", digest(), std::nullopt, 1, true, at(5)};
  ASSERT_TRUE(stores_->province().add_camera(without));

  const auto zones = stores_->province().zones().value();
  ASSERT_EQ(zones.size(), 1U);
  EXPECT_EQ(zones[0].id, zone.id);
  EXPECT_EQ(zones[0].code, "5364");
  EXPECT_EQ(zones[0].name, zone.name);
  const auto sites = stores_->province().sites().value();
  ASSERT_EQ(sites.size(), 1U);
  EXPECT_EQ(sites[0].latitude, 51.1234567);
  EXPECT_EQ(sites[0].longitude, 4.9876543);
  EXPECT_EQ(sites[0].municipality_nis, "13029");
  EXPECT_EQ(sites[0].road, "N13");
  const auto cameras = stores_->province().cameras().value();
  ASSERT_EQ(cameras.size(), 2U);
  EXPECT_EQ(cameras[0].key_sha256, camera.key_sha256);
  EXPECT_EQ(cameras[0].heading_deg, 271.5);
  EXPECT_EQ(cameras[0].lanes, 3);
  EXPECT_FALSE(cameras[0].is_disabled);
  EXPECT_EQ(cameras[0].created_at, at(1234567890123));
  EXPECT_EQ(cameras[1].heading_deg, std::nullopt);
  EXPECT_TRUE(cameras[1].is_disabled);
}

TEST_P(province_store, refuses_a_code_that_is_taken_and_says_which_value) {
  add_zone("5364");
  const auto again = stores_->province().add_zone({next_id(), "5364", "Other"});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
  EXPECT_THAT(again.error().text, testing::HasSubstr("code"));
  EXPECT_EQ(stores_->province().zones().value().size(), 1U);
}

TEST_P(province_store, refuses_unknown_references) {
  const auto site = stores_->province().add_site({next_id(), next_id(), "S", 1, 2, "", "", ""});
  ASSERT_FALSE(site);
  EXPECT_EQ(site.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(stores_->province().set_camera_disabled(next_id(), true).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(stores_->province().set_camera_key(next_id(), digest()).error().code,
            ErrorCode::kNotFound);
}

TEST_P(province_store, changes_key_and_state_of_a_camera) {
  const Zone zone = add_zone();
  const Site site = add_site(zone);
  const Camera camera{next_id(), zone.id, site.id, "C", digest(), {}, 1, false, at(1)};
  ASSERT_TRUE(stores_->province().add_camera(camera));
  const std::string key = digest();
  ASSERT_TRUE(stores_->province().set_camera_key(camera.id, key));
  ASSERT_TRUE(stores_->province().set_camera_disabled(camera.id, true));
  ASSERT_TRUE(stores_->province().set_camera_source(camera.id, LegalSource::kCameraAct));
  EXPECT_EQ(stores_->province().set_camera_source(next_id(), LegalSource::kCameraAct).error().code,
            ErrorCode::kNotFound);
  Camera changed = camera;
  changed.name = "D";
  changed.heading_deg = 270;
  changed.lanes = 3;
  changed.decision = CouncilDecision{at(2), at(9), "Malle", "GR 14"};
  changed.maintenance_until = at(5);
  ASSERT_TRUE(stores_->province().change_camera(changed));
  const auto cameras = stores_->province().cameras().value();
  ASSERT_EQ(cameras.size(), 1U);
  EXPECT_EQ(cameras[0].name, "D");
  EXPECT_EQ(cameras[0].heading_deg, 270);
  EXPECT_EQ(cameras[0].lanes, 3);
  ASSERT_TRUE(cameras[0].decision);
  EXPECT_EQ(cameras[0].decision->until, at(9));
  EXPECT_EQ(cameras[0].decision->area, "Malle");
  EXPECT_EQ(cameras[0].decision->reference, "GR 14");
  EXPECT_EQ(cameras[0].maintenance_until, at(5));
  EXPECT_EQ(cameras[0].key_sha256, key);
  EXPECT_TRUE(cameras[0].is_disabled);
  EXPECT_EQ(cameras[0].source, LegalSource::kCameraAct);
}

}  // namespace bas::testkit
