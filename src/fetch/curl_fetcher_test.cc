// The fetcher against machines that behave, misbehave or lie.
#include "fetch/curl_fetcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>

#include "base/encode.h"
#include "base/file.h"
#include "fetch/peer_test.h"
#include "fetch/scratch_test.h"

namespace bas::fetch {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

Request get(const Peer& peer, const std::string& path = "/list.csv") {
  Request request;
  request.url = peer.url(path);
  request.limits.total_timeout = milliseconds{20'000};
  return request;
}

Result<Answer> fetch(const Request& request) { return CurlFetcher{}.fetch(request, {}); }

ErrorCode code_of(const Result<Answer>& answer) {
  EXPECT_FALSE(answer);
  return answer ? ErrorCode::kCorrupt : answer.error().code;
}

std::chrono::steady_clock::duration time_of(const std::function<void()>& act) {
  const auto began = std::chrono::steady_clock::now();
  act();
  return std::chrono::steady_clock::now() - began;
}

TEST(CurlFetcher, brings_status_headers_and_body) {
  const Peer peer(always(http_answer("200 OK", "ETag: \"a1\"\r\nX-Two:  b \r\n", "1-ABC-123\n")));
  const auto answer = fetch(get(peer));
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "1-ABC-123\n");
  EXPECT_EQ(answer->header("etag"), "\"a1\"");
  EXPECT_EQ(answer->header("x-two"), "b");
  EXPECT_EQ(answer->header("none"), "");
}

TEST(CurlFetcher, sends_method_headers_and_body) {
  std::promise<std::string> seen;
  const Peer peer([&](Talk& talk) {
    const std::string head = talk.head();
    seen.set_value(head + talk.body(4));
    talk.send(http_answer("204 No Content", "", ""));
  });
  Request request = get(peer, "/ask?plate=x");
  request.method = "POST";
  request.body = "a\0bc";
  request.body = std::string("a\0bc", 4);
  request.headers = {{"X-App-Token", "t"}, {"Content-Type", "text/plain"}, {"X-Empty", ""}};
  const auto answer = fetch(request);
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->status, 204);
  const std::string text = seen.get_future().get();
  EXPECT_THAT(text, HasSubstr("POST /ask?plate=x HTTP/1.1\r\n"));
  EXPECT_THAT(text, HasSubstr("X-App-Token: t\r\n"));
  EXPECT_THAT(text, HasSubstr("X-Empty:\r\n"));
  EXPECT_THAT(text, HasSubstr("Content-Type: text/plain\r\n"));
  EXPECT_THAT(text, HasSubstr("User-Agent: bas/"));
  EXPECT_TRUE(text.ends_with(std::string("a\0bc", 4)));
}

TEST(CurlFetcher, any_status_is_an_answer) {
  for (const char* status : {"304 Not Modified", "404 Not Found", "500 Oops", "503 Later"}) {
    const Peer peer(always(http_answer(status, "", "")));
    const auto answer = fetch(get(peer));
    ASSERT_TRUE(answer) << answer.error().text;
    EXPECT_EQ(answer->status, std::stoi(status));
  }
}

TEST(CurlFetcher, an_interim_answer_is_passed_over) {
  const Peer peer(always("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n" +
                         http_answer("200 OK", "X-Late: 1\r\n", "b")));
  const auto answer = fetch(get(peer));
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->header("x-early"), "");
  EXPECT_EQ(answer->header("x-late"), "1");
}

TEST(CurlFetcher, questions_in_a_row_share_a_connection) {
  const Peer peer(always(http_answer("200 OK", "", "b")));
  CurlFetcher fetcher;
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(fetcher.fetch(get(peer), {}));
  EXPECT_EQ(peer.connections(), 1);
}

TEST(CurlFetcher, threads_share_one_fetcher) {
  const Peer one(always(http_answer("200 OK", "", "one")));
  const Peer two(always(http_answer("200 OK", "", "two")));
  CurlFetcher fetcher;
  const auto ask = [&fetcher](const Peer& peer) {
    std::string last;
    for (int i = 0; i < 50; ++i) {
      const auto answer = fetcher.fetch(get(peer), {});
      last = answer ? answer->body : answer.error().text;
    }
    return last;
  };
  auto beside = std::async(std::launch::async, [&] { return ask(two); });
  EXPECT_EQ(ask(one), "one");
  EXPECT_EQ(beside.get(), "two");
}

// --- what is refused before anything is asked

TEST(CurlFetcher, asks_nothing_but_http_and_sftp) {
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://u:p@127.0.0.1/"}) {
    Request request;
    request.url = url;
    EXPECT_EQ(code_of(fetch(request)), ErrorCode::kBadInput) << url;
  }
}

