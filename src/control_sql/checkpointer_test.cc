#include "control_sql/checkpointer.h"

#include <gtest/gtest.h>

#include <atomic>

#include "control_sql/scratch_folder_test.h"

namespace bas::control_sql {
namespace {

class checkpointer : public testing::Test {
 protected:
  std::unique_ptr<Connection> connect(ConnectionUse use) {
    return Connection::open({folder_.path / "a.db", std::chrono::seconds(5), use, &turn_}).value();
  }
  void add_row() {
    const auto added = writer_->write([](soci::session& session) -> Result<> {
      session << "INSERT INTO rows (text) VALUES (hex(zeroblob(2000)))";
      return {};
    });
    ASSERT_TRUE(added) << added.error().text;
  }
  // Adds rows until the log starts anew; false when it never does.
  bool starts_anew() {
    for (int row = 0; row < 20'000; ++row) {
      const int before = pages_;
      add_row();
      if (pages_ < before) return true;
    }
    return false;
  }

  ScratchFolder folder_;
  WriteTurn turn_;
  std::atomic<int> pages_ = 0;
  std::unique_ptr<Connection> writer_ = connect(ConnectionUse::kHits);
  std::unique_ptr<Connection> upkeep_ = connect(ConnectionUse::kUpkeep);
};

TEST_F(checkpointer, lets_the_log_start_anew_while_somebody_writes) {
  ASSERT_TRUE(writer_->write([](soci::session& session) -> Result<> {
    session << "CREATE TABLE rows (text TEXT)";
    return {};
  }));
  Checkpointer folding(
      {.upkeep = *upkeep_, .turn = turn_, .fold_at_pages = 100, .again_after_pages = 50});
  writer_->on_commit([&](int pages) {
    pages_ = pages;
    folding.note(pages);
  });
  EXPECT_TRUE(starts_anew());
  EXPECT_TRUE(starts_anew());
}

TEST_F(checkpointer, ends_with_nothing_to_do) {
  Checkpointer({.upkeep = *upkeep_, .turn = turn_}).note(3);
}

}  // namespace
}  // namespace bas::control_sql
