#include "flow/activity.h"

#include <gtest/gtest.h>

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const UtcTime kActiveNoon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + hours(12)};
constexpr Id kActiveCamera{};

TEST(CameraActivities, are_counted_by_the_hour_and_forgotten_after_eight_days) {
  Activity activity;
  activity.note({.camera = kActiveCamera, .received_at = kActiveNoon + minutes(1)});
  activity.note({.camera = kActiveCamera, .received_at = kActiveNoon + minutes(59)});
  activity.note(
      {.camera = kActiveCamera, .received_at = kActiveNoon + minutes(59), .is_repeat = true});
  activity.note({.camera = kActiveCamera, .received_at = kActiveNoon + minutes(60)});
  const auto counted = activity.hours(kActiveCamera);
  ASSERT_EQ(counted.size(), 2U);
  EXPECT_EQ(counted[0].from, kActiveNoon);
  EXPECT_EQ(counted[0].reads, 2U);
  EXPECT_EQ(counted[1].reads, 1U);
  activity.note(
      {.camera = kActiveCamera, .received_at = kActiveNoon + Activity::kHoursKept + minutes(1)});
  ASSERT_EQ(activity.hours(kActiveCamera).size(), 2U);
  EXPECT_EQ(activity.hours(kActiveCamera)[0].from, kActiveNoon + hours(1));
}

TEST(CameraActivities, tell_the_clock_by_the_quickest_of_the_latest_reads) {
  Activity activity;
  EXPECT_FALSE(activity.of(kActiveCamera).clock_behind);
  activity.note_told({kActiveCamera, "bas", "paal-7", seconds(1)});
  activity.note_told({kActiveCamera, "bas", "", seconds(40)});
  EXPECT_EQ(activity.of(kActiveCamera).clock_behind, seconds(1));
  EXPECT_EQ(activity.of(kActiveCamera).device_id, "paal-7");
  for (int i = 0; i < 16; ++i) activity.note_told({kActiveCamera, "bas", "", seconds(90)});
  EXPECT_EQ(activity.of(kActiveCamera).clock_behind, seconds(90));
}

TEST(CameraActivities, name_what_was_refused_last_first) {
  Activity activity;
  for (int i = 0; i < 12; ++i) {
    activity.note_refused(kActiveCamera, {kActiveNoon + seconds(i), RefusalReason::kDisabled});
  }
  const auto refused = activity.refusals(kActiveCamera);
  ASSERT_EQ(refused.size(), Activity::kRefusalsKept);
  EXPECT_EQ(refused.front().at, kActiveNoon + seconds(11));
  EXPECT_EQ(activity.of(kActiveCamera).refused, 12U);
}

}  // namespace
}  // namespace bas::flow
