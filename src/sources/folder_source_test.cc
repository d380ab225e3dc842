// A real folder, with times set by the test against a clock that stands still.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/encode.h"
#include "sources/make_source.h"
#include "testkit/fake_clock.h"
#include "testkit/scratch.h"
#include "testkit/scripted_fetcher.h"
#include "testkit/signer.h"

namespace bas::sources {
namespace {

using testkit::Signer;

using std::chrono::seconds;
using testing::HasSubstr;

class FolderSource : public testing::Test {
 protected:
  FolderSource() {
    settings_.kind = SourceKind::kFolder;
    settings_.path = scratch_.folder().string();
    settings_.pattern = "stolen-*.csv";
  }

  // A file last changed that long before now; its path.
  std::string put(const std::string& name, const std::string& bytes, seconds age) {
    const std::string path = scratch_.file(name, bytes);
    std::filesystem::last_write_time(path, std::chrono::file_clock::from_sys(clock_.now() - age));
    return path;
  }
  Result<FetchedList> fetch(const SourceMark& last = {}, const SourceRoots& roots = {}) {
    auto source = make_source(settings_, fetcher_, clock_, roots);
    if (!source) return tl::make_unexpected(source.error());
    return (*source)->fetch(last, {});
  }
  std::string bytes(const SourceMark& last = {}) {
    const auto list = fetch(last);
    if (!list) return list.error().text;
    return list->bytes.value_or("unchanged");
  }
  void expect_error(ErrorCode code, const std::string& text) {
    const auto list = fetch();
    ASSERT_FALSE(list) << text;
    EXPECT_EQ(list.error().code, code) << list.error().text;
    EXPECT_THAT(list.error().text, HasSubstr(text));
  }

