// Lists behind URLs, over a scripted network.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/encode.h"
#include "sources/make_source.h"
#include "testkit/fake_clock.h"
#include "testkit/scripted_fetcher.h"
#include "testkit/signer.h"

namespace bas::sources {
namespace {

using testkit::Signer;

using testing::HasSubstr;

constexpr char kUrl[] = "https://lists.example.be/out/stolen.csv?part=1";
constexpr char kSumUrl[] = "https://lists.example.be/out/stolen.csv.sha256?part=1";
constexpr char kSigUrl[] = "https://lists.example.be/out/stolen.csv.sig?part=1";
const std::string kBytes = "plate\n1-ABC-123\n";

class HttpSource : public testing::Test {
 protected:
  HttpSource() { settings_.url = kUrl; }

  // Of a source made anew from the settings.
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
  static fetch::Answer answer(int status, std::vector<fetch::Header> headers = {},
                              const std::string& body = "") {
    headers.push_back({"content-length", std::to_string(body.size())});
    return {status, std::move(headers), body};
  }
  static std::string header_of(const fetch::Request& request, const std::string& name) {
    for (const auto& header : request.headers) {
      if (header.name == name) return header.value;
    }
    return "";
  }
  static std::string digest() { return to_hex(sha256(kBytes)); }

  SourceSettings settings_;
  testkit::ScriptedFetcher fetcher_;
  testkit::FakeClock clock_{UtcTime{std::chrono::hours{24 * 365 * 56}}};
};

TEST_F(HttpSource, brings_the_file_with_its_mark) {
  fetcher_.answer(kUrl, answer(200, {{"etag", "\"a\""}, {"last-modified", "then"}}, kBytes));
  settings_.bytes_max = 1000;
  settings_.access.bearer_token_file = "/etc/bas/token";
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, kBytes);
  EXPECT_EQ(list->name, "stolen.csv");
  EXPECT_EQ(list->mark, (SourceMark{"\"a\"", "then", digest()}));
  EXPECT_EQ(list->fetched_at, clock_.now());
  const auto request = fetcher_.requests().at(0);
  EXPECT_EQ(request.limits.bytes_max, 1000u);
  EXPECT_EQ(request.limits.total_timeout, std::chrono::minutes{5});
  EXPECT_EQ(request.access.bearer_token_file, "/etc/bas/token");
  EXPECT_EQ(header_of(request, "Accept-Encoding"), "identity");
  EXPECT_EQ(header_of(request, "If-None-Match"), "");
}

TEST_F(HttpSource, asks_only_for_what_changed_since_the_mark) {
  fetcher_.answer(kUrl, answer(304));
  const SourceMark last{"W/\"a\"", "then", digest()};
  const auto list = fetch(last);
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, std::nullopt);
  EXPECT_EQ(list->mark, last);
  EXPECT_EQ(list->fetched_at, clock_.now());
  const auto request = fetcher_.requests().at(0);
  EXPECT_EQ(header_of(request, "If-None-Match"), "W/\"a\"");
  EXPECT_EQ(header_of(request, "If-Modified-Since"), "then");
}

TEST_F(HttpSource, knows_the_same_bytes_under_a_new_mark) {
  fetcher_.answer(kUrl, answer(200, {{"etag", "\"b\""}}, kBytes));
  const auto list = fetch({"\"a\"", "", digest()});
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, std::nullopt);
  EXPECT_EQ(list->mark, (SourceMark{"\"b\"", "", digest()}));
}

TEST_F(HttpSource, does_not_believe_a_304_that_it_did_not_ask_for) {
  fetcher_.answer(kUrl, answer(304));
  expect_error(ErrorCode::kBadInput, "304");
  expect_error(ErrorCode::kBadInput, "304", {"\"a\"", "then", ""});
}

TEST_F(HttpSource, tells_what_may_pass_from_what_somebody_must_look_at) {
  for (const int status : {404, 410, 408, 429, 500, 502, 503}) {
    fetcher_.forget_answers();
    fetcher_.answer(kUrl, answer(status, {}, "an error page"));
    expect_error(ErrorCode::kUnavailable, std::to_string(status));
  }
  for (const int status : {204, 206, 301, 400, 401, 403, 407, 418}) {
    fetcher_.forget_answers();
    fetcher_.answer(kUrl, answer(status, {}, "an error page"));
    expect_error(ErrorCode::kBadInput, std::to_string(status));
  }
  fetcher_.forget_answers();
  expect_error(ErrorCode::kUnavailable, "nobody listens");
}

TEST_F(HttpSource, refuses_what_is_too_large) {
  settings_.bytes_max = kBytes.size() - 1;
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  expect_error(ErrorCode::kBadInput, "raise bytes_max");
}

