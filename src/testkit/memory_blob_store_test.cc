#include "testkit/memory_blob_store.h"

#include "testkit/blob_store_suite.h"

namespace bas::testkit {
namespace {

// A restart on the same folder finds what was kept there.
Result<std::unique_ptr<BlobStore>> open_kept_blobs(const std::filesystem::path& folder) {
  static std::map<std::filesystem::path, std::shared_ptr<MemoryBlobStore::Kept>> kept;
  auto& own = kept[folder];
  if (own == nullptr) own = std::make_shared<MemoryBlobStore::Kept>();
  return std::unique_ptr<BlobStore>(std::make_unique<MemoryBlobStore>(own));
}

INSTANTIATE_TEST_SUITE_P(memory, BlobStoreSuite,
                         testing::Values(BlobStoreEngine{"memory", open_kept_blobs}),
                         [](const auto& engine) { return engine.param.name; });

}  // namespace
}  // namespace bas::testkit