TEST(CurlFetcher, refuses_headers_and_methods_that_could_be_read_twice) {
  const Peer peer(always(http_answer("200 OK", "", "")));
  for (const Header& header : {Header{"X", "a\r\nY: b"}, Header{"X Y", "a"}, Header{"", "a"},
                               Header{"X:", "a"}, Header{"X", std::string("a\0b", 3)}}) {
    Request request = get(peer);
    request.headers = {header};
    EXPECT_EQ(code_of(fetch(request)), ErrorCode::kBadInput);
  }
  Request request = get(peer);
  request.method = "DELETE";
  EXPECT_EQ(code_of(fetch(request)), ErrorCode::kBadInput);
  EXPECT_EQ(peer.connections(), 0);
}

// --- secrets

class CurlFetcherSecrets : public testing::Test {
 protected:
  std::string file(const std::string& name, const std::string& bytes) {
    return scratch_.file(name, bytes);
  }
  // What the peer is asked with.
  std::string head_of(Access access) {
    std::promise<std::string> seen;
    const Peer peer([&](Talk& talk) {
      seen.set_value(talk.head());
      talk.send(http_answer("200 OK", "", ""));
    });
    Request request = get(peer);
    request.access = std::move(access);
    const auto answer = fetch(request);
    if (!answer) return answer.error().text;
    return seen.get_future().get();
  }

  Scratch scratch_;
};

TEST_F(CurlFetcherSecrets, a_password_and_a_token_come_from_files_at_every_call) {
  Access basic;
  basic.user = "zone";
  basic.password_file = file("password", "pass:word\n");
  EXPECT_THAT(head_of(basic),
              HasSubstr("Authorization: Basic " + to_base64("zone:pass:word") + "\r\n"));
  file("password", "renewed\n");
  EXPECT_THAT(head_of(basic), HasSubstr(to_base64("zone:renewed")));
  Access bearer;
  bearer.bearer_token_file = file("token", "t0ken\r\n");
  EXPECT_THAT(head_of(bearer), HasSubstr("Authorization: Bearer t0ken\r\n"));
  EXPECT_THAT(head_of({}), Not(HasSubstr("Authorization")));
}

TEST_F(CurlFetcherSecrets, a_file_that_is_no_good_is_named_by_its_field) {
  Access access;
  access.bearer_token_file = scratch_.path("missing");
  EXPECT_THAT(head_of(access), HasSubstr("bearer_token_file"));
  access.bearer_token_file = file("empty", "\n");
  EXPECT_THAT(head_of(access), HasSubstr("one line"));
  access.bearer_token_file = file("two", "a\nX-Injected: b");
  EXPECT_THAT(head_of(access), HasSubstr("one line"));
  access.bearer_token_file = scratch_.path("");
  EXPECT_THAT(head_of(access), HasSubstr("names no file"));
  access = {};
  access.ca_file = scratch_.path("missing");
  EXPECT_THAT(head_of(access), HasSubstr("ca_file"));
  access = {};
  access.user = "zone";
  EXPECT_THAT(head_of(access), HasSubstr("go together"));
  access.password_file = access.bearer_token_file = file("both", "x");
  EXPECT_THAT(head_of(access), HasSubstr("either"));
}

TEST_F(CurlFetcherSecrets, are_not_sent_in_clear_to_another_machine) {
  Request request;
  request.url = "http://192.0.2.1/list.csv";
  request.access.bearer_token_file = file("token", "t");
  const auto answer = fetch(request);
  EXPECT_EQ(code_of(answer), ErrorCode::kBadInput);
  EXPECT_THAT(answer.error().text, HasSubstr("use https"));
}

TEST_F(CurlFetcherSecrets, stand_in_no_error_and_neither_do_path_query_and_user) {
  const Peer peer([](Talk& talk) { talk.head(); });
  Request request = get(peer, "/hidden-path?key=hidden-query");
  request.access.user = "hidden-user";
  request.access.password_file = file("password", "hidden-password");
  const auto answer = fetch(request);
  EXPECT_EQ(code_of(answer), ErrorCode::kUnavailable);
  EXPECT_THAT(answer.error().text, HasSubstr(peer.place()));
  EXPECT_THAT(answer.error().text, Not(HasSubstr("hidden")));
}

// --- redirects

TEST(CurlFetcherRedirect, within_one_place_is_followed) {
  const Peer peer([](Talk& talk) {
    talk.head();
    talk.send(http_answer("302 Found", "Location: /new/list.csv\r\n", "moved"));
    const std::string head = talk.head();
    const bool is_new = head.starts_with("GET /new/list.csv ");
    talk.send(http_answer("200 OK", "", is_new ? "here" : head));
  });
  const auto answer = fetch(get(peer));
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->body, "here");
}