  const testkit::Scratch scratch_;
  SourceSettings settings_;
  testkit::ScriptedFetcher fetcher_;
  testkit::FakeClock clock_{UtcTime{seconds{1'764'000'000}}};
};

TEST_F(FolderSource, takes_the_newest_file_that_fits_the_pattern) {
  put("stolen-1.csv", "old", seconds{300});
  put("stolen-0.csv", "new", seconds{100});
  put("other.csv", "other", seconds{50});
  put(".stolen-9.csv", "hidden", seconds{50});
  put("stolen-3.csv.part", "unfinished", seconds{50});
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, "new");
  EXPECT_EQ(list->name, "stolen-0.csv");
  EXPECT_EQ(list->mark.sha256, to_hex(sha256("new")));
  EXPECT_EQ(list->fetched_at, clock_.now());
  EXPECT_TRUE(std::filesystem::exists(scratch_.path("stolen-0.csv")));
}

TEST_F(FolderSource, waits_until_a_file_has_settled) {
  put("stolen-1.csv", "half", seconds{9});
  expect_error(ErrorCode::kUnavailable, "no file in the folder is complete yet");
  put("stolen-0.csv", "whole", seconds{100});
  EXPECT_EQ(bytes(), "whole");
  clock_.advance(seconds{1});
  EXPECT_EQ(bytes(), "half");
}

TEST_F(FolderSource, takes_a_renamed_file_at_once_but_no_unfinished_name) {
  settings_.complete_when = CompleteWhen::kRenamed;
  settings_.pattern = "*";
  put("stolen.csv.tmp", "half", seconds{0});
  expect_error(ErrorCode::kUnavailable, "no file in the folder fits the pattern");
  std::filesystem::rename(scratch_.path("stolen.csv.tmp"), scratch_.path("stolen.csv"));
  EXPECT_EQ(bytes(), "half");
}

TEST_F(FolderSource, takes_a_marked_file_whose_marker_is_not_older) {
  settings_.complete_when = CompleteWhen::kMarked;
  put("stolen-1.csv", "one", seconds{100});
  expect_error(ErrorCode::kUnavailable, "complete yet");
  put("stolen-1.csv.done", "", seconds{101});
  expect_error(ErrorCode::kUnavailable, "complete yet");
  put("stolen-1.csv.done", "", seconds{100});
  EXPECT_EQ(bytes(), "one");
}

TEST_F(FolderSource, reads_an_unchanged_file_once) {
  put("stolen-1.csv", "one", seconds{100});
  const auto first = fetch();
  ASSERT_TRUE(first) << first.error().text;
  // Other bytes with the same size, time and inode: only who does not read takes them for the same.
  put("stolen-1.csv", "ONE", seconds{100});
  const auto again = fetch(first->mark);
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_EQ(again->bytes, std::nullopt);
  EXPECT_EQ(again->mark, first->mark);
  put("stolen-1.csv", "two", seconds{99});
  EXPECT_EQ(bytes(first->mark), "two");
}

TEST_F(FolderSource, believes_no_time_stamp_of_a_moment_ago) {
  settings_.complete_when = CompleteWhen::kRenamed;
  put("stolen-1.csv", "one", seconds{5});
  const auto first = fetch();
  ASSERT_TRUE(first) << first.error().text;
  EXPECT_EQ(first->mark.etag, "");
  put("stolen-1.csv", "two", seconds{5});
  EXPECT_EQ(bytes(first->mark), "two");
}

TEST_F(FolderSource, knows_the_same_bytes_in_another_file) {
  put("stolen-1.csv", "one", seconds{200});
  const auto first = fetch();
  ASSERT_TRUE(first);
  put("stolen-2.csv", "one", seconds{100});
  const auto second = fetch(first->mark);
  ASSERT_TRUE(second) << second.error().text;
  EXPECT_EQ(second->bytes, std::nullopt);
  EXPECT_NE(second->mark, first->mark);
}

TEST_F(FolderSource, does_not_go_back_to_an_older_file) {
  put("stolen-1.csv", "old", seconds{200});
  const std::string newer = put("stolen-2.csv", "new", seconds{100});
  const auto first = fetch();
  ASSERT_TRUE(first);
  std::filesystem::remove(newer);
  const auto second = fetch(first->mark);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(second.error().text, HasSubstr("older than the one"));
}

TEST_F(FolderSource, refuses_symbolic_links_and_what_is_no_file) {
  const testkit::Scratch outside;
  std::filesystem::create_symlink(outside.file("secret", "secret"), scratch_.path("stolen-1.csv"));
  expect_error(ErrorCode::kBadInput, "symbolic link");
  std::filesystem::remove(scratch_.path("stolen-1.csv"));
  ASSERT_EQ(::mkfifo(scratch_.path("stolen-1.csv").c_str(), 0600), 0);
  expect_error(ErrorCode::kBadInput, "no plain file");
  std::filesystem::remove(scratch_.path("stolen-1.csv"));
  std::filesystem::create_directory(scratch_.path("stolen-1.csv"));
  expect_error(ErrorCode::kBadInput, "no plain file");
}

TEST_F(FolderSource, refuses_a_folder_that_is_a_link_or_not_there) {
  settings_.path = scratch_.path("link");
  expect_error(ErrorCode::kUnavailable, "the folder cannot be opened");
  std::filesystem::create_directory(scratch_.path("real"));
  std::filesystem::create_symlink(scratch_.path("real"), settings_.path);
  expect_error(ErrorCode::kUnavailable, "the folder cannot be opened");
  settings_.path = scratch_.path("real");
  expect_error(ErrorCode::kUnavailable, "no file in the folder fits");
}

TEST_F(FolderSource, stays_within_its_root) {
  const SourceRoots roots{"", scratch_.folder().string() + "/"};
  std::filesystem::create_directories(scratch_.path("a/b"));
  std::filesystem::create_symlink(scratch_.path("a"), scratch_.path("link"));
  put("a/b/stolen-1.csv", "one", seconds{100});
  const auto bytes_at = [&](const std::string& path) {
    settings_.path = path;
    const auto list = fetch({}, roots);
    return list ? list->bytes.value_or("unchanged") : list.error().text;
  };
  EXPECT_EQ(bytes_at(scratch_.path("a/b")), "one");
  EXPECT_EQ(bytes_at(scratch_.path("a//./b/")), "one");
  EXPECT_THAT(bytes_at(scratch_.path("link/b")), HasSubstr("cannot be opened"));
  EXPECT_THAT(bytes_at("/etc"), HasSubstr("must lie within"));
  EXPECT_THAT(bytes_at(scratch_.folder().string() + "x"), HasSubstr("must lie within"));
}

TEST_F(FolderSource, refuses_a_file_over_the_bound_and_keeps_it) {
  settings_.bytes_max = 3;
  const std::string path = put("stolen-1.csv", "four", seconds{100});
  expect_error(ErrorCode::kBadInput, "raise bytes_max");
  EXPECT_TRUE(std::filesystem::exists(path));
  settings_.bytes_max = 4;
  EXPECT_EQ(bytes(), "four");
}

TEST_F(FolderSource, refuses_a_file_of_the_future) {
  put("stolen-1.csv", "one", -seconds{600});
  expect_error(ErrorCode::kBadInput, "check the clocks");
}

TEST_F(FolderSource, a_checksum_beside_the_file_proves_it) {
  settings_.checksum.suffix = ".sha256";
  put("stolen-1.csv", "one", seconds{100});
  expect_error(ErrorCode::kUnavailable, "beside the file is not there");
  scratch_.file("stolen-1.csv.sha256", to_hex(sha256("one")) + "  stolen-1.csv\n");
  EXPECT_EQ(bytes(), "one");
  put("stolen-1.csv", "two", seconds{50});
  expect_error(ErrorCode::kBadInput, "does not fit its checksum");
  std::filesystem::remove(scratch_.path("stolen-1.csv.sha256"));
  std::filesystem::create_symlink("/etc/hostname", scratch_.path("stolen-1.csv.sha256"));
  expect_error(ErrorCode::kBadInput, "no plain file");
}

TEST_F(FolderSource, a_signature_beside_the_file_proves_it) {
  const Signer signer;
  settings_.signature = {".sig", "", signer.public_key_file()};
  put("stolen-1.csv", "one", seconds{100});
  scratch_.file("stolen-1.csv.sig", signer.sign("one"));
  EXPECT_EQ(bytes(), "one");
  put("stolen-1.csv", "two", seconds{50});
  expect_error(ErrorCode::kBadInput, "signature is wrong");
}

TEST_F(FolderSource, stops_when_told_to) {
  put("stolen-1.csv", "one", seconds{100});
  std::stop_source stop;
  stop.request_stop();
  const auto list = (*make_source(settings_, fetcher_, clock_))->fetch({}, stop.get_token());
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace bas::sources
