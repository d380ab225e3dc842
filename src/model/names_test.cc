#include <gtest/gtest.h>

#include "model/account.h"
#include "model/hit.h"
#include "model/read.h"

namespace bas {
namespace {

TEST(Names, lead_back_to_what_they_name) {
  for (const auto role :
       {Role::kOperator, Role::kListManager, Role::kTechnician, Role::kAdministrator}) {
    EXPECT_EQ(role_from(name_of(role)), role);
  }
  for (const auto state :
       {HitState::kCandidate, HitState::kValidated, HitState::kRejected, HitState::kExpired}) {
    EXPECT_EQ(hit_state_from(name_of(state)), state);
  }
  for (const auto direction : {Direction::kUnknown, Direction::kApproaching, Direction::kReceding,
                               Direction::kIn, Direction::kOut}) {
    EXPECT_EQ(direction_from(name_of(direction)), direction);
  }
  for (const auto role :
       {PictureRole::kPlate, PictureRole::kOverview, PictureRole::kVehicle, PictureRole::kOther}) {
    EXPECT_EQ(picture_role_from(name_of(role)), role);
  }
  for (const auto use : {InexactUse::kNothing, InexactUse::kReview, InexactUse::kAlarm}) {
    EXPECT_EQ(inexact_use_from(name_of(use)), use);
  }
}

TEST(Names, are_refused_when_unknown) {
  for (const char* name : {"", "Operator", "operator ", "candidates"}) {
    EXPECT_FALSE(role_from(name)) << name;
    EXPECT_FALSE(hit_state_from(name)) << name;
    EXPECT_FALSE(direction_from(name)) << name;
    EXPECT_FALSE(picture_role_from(name)) << name;
    EXPECT_FALSE(inexact_use_from(name)) << name;
  }
}

TEST(PictureMime, goes_by_the_first_bytes) {
  EXPECT_EQ(picture_mime("\xFF\xD8\xFF\xE0"), "image/jpeg");
  EXPECT_EQ(picture_mime("\x89PNG\r\n"), "image/png");
  EXPECT_EQ(picture_mime(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16)), "image/webp");
  EXPECT_EQ(picture_mime("BM" + std::string(30, '\0')), "image/bmp");
  EXPECT_EQ(picture_mime("BM, a text"), "");
  EXPECT_EQ(picture_mime("<html>"), "");
  EXPECT_EQ(picture_mime(""), "");
}

}  // namespace
}  // namespace bas
