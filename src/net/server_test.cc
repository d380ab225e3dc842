#include "net/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "net/test_server.h"

namespace bas::net {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Server, answers_a_get) {
  TestServer server;
  TestSocket client(server.port());
  client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  const std::string answer = client.read_answer();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Type: text/plain\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nDate: "));
  EXPECT_THAT(answer, HasSubstr("\r\nX-Request-Id: "));
  EXPECT_THAT(answer, Not(HasSubstr("Connection:")));
  EXPECT_TRUE(answer.ends_with("\r\n\r\nhello"));
}

TEST(Server, keeps_the_connection_for_a_hundred_posts) {
  TestServer server;
  TestSocket client(server.port());
  for (int i = 0; i < 100; ++i) {
    const std::string body(static_cast<std::size_t>(i * 100), 'x');
    client.send("POST /echo HTTP/1.1\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body);
    EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\n" + body)) << i;
  }
  EXPECT_EQ(server.server().connections(), 1U);
}

TEST(Server, answers_pipelined_requests_in_order) {
  TestServer server;
  TestSocket client(server.port());
  std::string requests;
  for (int i = 0; i < 50; ++i) {
    requests += "POST /work HTTP/1.1\r\nContent-Length: 2\r\n\r\n" + std::to_string(10 + i);
    requests += "GET /about/" + std::to_string(i) + "?q=%41 HTTP/1.1\r\n\r\n";
  }
  client.send(requests);
  for (int i = 0; i < 50; ++i) {
    EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\n" + std::to_string(10 + i)));
    EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\n" + std::to_string(i) + "?A"));
  }
}

TEST(Server, head_has_the_length_and_no_body) {
  TestServer server;
  TestSocket client(server.port());
  client.send("HEAD /hello HTTP/1.1\r\n\r\nGET /hello HTTP/1.1\r\nConnection: close\r\n\r\n");
  const std::string head = client.read_until("\r\n\r\n");
  EXPECT_THAT(head, HasSubstr("Content-Length: 5\r\n"));
  EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST(Server, closes_when_asked_and_for_http_1_0) {
  TestServer server;
  TestSocket asked(server.port());
  asked.send("GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(asked.read_all(), HasSubstr("Connection: close\r\n"));
  TestSocket old(server.port());
  old.send("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(old.read_all().ends_with("hello"));
  TestSocket old_but_kept(server.port());
  old_but_kept.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_THAT(old_but_kept.read_answer(), HasSubstr("Connection: keep-alive\r\n"));
}

TEST(Server, tells_a_waiting_sender_to_continue) {
  TestServer server;
  TestSocket client(server.port());
  client.send("POST /echo HTTP/1.1\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("body");
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\nbody"));
}

TEST(Server, refuses_a_large_body_before_it_is_sent) {
  TestServer server;
  TestSocket client(server.port());
  client.send("POST /tiny HTTP/1.1\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  const std::string answer = client.read_all();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(answer, HasSubstr("/problems/too-large"));
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
}

TEST(Server, reads_chunked_bodies_up_to_the_limit) {
  TestServer server;
  TestSocket client(server.port());
  client.send(
      "POST /tiny HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3;x=y\r\nabc\r\n7\r\ndefghij\r\n0\r\nTrailer: 1\r\n\r\n");
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\nabcdefghij"));
  client.send(
      "POST /tiny HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n8\r\ndefghijk\r\n0\r\n\r\n");
  EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 413 "));
}

TEST(Server, says_what_is_wrong_with_path_and_method) {
  TestServer server;
  TestSocket client(server.port());
  client.send("GET /nothing HTTP/1.1\r\n\r\n");
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 404 "));
  client.send("DELETE /hello HTTP/1.1\r\n\r\n");
  const std::string answer = client.read_answer();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 "));
  EXPECT_THAT(answer, HasSubstr("Allow: GET, HEAD\r\n"));
  client.send("GET /%zz HTTP/1.1\r\n\r\n");
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 400 "));
}

TEST(Server, takes_an_answer_from_another_thread) {
  TestServer server;
  TestSocket client(server.port());
  client.send("GET /later HTTP/1.1\r\n\r\n");
  std::thread other([respond = server.later()] {
    respond(text("first"));
    respond(text("second"));
  });
  EXPECT_TRUE(client.read_answer().ends_with("first"));
  other.join();
  client.send("GET /hello HTTP/1.1\r\n\r\n");
  EXPECT_TRUE(client.read_answer().ends_with("hello"));
}

TEST(Server, answers_500_for_a_handler_that_drops_or_throws) {
  TestServer server;
  TestSocket client(server.port());
  client.send("GET /never HTTP/1.1\r\n\r\n");
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 500 "));
  client.send("GET /throw HTTP/1.1\r\n\r\n");
  const std::string answer = client.read_answer();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(answer, Not(HasSubstr("on purpose")));
}

TEST(Server, observes_every_answer) {
  TestServer server;
  TestSocket client(server.port());
  client.send("POST /echo HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi");
  const std::string answer = client.read_answer();
  client.send("GET /nothing HTTP/1.1\r\n\r\n");
  client.read_answer();
  const auto seen = server.seen(2);
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen[0].pattern, "/echo");
  EXPECT_EQ(seen[0].status, 200);
  EXPECT_EQ(seen[0].bytes_in, 44U);
  EXPECT_EQ(seen[0].bytes_out, answer.size());
  EXPECT_THAT(answer, HasSubstr("X-Request-Id: " + seen[0].id + "\r\n"));
  EXPECT_EQ(seen[1].pattern, "");
  EXPECT_EQ(seen[1].status, 404);
  EXPECT_NE(seen[0].id, seen[1].id);
}

TEST(Server, finishes_the_request_in_hand_when_stopping) {
  TestServer server;
  TestSocket busy(server.port());
  TestSocket idle(server.port());
  idle.send("GET /hello HTTP/1.1\r\n\r\n");
  idle.read_answer();
  busy.send("GET /later HTTP/1.1\r\n\r\n");
  const Respond respond = server.later();
  std::thread stopper([&] { server.stop(); });
  EXPECT_EQ(idle.read_all(), "");
  respond(text("done"));
  EXPECT_TRUE(busy.read_all().ends_with("done"));
  stopper.join();
  EXPECT_FALSE(TestSocket(server.port()).connected());
}

TEST(Server, cuts_what_does_not_finish_when_stopping) {
  ServerSettings settings;
  settings.stop_timeout = std::chrono::milliseconds{50};
  TestServer server(settings);
  TestSocket client(server.port());
  client.send("GET /later HTTP/1.1\r\n\r\n");
  const Respond respond = server.later();
  server.stop();
  client.read_all();
  EXPECT_TRUE(client.closed_by_peer());
  respond(text("too late"));
}

TEST(Server, refuses_to_open_on_a_taken_port_or_a_bad_address) {
  TestServer server;
  ServerSettings settings;
  settings.port = server.port();
  const auto taken = Server::open(settings, std::make_shared<const Router>());
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, ErrorCode::kUnavailable);
  settings.address = "not-an-address";
  const auto bad = Server::open(settings, std::make_shared<const Router>());
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::kBadInput);
}

}  // namespace
}  // namespace bas::net