TEST_F(HttpSource, refuses_an_unproven_file_that_may_be_cut_or_is_a_web_page) {
  fetcher_.answer(kUrl, fetch::Answer{200, {}, kBytes});
  expect_error(ErrorCode::kBadInput, "Content-Length");
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, fetch::Answer{200, {{"transfer-encoding", "chunked"}}, kBytes});
  EXPECT_TRUE(fetch());
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {{"content-type", "Text/HTML; charset=x"}}, "<html>"));
  expect_error(ErrorCode::kUnavailable, "web page");
}

TEST_F(HttpSource, a_checksum_beside_the_file_proves_it) {
  settings_.checksum.suffix = ".sha256";
  fetcher_.answer(kUrl, fetch::Answer{200, {}, kBytes});
  fetcher_.answer(kSumUrl, digest() + "  stolen.csv\n");
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, kBytes);
}

TEST_F(HttpSource, a_wrong_checksum_counts_when_it_is_wrong_twice) {
  settings_.checksum.suffix = ".sha256";
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  fetcher_.answer(kSumUrl, std::string(64, 'a'));
  expect_error(ErrorCode::kBadInput, "does not fit its checksum");
  EXPECT_EQ(fetcher_.requests().size(), 4u);
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {}, "the file of before"));
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  fetcher_.answer(kSumUrl, digest());
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, kBytes);
}

TEST_F(HttpSource, a_checksum_that_is_missing_or_speaks_of_another_file_is_no_proof) {
  settings_.checksum.suffix = ".sha256";
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  fetcher_.answer(kSumUrl, answer(404));
  expect_error(ErrorCode::kUnavailable, "checksum document is not there");
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  fetcher_.answer(kSumUrl, digest() + "  other.csv");
  expect_error(ErrorCode::kBadInput, "no SHA-256 of this file");
}

TEST_F(HttpSource, a_checksum_of_another_host_is_fetched_without_secrets) {
  settings_.checksum.url = "https://sums.example.be/SHA256SUMS";
  settings_.access.bearer_token_file = "/etc/bas/token";
  settings_.access.ca_file = "/etc/bas/ca.pem";
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  fetcher_.answer(settings_.checksum.url, digest() + "  stolen.csv");
  ASSERT_TRUE(fetch());
  const auto request = fetcher_.requests().at(1);
  EXPECT_EQ(request.access.bearer_token_file, "");
  EXPECT_EQ(request.access.ca_file, "/etc/bas/ca.pem");
  EXPECT_LE(request.limits.bytes_max, std::size_t{1} << 20);
}

TEST_F(HttpSource, a_checksum_in_a_header_proves_the_file) {
  settings_.checksum.header = "Repr-Digest";
  const std::string right = "sha-256=:" + to_base64(sha256(kBytes)) + ":";
  fetcher_.answer(kUrl, answer(200, {{"repr-digest", right}}, kBytes));
  EXPECT_TRUE(fetch());
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {{"repr-digest", right}}, kBytes + "more"));
  expect_error(ErrorCode::kBadInput, "does not fit its checksum");
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  expect_error(ErrorCode::kBadInput, "states no SHA-256");
}

TEST_F(HttpSource, a_signature_proves_the_file_and_who_made_it) {
  const Signer signer;
  settings_.signature = {".sig", "", signer.public_key_file()};
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  fetcher_.answer(kSigUrl, signer.sign(kBytes));
  const auto list = fetch();
  ASSERT_TRUE(list) << list.error().text;
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {}, kBytes + "1-EVL-666\n"));
  fetcher_.answer(kSigUrl, signer.sign(kBytes));
  expect_error(ErrorCode::kBadInput, "signature is wrong");
  fetcher_.forget_answers();
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  expect_error(ErrorCode::kUnavailable, "nobody listens");
}

TEST_F(HttpSource, a_stop_is_passed_on) {
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  std::stop_source stop;
  stop.request_stop();
  const auto list = (*make_source(settings_, fetcher_, clock_))->fetch({}, stop.get_token());
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kUnavailable);
}

// --- roots

TEST_F(HttpSource, secrets_are_names_within_their_folder) {
  settings_.access.bearer_token_file = "token";
  fetcher_.answer(kUrl, answer(200, {}, kBytes));
  const SourceRoots roots{"/var/lib/bas/secrets", ""};
  auto source = make_source(settings_, fetcher_, clock_, roots);
  ASSERT_TRUE(source) << source.error().text;
  ASSERT_TRUE((*source)->fetch({}, {}));
  EXPECT_EQ(fetcher_.requests().at(0).access.bearer_token_file, "/var/lib/bas/secrets/token");
  for (const char* name : {"/etc/shadow", "../kek", "a/b", "..", ".hidden"}) {
    settings_.access.bearer_token_file = name;
    const auto refused = make_source(settings_, fetcher_, clock_, roots);
    ASSERT_FALSE(refused) << name;
    EXPECT_THAT(refused.error().text, HasSubstr("access.bearer_token_file must be the name"));
  }
  settings_.access.bearer_token_file = "token";
  EXPECT_FALSE(make_source(settings_, fetcher_, clock_));
}

}  // namespace
}  // namespace bas::sources
