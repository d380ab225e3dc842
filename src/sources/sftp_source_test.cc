// Lists of an SFTP server: by script, and of a real OpenSSH server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/encode.h"
#include "fetch/curl_fetcher.h"
#include "sources/make_source.h"
#include "testkit/fake_clock.h"
#include "testkit/scripted_fetcher.h"
#include "testkit/sshd.h"

namespace bas::sources {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

constexpr char kFile[] = "sftp://lists.example.be/out/stolen.csv";
constexpr char kFolderUrl[] = "sftp://lists.example.be/out/";

class SftpSource : public testing::Test {
 protected:
  SftpSource() {
    settings_.kind = SourceKind::kSftp;
    settings_.url = kFile;
    settings_.access.user = "zone";
    settings_.access.ssh_private_key_file = "/etc/bas/key";
    settings_.access.ssh_known_hosts_file = "/etc/bas/known_hosts";
  }

  fetch::Answer file(seconds age, const std::string& bytes = "") const {
    const auto changed = std::chrono::floor<seconds>(clock_.now() - age);
    return {200, {{"last-modified", format_rfc3339(changed)}}, bytes};
  }
  Result<FetchedList> fetch(const SourceMark& last = {}) {
    auto source = make_source(settings_, fetcher_, clock_);
    if (!source) return tl::make_unexpected(source.error());
    return (*source)->fetch(last, {});
  }
  void expect_error(ErrorCode code, const std::string& text, const SourceMark& last = {}) {
    const auto list = fetch(last);
    ASSERT_FALSE(list) << text;
    EXPECT_EQ(list.error().code, code) << list.error().text;
    EXPECT_THAT(list.error().text, HasSubstr(text));
  }
  std::vector<std::string> methods() const {
    std::vector<std::string> out;
    for (const auto& request : fetcher_.requests()) out.push_back(request.method);
    return out;
  }

  SourceSettings settings_;
  testkit::ScriptedFetcher fetcher_;
  testkit::FakeClock clock_{UtcTime{seconds{1'764'000'000}}};
};

TEST_F(SftpSource, brings_a_file_that_does_not_change_meanwhile) {
  fetcher_.answer(kFile, file(seconds{100}, "one"));
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, "one");
  EXPECT_EQ(list->name, "stolen.csv");
  EXPECT_EQ(methods(), (std::vector<std::string>{"HEAD", "GET", "HEAD"}));
  const auto again = fetch(list->mark);
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_EQ(again->bytes, std::nullopt);
  EXPECT_EQ(methods().size(), 4u);
}

TEST_F(SftpSource, takes_no_file_that_is_still_written) {
  fetcher_.answer(kFile, file(seconds{9}, "half"));
  expect_error(ErrorCode::kUnavailable, "may still be written");
  fetcher_.forget_answers();
  fetcher_.answer(kFile, file(seconds{100}, ""));
  fetcher_.answer(kFile, file(seconds{100}, "half"));
  fetcher_.answer(kFile, file(seconds{0}, ""));
  expect_error(ErrorCode::kUnavailable, "written while it was fetched");
}

TEST_F(SftpSource, takes_a_marked_file_whose_marker_is_not_older) {
  settings_.complete_when = CompleteWhen::kMarked;
  fetcher_.answer(kFile, file(seconds{5}, "one"));
  const std::string marker = std::string(kFile) + ".done";
  fetcher_.answer(marker, fetch::Answer{404, {}, ""});
  fetcher_.answer(marker, file(seconds{6}));
  fetcher_.answer(marker, file(seconds{5}));
  expect_error(ErrorCode::kUnavailable, "the marker is not there");
  expect_error(ErrorCode::kUnavailable, "the marker is older");
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, "one");
}

TEST_F(SftpSource, believes_no_time_of_a_moment_ago) {
  settings_.complete_when = CompleteWhen::kRenamed;
  fetcher_.answer(kFile, file(seconds{5}, "one"));
  const auto first = fetch();
  ASSERT_TRUE(first) << first.error().text;
  fetcher_.forget_answers();
  fetcher_.answer(kFile, file(seconds{5}, "two"));
  const auto second = fetch(first->mark);
  ASSERT_TRUE(second) << second.error().text;
  EXPECT_EQ(second->bytes, "two");
}

TEST_F(SftpSource, takes_the_last_file_by_name_of_a_folder_and_never_goes_back) {
  settings_.url = kFolderUrl;
  settings_.pattern = "stolen-*.csv";
  settings_.checksum.suffix = ".sha256";
  const std::string url = std::string(kFolderUrl) + "stolen-2%20b.csv";
  const std::string names =
      "stolen-1.csv\nstolen-2 b.csv\nstolen-2 b.csv.sha256\nstolen-../x.csv\nother.csv\nz\n..\n";
  fetcher_.answer(kFolderUrl, names);
  fetcher_.answer(url, file(seconds{100}, "two"));
  fetcher_.answer(url + ".sha256", to_hex(sha256("two")) + "  stolen-2 b.csv\n");
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, "two");
  EXPECT_EQ(list->name, "stolen-2 b.csv");
  fetcher_.forget_answers();
  fetcher_.answer(kFolderUrl, std::string("stolen-1.csv\n"));
  fetcher_.answer(std::string(kFolderUrl) + "stolen-1.csv", file(seconds{100}, "one"));
  expect_error(ErrorCode::kUnavailable, "an earlier one", list->mark);
  fetcher_.forget_answers();
  fetcher_.answer(kFolderUrl, std::string("other.csv\n"));
  expect_error(ErrorCode::kUnavailable, "fits the pattern");
}

TEST_F(SftpSource, says_what_is_missing_or_wrong) {
  expect_error(ErrorCode::kUnavailable, "nobody listens");
  fetcher_.answer(kFile, fetch::Answer{404, {}, ""});
  expect_error(ErrorCode::kUnavailable, "the list is not there");
  fetcher_.forget_answers();
  settings_.checksum.suffix = ".sha256";
  fetcher_.answer(kFile, file(seconds{100}, "one"));
  fetcher_.answer(std::string(kFile) + ".sha256", std::string(64, 'a'));
  expect_error(ErrorCode::kBadInput, "does not fit its checksum");
}

TEST(SftpSourceOnTheWire, brings_the_last_list_of_a_real_server) {
  const testkit::Sshd sshd;
  const testkit::Scratch folder;
  folder.file("stolen-2026-11-22.csv", "old");
  folder.file("stolen-2026-11-23.csv", "new");
  folder.file("stolen-2026-11-23.csv.sha256", to_hex(sha256("new")));
  SourceSettings settings;
  settings.kind = SourceKind::kSftp;
  settings.url = sshd.url(folder.folder().string() + "/");
  settings.pattern = "stolen-*.csv";
  settings.access = sshd.access();
  settings.checksum.suffix = ".sha256";
  settings.complete_when = CompleteWhen::kRenamed;
  const SystemClock clock;
  fetch::CurlFetcher fetcher;
  const auto source = *make_source(settings, fetcher, clock);
  const auto list = source->fetch({}, {});
  ASSERT_TRUE(list) << list.error().text << sshd.log();
  EXPECT_EQ(list->bytes, "new");
  EXPECT_EQ(list->name, "stolen-2026-11-23.csv");
  const auto again = source->fetch(list->mark, {});
  ASSERT_TRUE(again) << again.error().text;
  EXPECT_EQ(again->bytes, std::nullopt);
}

}  // namespace
}  // namespace bas::sources
