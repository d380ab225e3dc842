// Event streams over real sockets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>

#include "net/event_hub.h"
#include "net/http_client.h"
#include "net/test_server.h"

namespace bas::net {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// A hub behind GET /stream of a running server.
class StreamServer {
 public:
  explicit StreamServer(EventHubSettings settings = {}, ServerSettings server_settings = {})
      : hub_(settings, clock_), server_(std::move(server_settings), router()) {}

  Router router() {
    Router router;
    router.add({"GET", "/stream", Run::kInline, 0, [this](Request request, Respond respond) {
                  Subscription wanted;
                  const std::string since{request.query_value("since")};
                  const std::string last{request.header("Last-Event-ID")};
                  if (!since.empty()) wanted.since = std::stoull(since);
                  if (!last.empty()) wanted.last_event_id = std::stoull(last);
                  Response response;
                  response.content_type = "text/event-stream";
                  response.headers.push_back({"Cache-Control", "no-store"});
                  response.events = hub_.subscribe(std::move(wanted));
                  respond(std::move(response));
                }});
    return router;
  }

  std::string url(std::string_view query = {}) const {
    return "http://127.0.0.1:" + std::to_string(server_.port()) + "/stream" + std::string{query};
  }
  EventHub& hub() { return hub_; }
  TestServer& server() { return server_; }

 private:
  SystemClock clock_;
  EventHub hub_;
  TestServer server_;
};

// Collects what a stream says.
class Listener {
 public:
  Listener(HttpClient& client, std::string url, std::vector<Header> headers = {}) {
    EventStreamRequest request;
    request.url = std::move(url);
    request.headers = std::move(headers);
    request.on_event = [this](const ReceivedEvent& event) {
      const std::lock_guard lock(mutex_);
      events_.push_back(event);
      changed_.notify_all();
    };
    request.on_closed = [this](Error error) {
      const std::lock_guard lock(mutex_);
      closed_ = std::move(error);
      changed_.notify_all();
    };
    client_ = std::make_unique<EventClient>(client, std::move(request));
  }

  // The next event; an empty name when none comes within ten seconds.
  ReceivedEvent next() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds{10}, [this] { return !events_.empty(); });
    if (events_.empty()) return {};
    ReceivedEvent event = std::move(events_.front());
    events_.pop_front();
    return event;
  }

  std::optional<Error> closed() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds{10}, [this] { return closed_.has_value(); });
    return closed_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ReceivedEvent> events_;
  std::optional<Error> closed_;
  std::unique_ptr<EventClient> client_;
};

std::unique_ptr<HttpClient> make_desk_client() { return std::move(*HttpClient::open({})); }

TEST(EventStream, begins_with_hello_and_delivers_in_order) {
  StreamServer server;
  const auto client = make_desk_client();
  Listener desk(*client, server.url());
  const ReceivedEvent hello = desk.next();
  EXPECT_EQ(hello.name, "hello");
  EXPECT_THAT(hello.data, HasSubstr("\"seq\":" + std::to_string(server.hub().seq())));
  for (int i = 0; i < 500; ++i) server.hub().publish("hits", "hit.created", std::to_string(i));
  for (int i = 0; i < 500; ++i) {
    const ReceivedEvent event = desk.next();
    ASSERT_EQ(event.data, std::to_string(i));
    EXPECT_EQ(event.name, "hit.created");
  }
}

TEST(EventStream, resumes_behind_the_last_event) {
  StreamServer server;
  const auto client = make_desk_client();
  const std::uint64_t first = server.hub().publish("hits", "hit.created", "1");
  server.hub().publish("hits", "hit.created", "2");
  Listener desk(*client, server.url("?since=" + std::to_string(first - 1)),
                {{"Last-Event-ID", std::to_string(first)}});
  EXPECT_EQ(desk.next().name, "hello");
  const ReceivedEvent event = desk.next();
  EXPECT_EQ(event.data, "2");
  EXPECT_EQ(event.id, std::to_string(first + 1));
}

