#include "blobs_fs/file_held_store.h"

#include <gtest/gtest.h>

#include "testkit/scratch.h"

namespace bas::blobs_fs {
namespace {

Id numbered(char last) {
  Id id;
  id.bytes.back() = last;
  return id;
}

class held_files : public testing::Test {
 protected:
  testkit::Scratch scratch_;
  FileHeldStore store_{scratch_.folder() / "holds"};
  const Id hold_ = numbered(1);
  const Id other_ = numbered(2);
  const Id read_ = numbered(3);
};

TEST_F(held_files, give_back_what_was_put_under_each_name) {
  ASSERT_TRUE(store_.put({hold_, read_}, "a read"));
  ASSERT_TRUE(store_.put({hold_, read_, 0}, "a picture"));
  ASSERT_TRUE(store_.put({hold_, read_, 0}, "the same again"));
  FileHeldStore reopened(scratch_.folder() / "holds");
  EXPECT_EQ(reopened.get({hold_, read_}).value(), "a read");
  EXPECT_EQ(reopened.get({hold_, read_, 0}).value(), "the same again");
  EXPECT_EQ(reopened.get({hold_, read_, 1}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(reopened.get({other_, read_}).error().code, ErrorCode::kNotFound);
}

TEST_F(held_files, of_a_dropped_hold_are_gone_and_no_others) {
  ASSERT_TRUE(store_.put({hold_, read_}, "a read"));
  ASSERT_TRUE(store_.put({hold_, read_, 0}, "a picture"));
  ASSERT_TRUE(store_.put({other_, read_}, "another"));
  ASSERT_TRUE(store_.drop(hold_));
  ASSERT_TRUE(store_.drop(hold_));
  EXPECT_EQ(store_.get({hold_, read_}).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(scratch_.folder() / "holds" / to_string(hold_)));
  EXPECT_EQ(store_.get({other_, read_}).value(), "another");
}

}  // namespace
}  // namespace bas::blobs_fs
