#include "flow/passage_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;

class PassageCountsTest : public testing::Test {
 protected:
  std::unique_ptr<PassageCounts> open() {
    return PassageCounts::open({world_.clock, file_}).value();
  }

  testkit::FlowWorld world_;
  std::filesystem::path file_ = world_.folder.path / "passage-counts.json";
  Day today_ = brussels_day(testkit::kWorldStart);
};

TEST_F(PassageCountsTest, counts_by_the_day_on_which_a_vehicle_was_seen) {
  const auto counts = open();
  counts->passed(world_.read("1CNT001"));
  counts->passed(world_.read("1CNT002"));
  counts->passed(world_.read("1CNT003", hours(-24)));
  const auto both = counts->in({{today_.number - 1}, today_});
  EXPECT_EQ(both.at(world_.camera.id).count, 3U);
  EXPECT_EQ(both.at(world_.camera.id).last_on, today_);
  const auto before = counts->in({{today_.number - 1}, {today_.number - 1}});
  EXPECT_EQ(before.at(world_.camera.id).count, 1U);
  EXPECT_TRUE(counts->in({{today_.number - 9}, {today_.number - 2}}).empty());
}

TEST_F(PassageCountsTest, goes_on_from_what_was_kept_and_knows_since_when) {
  open()->passed(world_.read("1CNT001"));
  const UtcTime began = world_.clock.now();
  world_.clock.advance(hours(30));
  const auto again = open();
  EXPECT_EQ(again->since(), began);
  EXPECT_EQ(again->in({today_, today_}).at(world_.camera.id).count, 1U);
}

TEST_F(PassageCountsTest, keeps_no_plate) {
  open()->passed(world_.read("1CNT001"));
  EXPECT_THAT(read_file(file_, 1 << 20).value(), testing::Not(testing::HasSubstr("CNT001")));
}

TEST_F(PassageCountsTest, a_clock_that_is_far_off_opens_no_day) {
  const auto counts = open();
  counts->passed(world_.read("1CNT001", hours(24 * 30)));
  counts->passed(world_.read("1CNT002", hours(-24 * 500)));
  EXPECT_TRUE(counts->in({{0}, {today_.number + 60}}).empty());
}

TEST_F(PassageCountsTest, a_damaged_file_says_what_to_do) {
  for (const char* text : {"", "{}", R"({"version":1,"since":1,"days":{"x":{}}})",
                           R"({"version":1,"since":1,"days":{"2026-11-23":{"x":1}}})",
                           R"({"version":2,"since":1,"days":{}})"}) {
    ASSERT_TRUE(write_file(file_, text, FileMode::kSecret));
    const auto opened = PassageCounts::open({world_.clock, file_});
    ASSERT_FALSE(opened) << text;
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
    EXPECT_THAT(opened.error().text, testing::HasSubstr("remove it"));
  }
}

}  // namespace
}  // namespace bas::flow
