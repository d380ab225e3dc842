#include "blobs_fs/file_blob_store.h"

#include "base/file.h"
#include "testkit/blob_store_suite.h"

#include <rapidcheck/gtest.h>

#include <sys/resource.h>

#include <csignal>
#include <fstream>

namespace bas::testkit {
namespace {

namespace fs = std::filesystem;
using blobs_fs::FileBlobStore;

constexpr std::uint64_t kSmallSegment = 1000;

Result<std::unique_ptr<BlobStore>> open_default(const fs::path& folder) {
  return FileBlobStore::open({.folder = folder, .free_bytes_min = 0});
}

Result<std::unique_ptr<BlobStore>> open_small(const fs::path& folder) {
  return FileBlobStore::open(
      {.folder = folder, .segment_bytes = kSmallSegment, .free_bytes_min = 0});
}

INSTANTIATE_TEST_SUITE_P(Files, BlobStoreSuite,
                         testing::Values(BlobStoreEngine{"files", open_default},
                                         BlobStoreEngine{"small_segments", open_small}));

class FileBlobStoreTest : public BlobStoreSuite {
 protected:
  fs::path segment_file(const BlobRef& ref) const {
    return folder_ / format_day(ref.day) / blobs_fs::segment_name(ref.segment);
  }
};

INSTANTIATE_TEST_SUITE_P(Files, FileBlobStoreTest,
                         testing::Values(BlobStoreEngine{"small_segments", open_small}));

TEST_P(FileBlobStoreTest, begins_a_new_segment_when_one_is_full) {
  const std::string blob(400, 'x');
  std::vector<BlobRef> refs;
  for (int i = 0; i < 6; ++i) refs.push_back(append(kBlobDay, {blob}).at(0));
  EXPECT_EQ(refs[1].segment, refs[0].segment);
  EXPECT_GT(refs[2].segment, refs[1].segment);
  EXPECT_GT(refs[4].segment, refs[3].segment);
  for (const BlobRef& ref : refs) EXPECT_EQ(store_->read(ref).value(), blob);
}

TEST_P(FileBlobStoreTest, a_batch_larger_than_a_segment_stays_whole) {
  const std::vector<BlobRef> refs = append(kBlobDay, {std::string(5000, 'x'), "end"});
  EXPECT_EQ(refs[0].segment, refs[1].segment);
  EXPECT_EQ(store_->read(refs[1]).value(), "end");
}

TEST_P(FileBlobStoreTest, a_batch_of_more_blobs_than_one_system_call_takes_is_written_whole) {
  std::vector<std::string> blobs;
  for (int i = 0; i < 3000; ++i) blobs.push_back(std::to_string(i));
  const std::vector<BlobRef> refs = append(kBlobDay, blobs);
  EXPECT_EQ(store_->read(refs.at(2999)).value(), "2999");
}

TEST_P(FileBlobStoreTest, a_torn_tail_disturbs_nothing) {
  const BlobRef before = append(kBlobDay, {"before"}).at(0);
  store_.reset();
  std::ofstream(segment_file(before), std::ios::app) << "torn";
  reopen();
  const BlobRef after = append(kBlobDay, {"after"}).at(0);
  EXPECT_NE(after.segment, before.segment);
  EXPECT_EQ(store_->read(before).value(), "before");
  EXPECT_EQ(store_->read(after).value(), "after");
}

TEST_P(FileBlobStoreTest, a_segment_that_was_cut_refuses_what_it_lost) {
  const std::vector<BlobRef> refs = append(kBlobDay, {"kept", "lost"});
  fs::resize_file(segment_file(refs[1]), 6);
  EXPECT_EQ(store_->read(refs[0]).value(), "kept");
  EXPECT_EQ(refusal(refs[1]), ErrorCode::kNotFound);
}

TEST_P(FileBlobStoreTest, refuses_before_the_disk_is_full) {
  auto wary = FileBlobStore::open({.folder = folder_, .free_bytes_min = UINT64_MAX / 2}).value();
  const auto refused = wary->append(kBlobDay, std::vector<std::string>{"x"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
  EXPECT_NE(refused.error().text.find("free space"), std::string::npos);
  EXPECT_FALSE(fs::exists(folder_ / format_day(kBlobDay)));
}

TEST_P(FileBlobStoreTest, two_processes_never_share_a_segment) {
  auto other = open_small(folder_).value();
  const BlobRef mine = append(kBlobDay, {"mine"}).at(0);
  const BlobRef theirs = other->append(kBlobDay, std::vector<std::string>{"theirs"}).value().at(0);
  EXPECT_NE(mine.segment, theirs.segment);
  EXPECT_EQ(store_->read(theirs).value(), "theirs");
}

TEST_P(FileBlobStoreTest, a_backlog_of_many_days_is_taken) {
  std::vector<BlobRef> refs;
  for (int round = 0; round < 2; ++round) {
    for (int day = 0; day < 40; ++day) {
      refs.push_back(append(Day{kBlobDay.number - day}, {std::to_string(refs.size())}).at(0));
    }
  }
  for (std::size_t i = 0; i < refs.size(); ++i) {
    EXPECT_EQ(store_->read(refs[i]).value(), std::to_string(i));
  }
}

TEST_P(FileBlobStoreTest, files_are_private) {
  const BlobRef ref = append(kBlobDay, {"x"}).at(0);
  EXPECT_EQ(fs::status(segment_file(ref)).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

// A limit on file sizes stands for a disk that refuses half way.
TEST_P(FileBlobStoreTest, a_write_that_fails_is_said_and_the_next_goes_on_elsewhere) {
  const BlobRef before = append(kBlobDay, {"before"}).at(0);
  rlimit usual{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &usual), 0);
  const rlimit small{100, usual.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto refused = store_->append(kBlobDay, std::vector<std::string>{std::string(500, 'x')});
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &usual), 0);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
  const BlobRef after = append(kBlobDay, {"after"}).at(0);
  EXPECT_NE(after.segment, before.segment);
  EXPECT_EQ(store_->read(before).value(), "before");
  EXPECT_EQ(store_->read(after).value(), "after");
}

RC_GTEST_PROP(SegmentName, is_read_back, (std::uint32_t number)) {
  RC_ASSERT(blobs_fs::segment_number(blobs_fs::segment_name(number)) == number);
}

TEST(SegmentName, others_are_none) {
  for (const char* name : {"", "seg", ".seg", "1", "000001.seg.new", "x1.seg", "-1.seg"}) {
    EXPECT_EQ(blobs_fs::segment_number(name), 0u) << name;
  }
}

}  // namespace
}  // namespace bas::testkit
