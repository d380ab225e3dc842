// What every engine of the ledger must do.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "ports/ledger_store.h"
#include "testkit/scratch.h"

namespace bas::testkit {

// How an engine is opened on a folder; called again on the same folder for a restart.
struct LedgerStoreEngine {
  std::string name;
  std::function<Result<std::unique_ptr<LedgerStore>>(const std::filesystem::path&)> open;
};

inline std::ostream& operator<<(std::ostream& out, const LedgerStoreEngine& engine) {
  return out << engine.name;
}

class LedgerStoreSuite : public testing::TestWithParam<LedgerStoreEngine> {
 protected:
  void SetUp() override { reopen(); }
  void reopen() {
    store_.reset();
    store_ = GetParam().open(folder_.folder() / "ledger").value();
  }
  Result<> append(std::uint64_t first, std::vector<LedgerRow> rows) {
    return store_->append({first, rows, {}});
  }

  Scratch folder_;
  std::unique_ptr<LedgerStore> store_;
};

TEST_P(LedgerStoreSuite, keeps_entries_in_their_order_over_a_restart) {
  EXPECT_EQ(store_->size().value(), 0U);
  EXPECT_FALSE(store_->checkpoint().value());
  const std::vector<LedgerTile> tiles{{1, 7, std::string(8'192, 't')}};
  const std::vector<LedgerRow> rows{{"first", "sealed 0"}, {"second", ""}, {"third", "sealed 2"}};
  ASSERT_TRUE(store_->append({0, rows, tiles}));
  ASSERT_TRUE(append(3, {{std::string(65'535, 'x'), "sealed 3"}}));
  ASSERT_TRUE(store_->put_checkpoint("note"));
  reopen();
  EXPECT_EQ(store_->size().value(), 4U);
  EXPECT_EQ(store_->entries({1, 2}).value(), (std::vector<std::string>{"second", "third"}));
  EXPECT_EQ(store_->entries({3, 1}).value().at(0).size(), 65'535U);
  EXPECT_TRUE(store_->entries({4, 0}).value().empty());
  EXPECT_EQ(store_->entries({3, 2}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_->tile(1, 7).value().size(), 8'192U);
  EXPECT_EQ(store_->tile(1, 8).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_->payload(2).value(), "sealed 2");
  EXPECT_EQ(store_->payload(1).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_->checkpoint().value(), "note");
}

TEST_P(LedgerStoreSuite, replaces_nothing_and_leaves_no_gap) {
  ASSERT_TRUE(append(0, {{"first", ""}}));
  EXPECT_EQ(append(0, {{"other", ""}}).error().code, ErrorCode::kConflict);
  EXPECT_EQ(append(2, {{"third", ""}}).error().code, ErrorCode::kConflict);
  EXPECT_EQ(store_->entries({0, 1}).value().at(0), "first");
  EXPECT_EQ(store_->size().value(), 1U);
}

TEST_P(LedgerStoreSuite, erases_payloads_and_nothing_else) {
  std::vector<LedgerRow> rows;
  for (int i = 0; i < 20; ++i) rows.push_back({"entry", "sealed " + std::to_string(i)});
  ASSERT_TRUE(append(0, rows));
  ASSERT_TRUE(store_->erase_payloads({5, 10}));
  reopen();
  EXPECT_EQ(store_->payload(4).value(), "sealed 4");
  EXPECT_EQ(store_->payload(5).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_->payload(14).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store_->payload(15).value(), "sealed 15");
  EXPECT_EQ(store_->entries({0, 20}).value().size(), 20U);
}

}  // namespace bas::testkit
