#include "testkit/memory_read_store.h"

#include <map>

#include "testkit/read_store_suite.h"

namespace bas::testkit {
namespace {

// A restart on the same folder finds what was kept there.
Result<std::unique_ptr<ReadStore>> open_kept_reads(const std::filesystem::path& folder) {
  static std::map<std::filesystem::path, std::shared_ptr<MemoryReadStore::Kept>> kept;
  auto& own = kept[folder];
  if (own == nullptr) own = std::make_shared<MemoryReadStore::Kept>();
  return std::unique_ptr<ReadStore>(std::make_unique<MemoryReadStore>(own));
}

INSTANTIATE_TEST_SUITE_P(memory, ReadStoreSuite,
                         testing::Values(ReadStoreEngine{"memory", open_kept_reads}),
                         [](const auto& engine) { return engine.param.name; });

}  // namespace
}  // namespace bas::testkit
