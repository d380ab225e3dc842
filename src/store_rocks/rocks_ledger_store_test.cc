#include "store_rocks/rocks_ledger_store.h"

#include <fstream>

#include "testkit/ledger_store_suite.h"

namespace bas::testkit {

INSTANTIATE_TEST_SUITE_P(store_rocks, LedgerStoreSuite,
                         testing::Values(LedgerStoreEngine{
                             "RocksDB", [](const std::filesystem::path& folder) {
                               return store_rocks::RocksLedgerStore::open(folder);
                             }}));

}  // namespace bas::testkit

namespace bas::store_rocks {
namespace {

// Where a sealed payload lay in files, its bytes are gone too.
TEST(RocksLedgerStore, an_erased_payload_lies_in_no_file) {
  const testkit::Scratch folder;
  const auto is_on_disk = [&](const std::string& wanted) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.folder())) {
      if (!file.is_regular_file()) continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), {});
      if (bytes.find(wanted) != std::string::npos) return true;
    }
    return false;
  };
  const auto store = RocksLedgerStore::open(folder.folder() / "ledger").value();
  const std::vector<LedgerRow> rows{{"entry", "the sealed payload"}, {"entry", "another payload"}};
  ASSERT_TRUE(store->append({0, rows, {}}));
  EXPECT_TRUE(is_on_disk("the sealed payload"));
  ASSERT_TRUE(store->erase_payloads({0, 1}));
  EXPECT_FALSE(is_on_disk("the sealed payload"));
  EXPECT_EQ(store->payload(1).value(), "another payload");
  EXPECT_EQ(RocksLedgerStore::open(folder.folder() / "ledger").error().code, ErrorCode::kConflict);
}

}  // namespace
}  // namespace bas::store_rocks
