#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace bas {
namespace {

namespace fs = std::filesystem;

// Every test has an empty folder of its own, removed afterwards.
class File : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "bas-file-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path in_folder(std::string_view name) const { return folder_ / name; }

  static unsigned mode_of(const fs::path& path) {
    struct stat facts{};
    EXPECT_EQ(::stat(path.c_str(), &facts), 0);
    return facts.st_mode & 0777U;
  }

  std::size_t entries() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

 private:
  fs::path folder_;
};

TEST_F(File, gives_back_what_was_written) {
  const std::string bytes("zero \0 and more", 15);
  ASSERT_TRUE(write_file(in_folder("a"), bytes, FileMode::kSecret));
  EXPECT_EQ(read_file(in_folder("a"), 100).value(), bytes);
}

TEST_F(File, replaces_the_old_content_and_leaves_nothing_beside) {
  ASSERT_TRUE(write_file(in_folder("a"), "a long old content", FileMode::kPublic));
  ASSERT_TRUE(write_file(in_folder("a"), "new", FileMode::kPublic));
  EXPECT_EQ(read_file(in_folder("a"), 100).value(), "new");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(File, keeps_secrets_from_others) {
  ASSERT_TRUE(write_file(in_folder("secret"), "x", FileMode::kSecret));
  EXPECT_EQ(mode_of(in_folder("secret")), 0600U);
  ASSERT_TRUE(make_private_folder(in_folder("b")));
  EXPECT_EQ(mode_of(in_folder("b")), 0700U);
}

TEST_F(File, keeps_secrets_from_others_even_over_an_open_leftover) {
  std::ofstream(in_folder("secret.new")) << "left by a crash";
  fs::permissions(in_folder("secret.new"), fs::perms::all);
  ASSERT_TRUE(write_file(in_folder("secret"), "x", FileMode::kSecret));
  EXPECT_EQ(mode_of(in_folder("secret")), 0600U);
}

TEST_F(File, refuses_more_than_the_bound) {
  ASSERT_TRUE(write_file(in_folder("a"), std::string(101, 'x'), FileMode::kPublic));
  EXPECT_EQ(read_file(in_folder("a"), 100).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(read_file(in_folder("a"), 101).value().size(), 101U);
}

TEST_F(File, says_when_there_is_none) {
  EXPECT_EQ(read_file(in_folder("none"), 1).error().code, ErrorCode::kNotFound);
}

TEST_F(File, says_when_the_folder_is_none) {
  EXPECT_EQ(write_file(in_folder("none/a"), "x", FileMode::kPublic).error().code,
            ErrorCode::kNotFound);
}

TEST_F(File, overwrites_what_it_destroys) {
  ASSERT_TRUE(write_file(in_folder("key"), "the key", FileMode::kSecret));
  fs::create_hard_link(in_folder("key"), in_folder("other name"));
  ASSERT_TRUE(destroy_file(in_folder("key")));
  EXPECT_FALSE(fs::exists(in_folder("key")));
  EXPECT_EQ(read_file(in_folder("other name"), 100).value(), std::string(7, '\0'));
}

TEST_F(File, destroys_what_is_gone_already) { EXPECT_TRUE(destroy_file(in_folder("none"))); }

TEST_F(File, makes_folders_with_their_parents_and_twice) {
  ASSERT_TRUE(make_private_folder(in_folder("a/b/c")));
  ASSERT_TRUE(make_private_folder(in_folder("a/b/c")));
  EXPECT_TRUE(fs::is_directory(in_folder("a/b/c")));
}

TEST_F(File, refuses_a_folder_where_a_file_stands) {
  ASSERT_TRUE(write_file(in_folder("a"), "x", FileMode::kPublic));
  EXPECT_FALSE(make_private_folder(in_folder("a/b")));
}

}  // namespace
}  // namespace bas
