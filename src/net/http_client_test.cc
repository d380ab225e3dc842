#include "net/http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <thread>

#include "net/test_server.h"

namespace bas::net {
namespace {

using testing::HasSubstr;

std::unique_ptr<HttpClient> make_http_client(HttpClientSettings settings = {}) {
  auto client = HttpClient::open(std::move(settings));
  EXPECT_TRUE(client);
  return std::move(*client);
}

std::string url_of(const TestServer& server, std::string_view path) {
  return "http://127.0.0.1:" + std::to_string(server.port()) + std::string{path};
}

ClientRequest post(std::string url, std::string body) {
  ClientRequest request;
  request.method = "POST";
  request.url = std::move(url);
  request.body = std::move(body);
  return request;
}

ClientRequest get(std::string url) {
  ClientRequest request;
  request.url = std::move(url);
  return request;
}

// Listens and does with each connection what it is told, on a thread of its own.
class RawServer {
 public:
  explicit RawServer(std::vector<std::string> answers)
      : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), size);
    ::listen(descriptor_, 16);
    ::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, answers] { serve(answers); });
  }
  ~RawServer() {
    thread_.join();
    ::close(descriptor_);
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

 private:
  // Each answer goes to a connection of its own, which is closed behind it.
  void serve(const std::vector<std::string>& answers) {
    for (const std::string& answer : answers) {
      const int connection = ::accept(descriptor_, nullptr, nullptr);
      char bytes[4096];
      EXPECT_GT(::recv(connection, bytes, sizeof bytes, 0), 0);
      EXPECT_GE(::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL), 0);
      ::close(connection);
    }
  }

  int descriptor_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

TEST(HttpClient, fetches_and_posts) {
  TestServer server;
  const auto client = make_http_client();
  const auto hello = client->fetch(get(url_of(server, "/hello")));
  ASSERT_TRUE(hello) << hello.error().text;
  EXPECT_EQ(hello->status, 200);
  EXPECT_EQ(hello->body, "hello");
  EXPECT_EQ(hello->header("content-type"), "text/plain");
  EXPECT_GE(hello->received_at, hello->sent_at);
  const auto echo = client->fetch(post(url_of(server, "/echo"), "body"));
  ASSERT_TRUE(echo);
  EXPECT_EQ(echo->body, "body");
}

TEST(HttpClient, keeps_connections_and_answers_everything_once) {
  TestServer server;
  HttpClientSettings settings;
  settings.connections_per_host = 8;
  settings.threads = 2;
  const auto client = make_http_client(settings);
  constexpr int kRequests = 2000;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<int> answers(kRequests, 0);
  int count = 0;
  for (int i = 0; i < kRequests; ++i) {
    client->send(post(url_of(server, "/echo"), std::to_string(i)),
                 [&, i](Result<ClientResponse> response) {
                   const std::lock_guard lock(mutex);
                   if (response && response->body == std::to_string(i)) {
                     ++answers[static_cast<std::size_t>(i)];
                   }
                   if (++count == kRequests) changed.notify_all();
                 });
  }
  std::unique_lock lock(mutex);
  changed.wait_for(lock, std::chrono::seconds{60}, [&] { return count == kRequests; });
  EXPECT_THAT(answers, testing::Each(1));
  EXPECT_LE(server.server().connections(), 8U);
}

TEST(HttpClient, says_why_it_failed) {
  const auto client = make_http_client();
  EXPECT_EQ(client->fetch(get("ftp://host/")).error().code, ErrorCode::kBadInput);
  EXPECT_EQ(client->fetch(get("http://host:99999/")).error().code, ErrorCode::kBadInput);
  std::uint16_t free_port = 0;
  {
    const TestServer server;
    free_port = server.port();
  }
  const auto refused = client->fetch(get("http://127.0.0.1:" + std::to_string(free_port)));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
}

TEST(HttpClient, gives_up_after_the_request_timeout) {
  TestServer server;
  HttpClientSettings settings;
  settings.request_timeout = std::chrono::milliseconds{300};
  const auto client = make_http_client(settings);
  const auto late = client->fetch(get(url_of(server, "/later")));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(late.error().text, HasSubstr("in time"));
  server.later()(text("nobody waits"));
}

TEST(HttpClient, repeats_once_when_a_kept_connection_was_closed_meanwhile) {
  ServerSettings settings;
  settings.idle_timeout = std::chrono::milliseconds{1};
  TestServer server(settings);
  const auto client = make_http_client();
  for (int i = 0; i < 3; ++i) {
    const auto hello = client->fetch(get(url_of(server, "/hello")));
    ASSERT_TRUE(hello) << hello.error().text;
    EXPECT_TRUE(server.settles_at(0));
  }
}

TEST(HttpClient, reads_answers_of_every_framing) {
  RawServer server({"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab",
                    "HTTP/1.0 200 OK\r\n\r\nuntil the end",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                    "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"});
  // A client each: these servers close without saying so.
  EXPECT_EQ(make_http_client()->fetch(get(server.url()))->body, "ab");
  EXPECT_EQ(make_http_client()->fetch(get(server.url()))->body, "until the end");
  EXPECT_EQ(make_http_client()->fetch(get(server.url()))->body, "ab");
  EXPECT_EQ(make_http_client()->fetch(get(server.url()))->status, 204);
}

TEST(HttpClient, an_answer_cut_at_any_length_is_an_error) {
  const std::string whole = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
  std::vector<std::string> answers;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    answers.push_back(whole.substr(0, length));
  }
  RawServer server(answers);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto response = make_http_client()->fetch(get(server.url()));
    ASSERT_FALSE(response) << i;
    EXPECT_EQ(response.error().code, ErrorCode::kUnavailable);
  }
}

TEST(HttpClient, refuses_an_answer_over_the_limit) {
  RawServer server({"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n12345678901"});
  HttpClientSettings settings;
  settings.response_bytes_max = 10;
  const auto response = make_http_client(settings)->fetch(get(server.url()));
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().code, ErrorCode::kTooLarge);
}

TEST(HttpClient, ends_what_is_in_flight_when_it_is_destroyed) {
  TestServer server;
  auto client = make_http_client();
  std::atomic<int> failed{0};
  client->send(get(url_of(server, "/later")), [&](Result<ClientResponse> response) {
    if (!response && response.error().code == ErrorCode::kUnavailable) ++failed;
  });
  const Respond respond = server.later();
  client.reset();
  EXPECT_EQ(failed, 1);
  respond(text("too late"));
}

}  // namespace
}  // namespace bas::net
