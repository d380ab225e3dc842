// Lists behind URLs of real servers that are slow, down, lie or lead elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/encode.h"
#include "fetch/curl_fetcher.h"
#include "net/server.h"
#include "sources/make_source.h"
#include "testkit/peer.h"

namespace bas::sources {
namespace {

using testing::HasSubstr;
using testkit::always;
using testkit::http_answer;
using testkit::Peer;
using testkit::Talk;

const std::string kServedBytes = "plate\n1-ABC-123\n";

Result<FetchedList> fetch_from(const std::string& url, const SourceMark& last = {}) {
  static const SystemClock kClock;
  fetch::CurlFetcher fetcher;
  SourceSettings settings;
  settings.url = url;
  settings.bytes_max = 100'000;
  settings.connect_timeout = std::chrono::seconds{1};
  settings.total_timeout = std::chrono::seconds{1};
  auto source = make_source(settings, fetcher, kClock);
  if (!source) return tl::make_unexpected(source.error());
  return (*source)->fetch(last, {});
}

void expect_error(const Peer& peer, ErrorCode code, const char* text) {
  const auto list = fetch_from(peer.url());
  ASSERT_FALSE(list) << text;
  EXPECT_EQ(list.error().code, code) << list.error().text;
  EXPECT_THAT(list.error().text, HasSubstr(text));
}

TEST(HttpSourceOnTheWire, is_told_by_a_server_that_nothing_changed) {
  net::Router router;
  router.add(
      {"GET", "/stolen.csv", net::Run::kInline, 0, [](net::Request request, net::Respond respond) {
         net::Response response;
         response.headers = {{"ETag", "\"one\""}};
         response.content_type = "text/csv";
         if (request.header("if-none-match") == "\"one\"") {
           response.status = 304;
         } else {
           response.body = kServedBytes;
         }
         respond(response);
       }});
  const auto server =
      *net::Server::open({}, std::make_shared<const net::Router>(std::move(router)));
  const std::string url = "http://127.0.0.1:" + std::to_string(server->port()) + "/stolen.csv";
  const auto first = fetch_from(url);
  ASSERT_TRUE(first) << first.error().text;
  EXPECT_EQ(first->bytes, kServedBytes);
  EXPECT_EQ(first->mark.etag, "\"one\"");
  const auto second = fetch_from(url, first->mark);
  ASSERT_TRUE(second) << second.error().text;
  EXPECT_EQ(second->bytes, std::nullopt);
  EXPECT_EQ(second->mark, first->mark);
  const auto missing = fetch_from(url + "x");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kUnavailable);
}

TEST(HttpSourceOnTheWire, waits_for_nobody_longer_than_its_limit) {
  const Peer peer([](Talk& talk) { talk.wait_until_closed(); });
  expect_error(peer, ErrorCode::kUnavailable, "within 1000 ms");
}

TEST(HttpSourceOnTheWire, takes_no_file_that_was_cut) {
  const Peer short_of_its_length([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + kServedBytes);
  });
  expect_error(short_of_its_length, ErrorCode::kUnavailable, "cut off");
  const Peer without_last_chunk([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n" + kServedBytes +
              "\r\n");
  });
  expect_error(without_last_chunk, ErrorCode::kUnavailable, "cut off");
  const Peer without_length([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\n\r\n" + kServedBytes);
  });
  expect_error(without_length, ErrorCode::kBadInput, "does not say how long");
}

TEST(HttpSourceOnTheWire, takes_no_more_than_a_server_declares) {
  const Peer peer([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n" + kServedBytes);
  });
  const auto list = fetch_from(peer.url());
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, "plate\n");
}

TEST(HttpSourceOnTheWire, takes_no_more_than_its_bound) {
  const Peer endless([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    while (talk.send("400\r\n" + std::string(0x400, 'x') + "\r\n")) continue;
  });
  expect_error(endless, ErrorCode::kBadInput, "more than 100000 bytes");
}

TEST(HttpSourceOnTheWire, says_that_a_server_is_down_or_in_trouble) {
  expect_error(Peer(always(http_answer("500 Oops", "", "trouble"))), ErrorCode::kUnavailable,
               "500");
  expect_error(Peer([](Talk& talk) { talk.head(); }), ErrorCode::kUnavailable, "without an answer");
  std::string url;
  {
    const Peer gone([](Talk&) {});
    url = gone.url();
  }
  const auto list = fetch_from(url);
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kUnavailable);
}

TEST(HttpSourceOnTheWire, is_not_led_to_local_files_or_other_hosts) {
  for (const char* to : {"file:///etc/passwd", "http://localhost:1/x", "https://evil.example/x"}) {
    const std::string location = std::string("Location: ") + to + "\r\n";
    expect_error(Peer(always(http_answer("302 Found", location, ""))), ErrorCode::kBadInput,
                 "redirects to another");
  }
  const auto list = fetch_from("file:///etc/passwd");
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kBadInput);
}

TEST(HttpSourceOnTheWire, keeps_packed_bytes_as_the_source_holds_them) {
  const std::string packed("\x1f\x8b\x08\0 no matter", 14);
  const Peer peer(always(http_answer("200 OK", "Content-Encoding: gzip\r\n", packed)));
  const auto list = fetch_from(peer.url("/stolen.csv.gz"));
  ASSERT_TRUE(list) << list.error().text;
  EXPECT_EQ(list->bytes, packed);
  EXPECT_EQ(list->mark.sha256, to_hex(sha256(packed)));
}

}  // namespace
}  // namespace bas::sources
