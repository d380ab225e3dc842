#include "sources/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::sources {
namespace {

using testing::HasSubstr;

const std::string kHttp = R"({"kind": "http", "url": "https://lists.example.be/stolen.csv"})";
const std::string kSftp = R"({
  "kind": "sftp", "url": "sftp://lists.example.be/out/", "pattern": "stolen-*.csv",
  "access": {"user": "zone", "ssh_private_key_file": "key", "ssh_known_hosts_file": "hosts"}})";
const std::string kFolder = R"({"kind": "folder", "path": "/srv/lists", "pattern": "*.csv"})";
const std::string kFull = R"({
  "kind": "http", "url": "https://lists.example.be/stolen.csv?part=1",
  "access": {"user": "zone", "password_file": "password", "ca_file": "ca.pem",
             "client_certificate_file": "client.pem", "client_key_file": "client.key"},
  "checksum": {"url": "https://sums.example.be/SHA256SUMS"},
  "signature": {"suffix": ".sig", "public_key_file": "lists.pub"},
  "interval_seconds": 600, "bytes_max": 1000000, "connect_timeout_seconds": 3,
  "total_timeout_seconds": 60})";

// `kHttp` or another, with one field put in.
std::string with(const std::string& json, const std::string& field) {
  return "{" + field + ", " + json.substr(json.find('{') + 1);
}

std::string error_of(const std::string& json) {
  const auto settings = parse_settings(json);
  if (settings) return "taken";
  EXPECT_EQ(settings.error().code, ErrorCode::kBadInput);
  return settings.error().text;
}

TEST(SourceSettings, have_defaults_that_need_no_word) {
  const auto settings = parse_settings(kHttp);
  ASSERT_TRUE(settings) << settings.error().text;
  EXPECT_EQ(settings->kind, SourceKind::kHttp);
  EXPECT_EQ(settings->interval, std::chrono::minutes{15});
  EXPECT_EQ(settings->bytes_max, std::size_t{256} << 20);
  EXPECT_FALSE(settings->has_proof());
}

TEST(SourceSettings, are_read_field_by_field) {
  const auto settings = parse_settings(kFull);
  ASSERT_TRUE(settings) << settings.error().text;
  EXPECT_EQ(settings->access.user, "zone");
  EXPECT_EQ(settings->access.password_file, "password");
  EXPECT_EQ(settings->access.client_key_file, "client.key");
  EXPECT_EQ(settings->checksum.url, "https://sums.example.be/SHA256SUMS");
  EXPECT_EQ(settings->signature.public_key_file, "lists.pub");
  EXPECT_EQ(settings->interval, std::chrono::seconds{600});
  EXPECT_EQ(settings->bytes_max, 1'000'000u);
  EXPECT_EQ(settings->total_timeout, std::chrono::seconds{60});
  EXPECT_TRUE(settings->has_proof());
}

TEST(SourceSettings, come_back_the_same_from_their_text) {
  const std::string marked =
      with(kFolder, R"("complete_when": "marked", "marker_suffix": ".ready", "settle_seconds": 0)");
  for (const std::string& json : {kHttp, kSftp, kFolder, kFull, marked}) {
    const auto settings = parse_settings(json);
    ASSERT_TRUE(settings) << settings.error().text;
    const auto again = parse_settings(to_json(*settings));
    ASSERT_TRUE(again) << again.error().text;
    EXPECT_EQ(*again, *settings);
  }
}

TEST(SourceSettings, say_what_to_do_when_a_field_is_wrong) {
  const struct {
    std::string json;
    const char* text;
  } rows[] = {
      {"[]", "must be an object"},
      {"{", "one JSON object"},
      {with(kHttp, R"("passwort": 1)"), "passwort is no field of a source"},
      {with(kHttp, R"("access": {"token": "x"})"), "access.token is no field"},
      {with(kHttp, R"("access": 3)"), "access. must be an object"},
      {with(kHttp, R"("pattern": null)"), "leave it out"},
      {R"({"kind": "ftp"})", "kind must be one of http, sftp, folder"},
      {R"({"kind": 1})", "kind must be one of"},
      {with(kHttp, R"("bytes_max": -1)"), "bytes_max must be a whole number"},
      {with(kHttp, R"("bytes_max": 1.5)"), "bytes_max must be a whole number"},
      {with(kHttp, R"("bytes_max": 0)"), "bytes_max must be 1 to"},
      {with(kHttp, R"("bytes_max": 99999999999)"), "bytes_max must be 1 to"},
      {with(kHttp, R"("interval_seconds": 59)"), "interval_seconds must be 60 to 604800"},
      {with(kHttp, R"("interval_seconds": 99999999999)"), "interval_seconds is too large"},
      {with(kHttp, R"("settle_seconds": 3601)"), "settle_seconds"},
      {with(kHttp, R"("connect_timeout_seconds": 0)"), "connect_timeout_seconds must be 1 to 300"},
      {with(kHttp, R"("total_timeout_seconds": 2)"), "total_timeout_seconds must be"},
  };
  for (const auto& row : rows) EXPECT_THAT(error_of(row.json), HasSubstr(row.text)) << row.json;
}

