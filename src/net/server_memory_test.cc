// What many large bodies at once may take.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "net/test_server.h"

namespace bas::net {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::size_t kHeldBody = 512 * 1024;
constexpr std::size_t kAllHeld = 4 * kHeldBody;

Router large_routes() {
  Router router;
  router.add({"POST", "/large", Run::kWorker, kHeldBody, [](Request request, Respond respond) {
                respond(text(std::to_string(request.body.size())));
              }});
  return router;
}

ServerSettings small_budget() {
  ServerSettings settings;
  settings.bodies_bytes_max = kAllHeld;
  settings.body_room_timeout = milliseconds{60'000};
  return settings;
}

std::string large_head(std::size_t length) {
  return "POST /large HTTP/1.1\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

// Sends `kHeldBody` bytes in pieces, of a length told before or not.
std::string send_large(std::uint16_t port, bool is_chunked) {
  TestSocket client(port);
  const std::string piece(16 * 1024, 'x');
  client.send(is_chunked ? "POST /large HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                         : large_head(kHeldBody));
  for (std::size_t sent = 0; sent < kHeldBody; sent += piece.size()) {
    client.send(is_chunked ? "4000\r\n" + piece + "\r\n" : piece);
    std::this_thread::yield();
  }
  if (is_chunked) client.send("0\r\n\r\n");
  return client.read_answer();
}

std::string post_small(std::uint16_t port) {
  TestSocket client(port);
  client.send("POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nsmall");
  return client.read_answer();
}

// Waits until exactly that much is counted.
bool holds(TestServer& server, std::size_t bytes) {
  for (int i = 0; i < 10'000 && server.server().body_bytes_held() != bytes; ++i) ::usleep(1000);
  return server.server().body_bytes_held() == bytes;
}

// As many as fit, each with a length told and no body: they hold all that large ones may.
std::vector<std::unique_ptr<TestSocket>> fill(TestServer& server) {
  std::vector<std::unique_ptr<TestSocket>> clients;
  for (int i = 0; i < 2; ++i) {
    clients.push_back(std::make_unique<TestSocket>(server.port()));
    clients.back()->send(large_head(kHeldBody));
  }
  EXPECT_TRUE(holds(server, 2 * kHeldBody));
  return clients;
}

TEST(ServerMemory, many_large_bodies_stay_within_the_budget_and_all_are_served) {
  TestServer server(small_budget(), large_routes());
  std::atomic<int> running{24};
  std::vector<std::string> answers(24);
  std::vector<std::thread> senders;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    senders.emplace_back([&, i] {
      answers[i] = send_large(server.port(), i % 2 == 0);
      --running;
    });
  }
  std::size_t most = 0;
  std::size_t small_served = 0;
  while (running > 0) {
    most = std::max(most, server.server().body_bytes_held());
    if (post_small(server.port()).ends_with("small")) ++small_served;
  }
  for (std::thread& sender : senders) sender.join();
  for (const std::string& answer : answers) {
    EXPECT_TRUE(answer.ends_with("\r\n\r\n" + std::to_string(kHeldBody))) << answer;
  }
  EXPECT_GT(most, kHeldBody);
  EXPECT_LE(most, kAllHeld);
  EXPECT_GT(small_served, 0U);
  EXPECT_TRUE(holds(server, 0));
}

TEST(ServerMemory, without_room_a_large_body_gets_503_and_small_ones_pass) {
  ServerSettings settings = small_budget();
  settings.body_room_timeout = milliseconds{300};
  TestServer server(settings, large_routes());
  const auto holders = fill(server);
  TestSocket refused(server.port());
  refused.send(large_head(kHeldBody) + std::string(kHeldBody / 4, 'x'));
  EXPECT_THAT(post_small(server.port()), StartsWith("HTTP/1.1 200 "));
  const std::string answer = refused.read_all();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 503 "));
  EXPECT_THAT(answer, HasSubstr("Retry-After: 5\r\n"));
  EXPECT_THAT(answer, HasSubstr("/problems/busy"));
  EXPECT_EQ(server.server().body_bytes_held(), 2 * kHeldBody);
  holders[0]->send(std::string(kHeldBody, 'x'));
  EXPECT_THAT(holders[0]->read_answer(), StartsWith("HTTP/1.1 200 "));
}

TEST(ServerMemory, a_sender_is_told_to_continue_only_when_there_is_room) {
  TestServer server(small_budget(), large_routes());
  auto holders = fill(server);
  TestSocket waiting(server.port());
  waiting.send("POST /large HTTP/1.1\r\nContent-Length: " + std::to_string(kHeldBody) +
               "\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_THAT(post_small(server.port()), StartsWith("HTTP/1.1 200 "));
  holders.pop_back();
  EXPECT_EQ(waiting.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_TRUE(holds(server, 2 * kHeldBody));
}

TEST(ServerMemory, slow_senders_lose_what_they_hold) {
  ServerSettings settings = small_budget();
  settings.request_timeout = milliseconds{500};
  TestServer server(settings, large_routes());
  const auto holders = fill(server);
  const std::string answer = send_large(server.port(), false);
  EXPECT_TRUE(answer.ends_with("\r\n\r\n" + std::to_string(kHeldBody))) << answer;
  for (const auto& holder : holders) {
    EXPECT_THAT(holder->read_all(), StartsWith("HTTP/1.1 408 "));
  }
  EXPECT_TRUE(holds(server, 0));
}

TEST(ServerMemory, a_body_counts_until_its_request_is_answered) {
  Router router = large_routes();
  std::promise<Respond> handed;
  router.add({"POST", "/held", Run::kInline, kHeldBody,
              [&](Request, Respond respond) { handed.set_value(std::move(respond)); }});
  TestServer server(small_budget(), std::move(router));
  TestSocket client(server.port());
  client.send("POST /held HTTP/1.1\r\nContent-Length: 100000\r\n\r\n" + std::string(100'000, 'x'));
  const Respond respond = handed.get_future().get();
  EXPECT_EQ(server.server().body_bytes_held(), 100'000U);
  respond(text("done"));
  EXPECT_TRUE(client.read_answer().ends_with("done"));
  EXPECT_EQ(server.server().body_bytes_held(), 0U);
}

TEST(ServerMemory, stopping_ends_those_who_wait) {
  ServerSettings settings = small_budget();
  settings.stop_timeout = milliseconds{50};
  TestServer server(settings, large_routes());
  const auto holders = fill(server);
  TestSocket waiting(server.port());
  waiting.send(large_head(kHeldBody));
  EXPECT_THAT(post_small(server.port()), StartsWith("HTTP/1.1 200 "));
  server.stop();
  waiting.read_all();
  EXPECT_TRUE(waiting.closed_by_peer());
  EXPECT_EQ(server.server().body_bytes_held(), 0U);
}

}  // namespace
}  // namespace bas::net
