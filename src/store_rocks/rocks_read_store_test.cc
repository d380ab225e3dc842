#include "store_rocks/rocks_read_store.h"

#include "testkit/read_store_suite.h"

#include <fstream>

namespace bas::testkit {
namespace {

namespace fs = std::filesystem;
using store_rocks::RocksReadStore;

Result<std::unique_ptr<ReadStore>> open_small(const fs::path& folder) {
  return RocksReadStore::open({folder, 8u << 20});
}

INSTANTIATE_TEST_SUITE_P(RocksDb, ReadStoreSuite,
                         testing::Values(ReadStoreEngine{"rocksdb", open_small}));

class RocksReadStoreTest : public ReadStoreSuite {
 protected:
  bool disk_holds(std::string_view text) {
    for (const auto& file : fs::recursive_directory_iterator(folder_)) {
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(in), {});
      if (bytes.find(text) == std::string::npos) continue;
      found_in_ = file.path();
      return true;
    }
    return false;
  }

  fs::path found_in_;  // by the last disk_holds
};

INSTANTIATE_TEST_SUITE_P(RocksDb, RocksReadStoreTest,
                         testing::Values(ReadStoreEngine{"rocksdb", open_small}));

TEST_P(RocksReadStoreTest, one_process_holds_the_folder) {
  const auto second = open_small(folder_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kConflict) << second.error().text;
}

TEST_P(RocksReadStoreTest, the_bytes_of_a_dropped_day_leave_the_disk) {
  SealedRead gone = read(seconds{1}, "ONE");
  gone.sealed = "the sealed bytes of a day that is dropped";
  SealedRead kept = read(hours{24}, "ONE");
  kept.sealed = "the sealed bytes of a day that is kept";
  append({gone, kept});
  ASSERT_TRUE(disk_holds(gone.sealed));
  ASSERT_TRUE(store_->drop_day(gone.day));
  EXPECT_FALSE(disk_holds(gone.sealed)) << found_in_;
  EXPECT_FALSE(disk_holds(gone.names.front())) << found_in_;
  EXPECT_TRUE(disk_holds(kept.sealed));
}

TEST_P(RocksReadStoreTest, a_flipped_bit_is_reported_and_not_given_out) {
  SealedRead one = read(seconds{1}, "ONE");
  one.sealed = "the sealed bytes that are flipped on disk";
  append({one});
  store_.reset();
  reopen();  // a start turns the log into a table file
  store_.reset();
  int flipped = 0;
  for (const auto& file : fs::recursive_directory_iterator(folder_)) {
    if (file.path().extension() != ".sst") continue;
    std::fstream bytes(file.path(), std::ios::in | std::ios::out | std::ios::binary);
    const std::string whole(std::istreambuf_iterator<char>(bytes), {});
    const auto at = whole.find(one.sealed);
    if (at == std::string::npos) continue;
    bytes.clear();
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put('T');
    ++flipped;
  }
  ASSERT_EQ(flipped, 1);
  reopen();
  const auto found = store_->fetch(one.id);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kCorrupt);
}

TEST_P(RocksReadStoreTest, refuses_a_folder_it_may_not_write) {
  const fs::path file = folder_ / "a_file";
  std::ofstream(file) << "not a folder";
  const auto opened = open_small(file / "reads");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace bas::testkit
