#include "flow/device_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class device_marks : public testing::Test {
 protected:
  std::string device(std::string_view name, std::string_view marks) {
    return devices_.device({name, marks}).value();
  }
  std::string renewed(std::string_view name, std::string_view marks = {}) {
    return devices_.renewed({name, marks}).value();
  }

  testkit::FlowWorld world_;
  DeviceMarks devices_{{*world_.vault, world_.clock, world_.random}};
};

TEST_F(device_marks, are_of_the_account_that_came_in) {
  const std::string marks = renewed("an");
  EXPECT_THAT(marks, SizeIs(58));
  EXPECT_THAT(device("an", marks), SizeIs(16));
  EXPECT_THAT(device("bo", marks), IsEmpty());
  EXPECT_THAT(device("", marks), IsEmpty());
  EXPECT_NE(device("an", marks), device("an", renewed("an")));
}

TEST_F(device_marks, are_refused_when_a_single_digit_was_changed_or_cut) {
  const std::string marks = renewed("an");
  for (std::size_t at = 0; at < marks.size(); ++at) {
    std::string changed = marks;
    changed[at] = changed[at] == '0' ? '1' : '0';
    EXPECT_THAT(device("an", changed), IsEmpty()) << at;
    EXPECT_THAT(device("an", marks.substr(0, at)), IsEmpty()) << at;
  }
}

TEST_F(device_marks, end_after_half_a_year) {
  const std::string marks = renewed("an");
  world_.clock.advance(days{180} - seconds{1});
  EXPECT_THAT(device("an", marks), Not(IsEmpty()));
  world_.clock.advance(seconds{1});
  EXPECT_THAT(device("an", marks), IsEmpty());
}

TEST_F(device_marks, of_eight_accounts_share_a_browser) {
  std::string marks;
  for (const char name : std::string("abcdefghi")) marks = renewed(std::string(1, name), marks);
  EXPECT_THAT(marks, SizeIs(8 * 58 + 7));
  EXPECT_THAT(device("i", marks), Not(IsEmpty()));
  EXPECT_THAT(device("b", marks), Not(IsEmpty()));
  EXPECT_THAT(device("a", marks), IsEmpty()) << "the oldest made room";
  EXPECT_THAT(renewed("i", marks), SizeIs(marks.size())) << "its old mark went";
}

TEST_F(device_marks, take_anything_from_a_browser) {
  for (const std::string& odd :
       {std::string("~~~~"), std::string(100'000, '~'), std::string(58, 'x'), std::string(58, '\0'),
        std::string(1'000'000, 'a')}) {
    EXPECT_THAT(device("an", odd), IsEmpty());
    EXPECT_THAT(renewed("an", odd), SizeIs(58));
  }
}

}  // namespace
}  // namespace bas::flow
