#include "app/running.h"

#include <sys/stat.h>
#include <unistd.h>

#include "app/scratch_environment_test.h"

namespace bas::app {
namespace {

class Running : public ScratchEnvironment {
 protected:
  Running() { set("XDG_RUNTIME_DIR", folder_.path.string()); }

  static DataFolder data(const std::filesystem::path& root) {
    std::filesystem::create_directories(root);
    return {root};
  }
  std::filesystem::path notes() const {
    return folder_.path / ("bas-" + std::to_string(::getuid()));
  }
};

TEST_F(Running, the_data_folder_of_a_server_is_found_by_its_address) {
  ASSERT_TRUE(note_running("http://127.0.0.1:8080", data(folder_.path / "a")));
  ASSERT_TRUE(note_running("http://127.0.0.1:8081", data(folder_.path / "b")));
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8080").value(), folder_.path / "a");
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8080/").value(), folder_.path / "a");
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8081").value(), folder_.path / "b");
}

TEST_F(Running, a_server_that_was_never_started_or_has_ended_is_not_found) {
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8080").error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(note_running("http://127.0.0.1:8080", data(folder_.path)));
  forget_running("http://127.0.0.1:8080", data(folder_.path));
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8080").error().code, ErrorCode::kNotFound);
}

TEST_F(Running, what_a_crash_left_behind_is_overwritten) {
  ASSERT_TRUE(note_running("http://127.0.0.1:8080", data(folder_.path / "crashed")));
  ASSERT_TRUE(note_running("http://127.0.0.1:8080", data(folder_.path / "anew")));
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8080").value(), folder_.path / "anew");
}

TEST_F(Running, a_folder_that_others_may_write_is_not_trusted) {
  ASSERT_EQ(::mkdir(notes().c_str(), 0755), 0);
  EXPECT_EQ(note_running("http://127.0.0.1:8080", data(folder_.path)).error().code,
            ErrorCode::kRefused);
  EXPECT_EQ(data_folder_of("http://127.0.0.1:8080").error().code, ErrorCode::kRefused);
}

TEST_F(Running, a_link_to_a_folder_of_somebody_is_not_followed) {
  const auto elsewhere = folder_.path / "elsewhere";
  ASSERT_EQ(::mkdir(elsewhere.c_str(), 0700), 0);
  ASSERT_EQ(::symlink(elsewhere.c_str(), notes().c_str()), 0);
  EXPECT_FALSE(note_running("http://127.0.0.1:8080", data(folder_.path)));
}

}  // namespace
}  // namespace bas::app
