#include "app/days.h"

#include <gmock/gmock.h>

#include "app/data_folder.h"
#include "app/ledger_parts.h"
#include "app/scratch_environment_test.h"
#include "blobs_fs/file_blob_store.h"
#include "store_rocks/rocks_read_store.h"
#include "vault/vault.h"

namespace bas::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Day kOldDay{20'770};
constexpr Day kNewDay{20'771};

class Days : public ScratchEnvironment {
 protected:
  Days() {
    EXPECT_TRUE(data_.prepare());
    const auto vault = open_vault();
    const auto reads = store_rocks::RocksReadStore::open({.folder = data_.reads()}).value();
    const auto blobs = blobs_fs::FileBlobStore::open({.folder = data_.pictures()}).value();
    for (const Day day : {kOldDay, kNewDay}) {
      EXPECT_TRUE(vault->keys(day));
      const SealedRead read = read_of(day);
      EXPECT_TRUE(reads->append({&read, 1}));
      const std::vector<std::string> pictures = {"a sealed picture"};
      pictures_[day] = blobs->append(day, pictures).value().at(0);
    }
  }

  std::unique_ptr<vault::Vault> open_vault() {
    return vault::Vault::open({.keys_folder = data_.keys(), .kek_file = data_.default_kek_file()},
                              random_)
        .value();
  }
  SealedRead read_of(Day day) {
    SealedRead read;
    read.day = day;
    read.captured_at = start_of(day) + std::chrono::hours{12};
    SeededRandom same_each_time{static_cast<std::uint64_t>(day.number)};
    read.id = make_id(read.captured_at, same_each_time);
    read.site = read.id;
    read.token = std::string(kTokenBytes, 't');
    read.sealed = "a sealed read";
    read.names = {std::string(kTokenBytes, 'n')};
    return read;
  }
  bool has_read(Day day) {
    const auto reads = store_rocks::RocksReadStore::open({.folder = data_.reads()}).value();
    return reads->fetch(read_of(day).id).value().has_value();
  }
  bool has_picture(Day day) {
    const auto blobs = blobs_fs::FileBlobStore::open({.folder = data_.pictures()}).value();
    return blobs->read(pictures_[day]).has_value();
  }
  DaysFolder folder() const { return {data_.root, {}}; }

  SystemRandom random_;
  DataFolder data_{folder_.path / "data"};
  std::map<Day, BlobRef> pictures_;
};

TEST_F(Days, the_end_of_one_stands_in_the_ledger) {
  ASSERT_TRUE(drop_day(folder(), kOldDay));
  ASSERT_TRUE(drop_day(folder(), kOldDay));
  const SystemClock clock;
  const auto ledger = LedgerParts::open({.folder = data_.ledger(),
                                         .keys_folder = data_.ledger_keys(),
                                         .kek_file = data_.default_kek_file(),
                                         .key_file = data_.default_ledger_key_file(),
                                         .origin = {}},
                                        clock, random_)
                          .value();
  const auto uses = ledger->uses->latest(10, 10).value();
  ASSERT_EQ(uses.size(), 2U);
  EXPECT_EQ(uses[0].facts.results, 0U) << "repeated, nothing was left";
  EXPECT_EQ(uses[1].facts.verb, policy::Verb::kErase);
  EXPECT_EQ(uses[1].facts.version, format_day(kOldDay));
  EXPECT_EQ(uses[1].facts.results, 1U);
}

TEST_F(Days, are_listed_in_order) {
  EXPECT_THAT(kept_days(folder()).value(), ElementsAre(kOldDay, kNewDay));
}

TEST_F(Days, one_that_is_dropped_is_gone_with_its_key_reads_and_pictures) {
  EXPECT_EQ(drop_day(folder(), kOldDay).value().reads, 1U);
  EXPECT_THAT(kept_days(folder()).value(), ElementsAre(kNewDay));
  EXPECT_EQ(open_vault()->keys(kOldDay).error().code, ErrorCode::kDestroyed);
  EXPECT_FALSE(has_read(kOldDay));
  EXPECT_FALSE(has_picture(kOldDay));
  EXPECT_TRUE(has_read(kNewDay));
  EXPECT_TRUE(has_picture(kNewDay));
  EXPECT_TRUE(open_vault()->existing_keys(kNewDay));
}

TEST_F(Days, one_whose_key_was_destroyed_before_a_crash_is_finished_when_repeated) {
  ASSERT_TRUE(open_vault()->destroy(kOldDay));
  EXPECT_TRUE(has_read(kOldDay));
  ASSERT_TRUE(drop_day(folder(), kOldDay));
  EXPECT_FALSE(has_read(kOldDay));
  EXPECT_FALSE(has_picture(kOldDay));
  EXPECT_TRUE(drop_day(folder(), kOldDay));
}

TEST_F(Days, one_that_was_never_kept_is_not_closed_by_mistake) {
  const Day other{kOldDay.number - 1};
  EXPECT_EQ(drop_day(folder(), other).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(open_vault()->keys(other));
}

TEST_F(Days, stay_while_a_server_runs_on_the_folder) {
  const auto running = open_vault();
  const auto refused = drop_day(folder(), kOldDay);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kConflict);
  EXPECT_THAT(refused.error().text, HasSubstr("another process"));
  EXPECT_TRUE(running->existing_keys(kOldDay));
}

TEST_F(Days, of_a_folder_that_is_none_are_not_found_and_nothing_is_made) {
  const DaysFolder nowhere{folder_.path / "nowhere", {}};
  EXPECT_EQ(kept_days(nowhere).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(drop_day(nowhere, kOldDay).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(nowhere.data_folder));
}

}  // namespace
}  // namespace bas::app
