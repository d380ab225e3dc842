// What every test of a ReadStore starts from: an engine in a fresh folder, and reads to put in it.
#pragma once

#include "ports/read_store.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <functional>
#include <memory>

namespace bas::testkit {

// How an engine is opened on a folder; called again on the same folder for a restart.
struct ReadStoreEngine {
  std::string name;
  std::function<Result<std::unique_ptr<ReadStore>>(const std::filesystem::path&)> open;
};

inline std::ostream& operator<<(std::ostream& out, const ReadStoreEngine& engine) {
  return out << engine.name;
}

inline const UtcTime kNoon = parse_rfc3339("2026-11-23T12:00:00Z").value();

class ReadStoreSuite : public testing::TestWithParam<ReadStoreEngine> {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "reads-XXXXXX").string();
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

  std::string token(std::string_view plate) const {
    std::string out(kTokenBytes, '.');
    return out.replace(0, plate.size(), plate);
  }
  Id site(char name) const {
    Id out;
    out.bytes.fill(name);
    return out;
  }
  // A read of `plate` so long after noon, at site 'a', with two names of its own.
  SealedRead read(std::chrono::milliseconds after_noon, std::string_view plate) {
    SealedRead out;
    out.captured_at = kNoon + after_noon;
    out.id = make_id(out.captured_at, random_);
    out.day = brussels_day(out.captured_at);
    out.token = token(plate);
    out.site = site('a');
    out.names = {random_.bytes(kTokenBytes), random_.bytes(kTokenBytes)};
    out.sealed = random_.bytes(150);
    return out;
  }
  void append(const std::vector<SealedRead>& reads) {
    const Result<> done = store_->append(reads);
    ASSERT_TRUE(done) << done.error().text;
  }
  std::vector<SealedRead> history(std::string_view plate, std::size_t limit = 1000) {
    return store_->history(brussels_day(kNoon), token(plate), limit).value();
  }
  std::optional<Id> found(Day day, const std::string& name) {
    return store_->find(std::vector<ReadKey>{{day, name}}).value().at(0);
  }
  SitePassages whole_day() const {
    return {site('a'), start_of(brussels_day(kNoon)), kNoon + std::chrono::hours{11}, 1000, {}};
  }

  SeededRandom random_{20261123};
  std::filesystem::path folder_;
  std::unique_ptr<ReadStore> store_;
};

inline std::vector<Id> ids_of(std::span<const SealedRead> reads) {
  std::vector<Id> out;
  for (const SealedRead& read : reads) out.push_back(read.id);
  return out;
}

inline void expect_same(const SealedRead& a, const SealedRead& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.day, b.day);
  EXPECT_EQ(a.token, b.token);
  EXPECT_EQ(a.site, b.site);
  EXPECT_EQ(a.captured_at, b.captured_at);
  EXPECT_EQ(a.sealed, b.sealed);
}

}  // namespace bas::testkit
