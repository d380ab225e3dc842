#include "app/data_folder.h"

#include <sys/stat.h>

#include "app/scratch_environment_test.h"

namespace bas::app {
namespace {

using DataFolders = ScratchEnvironment;

TEST_F(DataFolders, the_key_lies_beside_the_folder_and_never_inside) {
  EXPECT_EQ(DataFolder{"/var/lib/bas"}.default_kek_file(), "/var/lib/bas.kek");
  EXPECT_EQ(DataFolder{"/var/lib/bas/"}.default_kek_file(), "/var/lib/bas.kek");
  EXPECT_EQ(DataFolder{"/var/lib/x/../bas/."}.default_kek_file(), "/var/lib/bas.kek");
  EXPECT_EQ(DataFolder{"bas-data"}.default_kek_file(),
            std::filesystem::current_path() / "bas-data.kek");
}

TEST_F(DataFolders, are_made_for_this_user_alone_and_may_be_there_already) {
  const DataFolder folder{folder_.path / "deep" / "data"};
  ASSERT_TRUE(folder.prepare());
  ASSERT_TRUE(folder.prepare());
  for (const auto& part : {folder.root, folder.reads(), folder.pictures(), folder.keys()}) {
    struct stat facts{};
    ASSERT_EQ(::stat(part.c_str(), &facts), 0) << part;
    EXPECT_EQ(facts.st_mode & 0777, 0700U) << part;
  }
}

TEST_F(DataFolders, cannot_be_made_where_a_file_stands) {
  const DataFolder folder{"/proc/version/data"};
  EXPECT_FALSE(folder.prepare());
}

}  // namespace
}  // namespace bas::app
