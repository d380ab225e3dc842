// The fetcher and a real OpenSSH server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/time.h"
#include "fetch/curl_fetcher.h"
#include "testkit/sshd.h"

namespace bas::fetch {
namespace {

using testkit::Sshd;

using testing::HasSubstr;
using testing::Not;

class CurlFetcherSftp : public testing::Test {
 protected:
  Request get(const std::string& path) const {
    Request request;
    request.url = sshd_.url(path);
    request.access = sshd_.access();
    return request;
  }
  Result<Answer> fetch(const Request& request) { return fetcher_.fetch(request, {}); }

  void expect_refusal(const Request& request, ErrorCode code, const char* text) {
    const auto answer = fetch(request);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, code) << answer.error().text;
    EXPECT_THAT(answer.error().text, HasSubstr(text)) << sshd_.log();
    EXPECT_THAT(answer.error().text, Not(HasSubstr(Sshd::user())));
  }

  Sshd sshd_;
  CurlFetcher fetcher_;
};

TEST_F(CurlFetcherSftp, brings_a_file_and_its_time) {
  const std::string bytes = "1-ABC-123\r\n" + std::string(300'000, '\0') + "end";
  const std::string path = sshd_.scratch().file("list.csv", bytes);
  const auto changed = std::chrono::sys_seconds{std::chrono::seconds{1'700'000'000}};
  std::filesystem::last_write_time(path, std::chrono::file_clock::from_sys(changed));
  const auto answer = fetch(get(path));
  ASSERT_TRUE(answer) << answer.error().text << sshd_.log();
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, bytes);
  EXPECT_EQ(answer->header("last-modified"), format_rfc3339(changed));
  Request head = get(path);
  head.method = "HEAD";
  const auto seen = fetch(head);
  ASSERT_TRUE(seen) << seen.error().text;
  EXPECT_EQ(seen->body, "");
  EXPECT_EQ(seen->header("last-modified"), format_rfc3339(changed));
}

TEST_F(CurlFetcherSftp, a_file_that_is_not_there_is_404) {
  Request request = get(sshd_.scratch().path("missing"));
  for (const char* method : {"GET", "HEAD"}) {
    request.method = method;
    const auto answer = fetch(request);
    ASSERT_TRUE(answer) << answer.error().text << sshd_.log();
    EXPECT_EQ(answer->status, 404) << method;
  }
}

TEST_F(CurlFetcherSftp, a_folder_answers_with_its_names) {
  sshd_.scratch().file("a list.csv", "a");
  const auto answer = fetch(get(sshd_.scratch().folder().string() + "/"));
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_THAT("\n" + answer->body, HasSubstr("\na list.csv\n"));
  const auto missing = fetch(get(sshd_.scratch().path("missing") + "/"));
  ASSERT_TRUE(missing) << missing.error().text;
  EXPECT_EQ(missing->status, 404);
}

TEST_F(CurlFetcherSftp, a_file_over_the_bound_is_too_large) {
  Request request = get(sshd_.scratch().file("large", std::string(100'000, 'x')));
  request.limits.bytes_max = 99'999;
  const auto answer = fetch(request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::kTooLarge);
  request.limits.bytes_max = 100'000;
  EXPECT_TRUE(fetch(request));
}

TEST_F(CurlFetcherSftp, a_host_is_trusted_only_by_its_known_key) {
  Request request = get(sshd_.scratch().file("list.csv", "a"));
  request.access.ssh_known_hosts_file.clear();
  expect_refusal(request, ErrorCode::kBadInput, "ssh_known_hosts_file");
  request.access.ssh_known_hosts_file = sshd_.scratch().path("missing");
  expect_refusal(request, ErrorCode::kBadInput, "ssh_known_hosts_file");
  request.access.ssh_known_hosts_file = sshd_.scratch().file("none", "");
  expect_refusal(request, ErrorCode::kUnavailable, "not in ssh_known_hosts_file");
  sshd_.make_key("impostor");
  request.access.ssh_known_hosts_file =
      sshd_.scratch().file("changed", sshd_.known_host("impostor"));
  expect_refusal(request, ErrorCode::kUnavailable, "another than in ssh_known_hosts_file");
  EXPECT_THAT(sshd_.log(), Not(HasSubstr("Accepted")));
}

TEST_F(CurlFetcherSftp, a_key_that_the_host_does_not_know_is_refused) {
  Request request = get(sshd_.scratch().file("list.csv", "a"));
  request.access.ssh_private_key_file = sshd_.make_key("stranger");
  expect_refusal(request, ErrorCode::kUnavailable, "does not accept");
}

TEST_F(CurlFetcherSftp, a_password_gets_in_when_it_is_the_right_one) {
  Request request = get(sshd_.scratch().file("list.csv", "a"));
  request.access.ssh_private_key_file.clear();
  expect_refusal(request, ErrorCode::kBadInput, "either ssh_private_key_file or password_file");
  request.access.password_file = sshd_.scratch().file("password", "another password\n");
  expect_refusal(request, ErrorCode::kUnavailable, "does not accept");
  sshd_.scratch().file("password", std::string(Sshd::kPassword) + "\n");
  const auto answer = fetch(request);
  ASSERT_TRUE(answer) << answer.error().text << sshd_.log();
  EXPECT_EQ(answer->body, "a");
  EXPECT_THAT(sshd_.log(), HasSubstr("Accepted password for " + Sshd::user()));
}

TEST_F(CurlFetcherSftp, only_get_and_head_are_asked) {
  Request request = get("/list.csv");
  request.method = "POST";
  expect_refusal(request, ErrorCode::kBadInput, "over HTTP");
}

}  // namespace
}  // namespace bas::fetch