TEST(SourceSettings, of_http_fit_http) {
  const struct {
    std::string json;
    const char* text;
  } rows[] = {
      {R"({"kind": "http"})", "url: "},
      {R"({"url": "file:///etc/passwd"})", "not http, https or sftp"},
      {R"({"url": "sftp://h/x"})", "must begin with https://"},
      {R"({"url": "https://u:p@h/x"})", "name user and password_file instead"},
      {R"({"url": "http://h/x", "access": {"bearer_token_file": "t"}})", "not sent in clear"},
      {R"({"url": "http://127.0.0.1/x", "access": {"bearer_token_file": "t"}})", "taken"},
      {with(kHttp, R"("access": {"user": "u"})"), "go together"},
      {with(kHttp, R"("access": {"client_key_file": "u"})"), "go together"},
      {with(kHttp, R"("access": {"user": "u", "password_file": "p", "bearer_token_file": "b"})"),
       "one of"},
      {with(kHttp, R"("access": {"ssh_known_hosts_file": "u"})"), "no meaning for http"},
      {with(kHttp, R"("path": "/x")"), "path has no meaning for http"},
      {with(kHttp, R"("pattern": "x")"), "pattern has no meaning for http"},
      {with(kHttp, R"("checksum": {"url": "file:///x"})"), "checksum.url"},
      {with(kHttp, R"("checksum": {"suffix": ".s", "header": "x"})"), "one of suffix, url and"},
      {with(kHttp, R"("checksum": {"suffix": "../x"})"), "short ending"},
      {with(kHttp, R"("checksum": {"suffix": "./x"})"), "short ending"},
      {with(kHttp, R"("signature": {"suffix": ".sig"})"), "needs public_key_file"},
      {with(kHttp, R"("signature": {"public_key_file": "k"})"), "one of suffix and url"},
      {with(kHttp, R"("access": {"ca_file": "a\nb"})"), "control characters"},
  };
  for (const auto& row : rows) EXPECT_THAT(error_of(row.json), HasSubstr(row.text)) << row.json;
}

TEST(SourceSettings, of_sftp_fit_sftp) {
  SourceSettings good = *parse_settings(kSftp);
  const auto error_with = [&](auto change) {
    SourceSettings settings = good;
    change(settings);
    const auto checked = validate(settings);
    return checked ? std::string("taken") : checked.error().text;
  };
  EXPECT_EQ(error_with([](auto&) {}), "taken");
  EXPECT_THAT(error_with([](auto& s) { s.pattern = ""; }), HasSubstr("pattern must say"));
  EXPECT_THAT(error_with([](auto& s) { s.pattern = "../*"; }), HasSubstr("no \"/\""));
  EXPECT_THAT(error_with([](auto& s) { s.url += "list.csv"; }), HasSubstr("does not end in /"));
  EXPECT_THAT(error_with([](auto& s) { s.url += "?x"; }), HasSubstr("leave out"));
  EXPECT_THAT(error_with([](auto& s) { s.url = "https://h/"; }), HasSubstr("begin with sftp://"));
  EXPECT_THAT(error_with([](auto& s) { s.access.user = ""; }), HasSubstr("user is needed"));
  EXPECT_THAT(error_with([](auto& s) { s.access.ssh_known_hosts_file = ""; }),
              HasSubstr("not trusted"));
  EXPECT_THAT(error_with([](auto& s) { s.access.password_file = "p"; }), HasSubstr("one of"));
  EXPECT_THAT(error_with([](auto& s) { s.access.ca_file = "p"; }),
              HasSubstr("no meaning for sftp"));
  EXPECT_THAT(error_with([](auto& s) { s.checksum.header = "x"; }), HasSubstr("no meaning"));
}

TEST(SourceSettings, of_a_folder_stay_within_it) {
  SourceSettings good = *parse_settings(kFolder);
  const auto error_with = [&](auto change) {
    SourceSettings settings = good;
    change(settings);
    const auto checked = validate(settings);
    return checked ? std::string("taken") : checked.error().text;
  };
  EXPECT_EQ(error_with([](auto&) {}), "taken");
  EXPECT_THAT(error_with([](auto& s) { s.path = "lists"; }), HasSubstr("absolute"));
  EXPECT_THAT(error_with([](auto& s) { s.path = "/srv/../etc"; }), HasSubstr("absolute"));
  EXPECT_THAT(error_with([](auto& s) { s.path = "/srv/.."; }), HasSubstr("absolute"));
  EXPECT_THAT(error_with([](auto& s) { s.pattern = "../*.csv"; }), HasSubstr("no \"/\""));
  EXPECT_THAT(error_with([](auto& s) { s.url = "https://h/"; }),
              HasSubstr("no meaning for folder"));
  EXPECT_THAT(error_with([](auto& s) { s.access.user = "u"; }), HasSubstr("no meaning for folder"));
  EXPECT_THAT(error_with([](auto& s) {
                s.complete_when = CompleteWhen::kMarked;
                s.marker_suffix = "";
              }),
              HasSubstr("needs marker_suffix"));
}

TEST(SourceSettings, cut_at_every_length_are_refused) {
  for (std::size_t length = 0; length < kFull.size(); ++length) {
    EXPECT_FALSE(parse_settings(kFull.substr(0, length))) << length;
  }
}

TEST(SourceSettings, that_are_huge_or_deep_are_refused) {
  EXPECT_FALSE(parse_settings(std::string(70'000, ' ')));
  EXPECT_FALSE(parse_settings(std::string(60'000, '[')));
  EXPECT_FALSE(
      parse_settings(R"({"access": )" + std::string(30'000, '[') + std::string(30'000, ']') + "}"));
}

}  // namespace
}  // namespace bas::sources