TEST(CurlFetcherRedirect, to_another_scheme_host_or_port_is_refused) {
  const Peer other(always(http_answer("200 OK", "", "stolen")));
  const std::string port = std::to_string(other.port());
  for (const std::string& to :
       {std::string("file:///etc/passwd"), std::string("https://127.0.0.1/"),
        "http://localhost:" + port + "/", other.url(), std::string("//evil.example/x"),
        std::string("sftp://127.0.0.1/x"), std::string("http://user@127.0.0.1/")}) {
    const Peer peer(always(http_answer("301 Moved", "Location: " + to + "\r\n", "")));
    const auto answer = fetch(get(peer));
    EXPECT_EQ(code_of(answer), ErrorCode::kBadInput) << to;
    EXPECT_THAT(answer.error().text, HasSubstr("redirects to another"));
  }
  EXPECT_EQ(other.connections(), 0);
}

TEST(CurlFetcherRedirect, without_end_is_refused) {
  const Peer peer(always(http_answer("307 Again", "Location: /list.csv\r\n", "")));
  const auto answer = fetch(get(peer));
  EXPECT_EQ(code_of(answer), ErrorCode::kBadInput);
  EXPECT_THAT(answer.error().text, HasSubstr("without an end"));
}

TEST(CurlFetcherRedirect, of_a_post_is_an_answer) {
  const Peer peer([](Talk& talk) {
    const std::string head = talk.head();
    talk.body(4);
    talk.send(http_answer("307 Again", "Location: /other\r\n", ""));
  });
  Request request = get(peer);
  request.method = "POST";
  request.body = "body";
  const auto answer = fetch(request);
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->status, 307);
}

// --- bounds

TEST(CurlFetcherBounds, exactly_the_bound_fits) {
  const Peer peer(always(http_answer("200 OK", "", std::string(1000, 'x'))));
  Request request = get(peer);
  request.limits.bytes_max = 1000;
  EXPECT_TRUE(fetch(request));
  request.limits.bytes_max = 999;
  EXPECT_EQ(code_of(fetch(request)), ErrorCode::kTooLarge);
}

TEST(CurlFetcherBounds, a_declared_length_over_the_bound_is_not_waited_for) {
  const Peer peer([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx");
    talk.wait_until_closed();
  });
  EXPECT_EQ(code_of(fetch(get(peer))), ErrorCode::kTooLarge);
}

TEST(CurlFetcherBounds, an_endless_body_is_given_up_at_the_bound) {
  std::atomic<std::size_t> sent = 0;
  const Peer peer([&](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
    while (talk.send(chunk)) sent += 0x1000;
  });
  Request request = get(peer);
  request.limits.bytes_max = 1 << 20;
  EXPECT_EQ(code_of(fetch(request)), ErrorCode::kTooLarge);
  EXPECT_LT(sent, std::size_t{32} << 20);  // the bound, and what sockets hold on the way
}

// Fixed Huffman codes of RFC 1951: the byte 0, then `repeats` times "258 bytes from one back".
std::string deflated_zeros(int repeats) {
  std::string out;
  unsigned held = 0;
  int count = 0;
  const auto put = [&](unsigned bit) {
    held |= bit << count;
    if (++count < 8) return;
    out.push_back(static_cast<char>(held));
    held = 0;
    count = 0;
  };
  const auto put_code = [&](unsigned code, int bits) {
    for (int i = bits - 1; i >= 0; --i) put(code >> i & 1);
  };
  put_code(0b110, 3);       // last block, fixed codes
  put_code(0b00110000, 8);  // the literal 0
  for (int i = 0; i < repeats; ++i) {
    put_code(0b11000101, 8);  // length 258
    put_code(0b00000, 5);     // distance 1
  }
  put_code(0, 7);  // end of block
  for (int i = 0; i < 7; ++i) put(0);
  return out;
}

