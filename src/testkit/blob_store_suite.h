// The promises of ports/blob_store.h as tests; an engine's test instantiates BlobStoreSuite.
#pragma once

#include "ports/blob_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

namespace bas::testkit {

// How an engine is opened on a folder; called again on the same folder for a restart.
struct BlobStoreEngine {
  std::string name;
  std::function<Result<std::unique_ptr<BlobStore>>(const std::filesystem::path&)> open;
};

inline std::ostream& operator<<(std::ostream& out, const BlobStoreEngine& engine) {
  return out << engine.name;
}

inline constexpr Day kBlobDay{20780};
inline constexpr Day kOtherBlobDay{20779};

class BlobStoreSuite : public testing::TestWithParam<BlobStoreEngine> {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "blobs-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    reopen();
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  void reopen() {
    store_.reset();
    auto opened = GetParam().open(folder_);
    ASSERT_TRUE(opened) << opened.error().text;
    store_ = std::move(*opened);
  }
  std::vector<BlobRef> append(Day day, const std::vector<std::string>& blobs) {
    auto refs = store_->append(day, blobs);
    EXPECT_TRUE(refs) << (refs ? "" : refs.error().text);
    return refs.value_or(std::vector<BlobRef>{});
  }
  ErrorCode refusal(const BlobRef& ref) {
    const auto read = store_->read(ref);
    EXPECT_FALSE(read);
    return read ? ErrorCode::kBadInput : read.error().code;
  }

  std::filesystem::path folder_;
  std::unique_ptr<BlobStore> store_;
};

TEST_P(BlobStoreSuite, gives_back_what_was_appended_in_its_order) {
  const std::vector<std::string> blobs = {"first", std::string(300000, 'x'), "", "last"};
  const std::vector<BlobRef> refs = append(kBlobDay, blobs);
  ASSERT_EQ(refs.size(), blobs.size());
  for (std::size_t i = 0; i < refs.size(); ++i) {
    EXPECT_EQ(store_->read(refs[i]).value(), blobs[i]);
    EXPECT_EQ(refs[i].day, kBlobDay);
    EXPECT_EQ(refs[i].length, blobs[i].size());
  }
}

TEST_P(BlobStoreSuite, keeps_everything_over_restarts) {
  std::vector<BlobRef> refs;
  for (const std::string& text : {std::string("one"), std::string("two"), std::string("three")}) {
    refs.push_back(append(kBlobDay, {text}).at(0));
    reopen();
  }
  EXPECT_EQ(store_->read(refs[0]).value(), "one");
  EXPECT_EQ(store_->read(refs[1]).value(), "two");
  EXPECT_EQ(store_->read(refs[2]).value(), "three");
}

TEST_P(BlobStoreSuite, an_empty_batch_has_no_refs) {
  EXPECT_TRUE(store_->append(kBlobDay, {}).value().empty());
}

TEST_P(BlobStoreSuite, refuses_a_ref_outside_what_was_written) {
  const BlobRef good = append(kBlobDay, {"0123456789"}).at(0);
  BlobRef too_long = good;
  too_long.length += 1;
  BlobRef too_far = good;
  too_far.offset = UINT64_MAX - 3;
  BlobRef other_segment = good;
  other_segment.segment += 1000;
  BlobRef other_day = good;
  other_day.day = kOtherBlobDay;
  for (const BlobRef& bad : {too_long, too_far, other_segment, other_day}) {
    EXPECT_EQ(refusal(bad), ErrorCode::kNotFound);
  }
}

TEST_P(BlobStoreSuite, drops_a_day_and_nothing_else) {
  const BlobRef gone = append(kBlobDay, {"gone"}).at(0);
  const BlobRef kept = append(kOtherBlobDay, {"kept"}).at(0);
  ASSERT_TRUE(store_->drop_day(kBlobDay));
  EXPECT_EQ(refusal(gone), ErrorCode::kNotFound);
  EXPECT_EQ(store_->read(kept).value(), "kept");
  EXPECT_TRUE(store_->drop_day(kBlobDay));
  reopen();
  EXPECT_EQ(refusal(gone), ErrorCode::kNotFound);
}

TEST_P(BlobStoreSuite, serves_many_writers_at_once) {
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 4; ++writer) {
    threads.emplace_back([this, writer] {
      for (int i = 0; i < 50; ++i) {
        const std::string text(static_cast<std::size_t>(100 * writer + i + 1), char('a' + writer));
        const auto refs = store_->append(kBlobDay, std::vector<std::string>{text, text + "!"});
        ASSERT_TRUE(refs);
        ASSERT_EQ(store_->read(refs->at(0)).value(), text);
        ASSERT_EQ(store_->read(refs->at(1)).value(), text + "!");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace bas::testkit