TEST(EventStream, says_reset_when_it_cannot_resume) {
  StreamServer server;
  const auto client = make_desk_client();
  Listener desk(*client, server.url("?since=12"));
  EXPECT_EQ(desk.next().name, "hello");
  const ReceivedEvent reset = desk.next();
  EXPECT_EQ(reset.name, "reset");
  EXPECT_EQ(reset.data, R"({"reason":"gap"})");
  server.hub().publish("hits", "hit.created", "later");
  EXPECT_EQ(desk.next().data, "later");
}

TEST(EventStream, heartbeats_come_by_themselves) {
  EventHubSettings settings;
  settings.heartbeat = std::chrono::milliseconds{20};
  StreamServer server(settings);
  const auto client = make_desk_client();
  Listener desk(*client, server.url());
  EXPECT_EQ(desk.next().name, "hello");
  EXPECT_EQ(desk.next().name, "heartbeat");
  EXPECT_EQ(desk.next().name, "heartbeat");
}

TEST(EventStream, stopping_the_server_says_restart) {
  StreamServer server;
  const auto client = make_desk_client();
  Listener desk(*client, server.url());
  EXPECT_EQ(desk.next().name, "hello");
  server.server().stop();
  EXPECT_EQ(desk.next().data, R"({"reason":"restart"})");
  ASSERT_TRUE(desk.closed());
  EXPECT_EQ(desk.closed()->code, ErrorCode::kUnavailable);
}

TEST(EventStream, a_refused_stream_tells_the_status) {
  StreamServer server;
  const auto client = make_desk_client();
  Listener desk(*client, server.url() + "/nothing");
  ASSERT_TRUE(desk.closed());
  EXPECT_EQ(desk.closed()->code, ErrorCode::kRefused);
  EXPECT_THAT(desk.closed()->text, HasSubstr("404"));
}

TEST(EventStream, a_client_that_leaves_is_noticed_at_once) {
  StreamServer server;
  const auto client = make_desk_client();
  {
    Listener desk(*client, server.url());
    EXPECT_EQ(desk.next().name, "hello");
    EXPECT_EQ(server.hub().clients(), 1U);
  }
  EXPECT_TRUE(server.server().settles_at(0));
  EXPECT_EQ(server.hub().clients(), 0U);
}

TEST(EventStream, a_client_that_never_reads_is_cut_and_slows_nobody) {
  EventHubSettings settings;
  settings.client_bytes_max = 256 * 1024;
  settings.ring_events = 1'000;
  StreamServer server(settings);
  TestSocket slow(server.server().port(), 4096);
  slow.send("GET /stream HTTP/1.1\r\n\r\n");
  EXPECT_THAT(slow.read_until("event: hello\n"), StartsWith("HTTP/1.1 200 OK\r\n"));
  const auto client = make_desk_client();
  Listener desk(*client, server.url());
  EXPECT_EQ(desk.next().name, "hello");
  const std::string large = '"' + std::string(16 * 1024, 'x') + '"';
  std::size_t published = 0;
  while (server.hub().resets(Reset::kSlow) == 0 && published < 5'000) {
    server.hub().publish("hits", "hit.created", large);
    ++published;
    ASSERT_EQ(desk.next().data, large);
  }
  EXPECT_EQ(server.hub().resets(Reset::kSlow), 1U);
  EXPECT_TRUE(server.server().settles_at(1));
  EXPECT_EQ(server.hub().clients(), 1U);
}

TEST(EventStream, is_chunked_for_1_1_and_plain_for_1_0) {
  StreamServer server;
  TestSocket modern(server.server().port());
  modern.send("GET /stream HTTP/1.1\r\n\r\n");
  EXPECT_THAT(modern.read_until("\r\n\r\n"), HasSubstr("Transfer-Encoding: chunked\r\n"));
  TestSocket old(server.server().port());
  old.send("GET /stream HTTP/1.0\r\n\r\n");
  const std::string head = old.read_until("\r\n\r\n");
  EXPECT_THAT(head, HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(old.read_until("\n"), "event: hello\n");
}

}  // namespace
}  // namespace bas::net