const std::string kGzipHead("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);

TEST(CurlFetcherBounds, a_packed_answer_comes_unpacked_within_the_bound) {
  const std::string packed = deflated_zeros(3);
  const Peer peer(always(http_answer("200 OK", "Content-Encoding: deflate\r\n", packed)));
  Request request = get(peer);
  const auto answer = fetch(request);
  ASSERT_TRUE(answer) << answer.error().text;
  EXPECT_EQ(answer->body, std::string(1 + 3 * 258, '\0'));
  request.headers = {{"Accept-Encoding", "identity"}};
  EXPECT_EQ(fetch(request)->body, packed);
}

TEST(CurlFetcherBounds, a_bomb_is_given_up_at_the_bound) {
  const std::string packed = kGzipHead + deflated_zeros(600'000);  // 1 MB, unpacked 155 MB
  const Peer peer(always(http_answer("200 OK", "Content-Encoding: gzip\r\n", packed)));
  Request request = get(peer);
  request.limits.bytes_max = 2 << 20;
  EXPECT_EQ(code_of(fetch(request)), ErrorCode::kTooLarge);
}

TEST(CurlFetcherBounds, broken_compression_is_an_error) {
  const Peer peer(always(http_answer("200 OK", "Content-Encoding: gzip\r\n", "not gzip at all")));
  const auto answer = fetch(get(peer));
  EXPECT_EQ(code_of(answer), ErrorCode::kUnavailable);
  EXPECT_THAT(answer.error().text, HasSubstr("compression"));
}

TEST(CurlFetcherBounds, headers_without_end_are_given_up) {
  const Peer peer([](Talk& talk) {
    talk.head();
    talk.send("HTTP/1.1 200 OK\r\n");
    while (talk.send("X-More: " + std::string(1000, 'x') + "\r\n")) continue;
  });
  EXPECT_EQ(code_of(fetch(get(peer))), ErrorCode::kTooLarge);
}

// --- machines that are down, slow or lie

TEST(CurlFetcherFailures, a_closed_port_is_unavailable) {
  Request request;
  {
    const Peer peer([](Talk&) {});
    request = get(peer);
  }
  const auto answer = fetch(request);
  EXPECT_EQ(code_of(answer), ErrorCode::kUnavailable);
  EXPECT_THAT(answer.error().text, HasSubstr("nobody listens"));
}

TEST(CurlFetcherFailures, cut_answers_are_unavailable) {
  for (const char* bytes :
       {"", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "nonsense\r\n\r\n"}) {
    const Peer peer([&](Talk& talk) {
      talk.head();
      talk.send(bytes);
    });
    EXPECT_EQ(code_of(fetch(get(peer))), ErrorCode::kUnavailable) << bytes;
  }
}

TEST(CurlFetcherFailures, a_machine_that_never_answers_is_given_up_in_time) {
  const Peer peer([](Talk& talk) { talk.wait_until_closed(); });
  Request request = get(peer);
  request.limits.total_timeout = milliseconds{150};
  Result<Answer> answer;
  EXPECT_LT(time_of([&] { answer = fetch(request); }), milliseconds{1500});
  EXPECT_EQ(code_of(answer), ErrorCode::kUnavailable);
  EXPECT_THAT(answer.error().text, HasSubstr("within 150 ms"));
}

TEST(CurlFetcherFailures, a_handshake_that_never_ends_is_no_connection) {
  const Peer peer([](Talk& talk) { talk.wait_until_closed(); });
  Scratch scratch;
  for (const char* scheme : {"https", "sftp"}) {
    Request request;
    request.url = std::string(scheme) + "://" + peer.place() + "/list.csv";
    request.limits.connect_timeout = milliseconds{100};
    if (request.url.starts_with("sftp")) {
      request.access.user = "zone";
      request.access.password_file = scratch.file("password", "x");
      request.access.ssh_known_hosts_file = scratch.file("known_hosts", "");
    }
    Result<Answer> answer;
    EXPECT_LT(time_of([&] { answer = fetch(request); }), milliseconds{800}) << scheme;
    EXPECT_EQ(code_of(answer), ErrorCode::kUnavailable);
    EXPECT_THAT(answer.error().text, HasSubstr("no connection within 100 ms"));
  }
}

TEST(CurlFetcherFailures, a_stop_ends_a_call_within_its_promise) {
  std::promise<void> asked;
  const Peer peer([&](Talk& talk) {
    talk.head();
    asked.set_value();
    talk.wait_until_closed();
  });
  std::stop_source stop;
  auto call = std::async(std::launch::async,
                         [&] { return CurlFetcher{}.fetch(get(peer), stop.get_token()); });
  asked.get_future().wait();
  Result<Answer> answer;
  EXPECT_LT(time_of([&] {
              stop.request_stop();
              answer = call.get();
            }),
            milliseconds{200});
  EXPECT_EQ(code_of(answer), ErrorCode::kUnavailable);
  EXPECT_THAT(answer.error().text, HasSubstr("stopped"));
}

TEST(CurlFetcherFailures, a_stop_before_the_call_asks_nothing_for_long) {
  const Peer peer([](Talk& talk) { talk.wait_until_closed(); });
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(code_of(CurlFetcher{}.fetch(get(peer), stop.get_token())), ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace bas::fetch
