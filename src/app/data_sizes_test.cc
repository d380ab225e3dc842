#include "app/data_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace bas::app {
namespace {

TEST(StoreSizes, count_every_file_of_a_store_and_nothing_where_there_is_none) {
  const DataFolder folder{std::filesystem::path(testing::TempDir()) / "store_sizes"};
  std::filesystem::remove_all(folder.root);
  std::filesystem::create_directories(folder.pictures() / "2026-11-23");
  std::ofstream(folder.pictures() / "2026-11-23" / "0.blobs") << std::string(1'000, 'x');
  std::ofstream(folder.pictures() / "index") << std::string(24, 'x');
  std::ofstream(folder.control_file()) << std::string(7, 'x');
  const auto sizes = store_sizes(folder);
  const decltype(sizes) expected{
      {"reads", 0}, {"pictures", 1'024}, {"holds", 0}, {"control", 7}, {"ledger", 0}};
  EXPECT_EQ(sizes, expected);
  std::filesystem::remove_all(folder.root);
}

}  // namespace
}  // namespace bas::app
