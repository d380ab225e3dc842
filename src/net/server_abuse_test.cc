// What bad, broken and slow clients get.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "net/test_server.h"

namespace bas::net {
namespace {

using std::chrono::milliseconds;
using testing::AnyOf;
using testing::HasSubstr;
using testing::StartsWith;

bool is_alive(const TestServer& server) {
  TestSocket client(server.port());
  client.send("GET /hello HTTP/1.1\r\n\r\n");
  return client.read_answer().ends_with("hello");
}

TEST(ServerAbuse, a_slow_head_gets_408) {
  ServerSettings settings;
  settings.request_timeout = milliseconds{300};
  TestServer server(settings);
  TestSocket client(server.port());
  client.send("GET /hello HTTP/1.1\r\nX-Slow: ");
  const std::string answer = client.read_all();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 408 "));
  EXPECT_THAT(answer, HasSubstr("/problems/request-timeout"));
}

TEST(ServerAbuse, a_trickled_head_cannot_outlast_the_request_timeout) {
  ServerSettings settings;
  settings.request_timeout = milliseconds{500};
  TestServer server(settings);
  TestSocket client(server.port());
  client.send("GET /hello HTTP/1.1\r\n");
  std::thread trickle([&] {
    while (client.send("X: 1\r\n")) ::usleep(20'000);
  });
  EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 408 "));
  trickle.join();
}

TEST(ServerAbuse, a_body_below_the_minimum_rate_gets_408) {
  ServerSettings settings;
  settings.body_rate_grace = milliseconds{200};
  settings.body_rate_bytes_min = 100'000;
  TestServer server(settings);
  TestSocket client(server.port());
  client.send("POST /echo HTTP/1.1\r\nContent-Length: 60000\r\n\r\nsome of it");
  EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 408 "));
}

TEST(ServerAbuse, an_idle_connection_is_closed_without_a_word) {
  ServerSettings settings;
  settings.idle_timeout = milliseconds{200};
  TestServer server(settings);
  TestSocket silent(server.port());
  EXPECT_EQ(silent.read_all(), "");
  EXPECT_TRUE(silent.closed_by_peer());
}

TEST(ServerAbuse, a_head_over_the_limit_gets_431) {
  TestServer server;
  TestSocket one_field(server.port());
  one_field.send("GET /hello HTTP/1.1\r\nX: " + std::string(17 * 1024, 'x') + "\r\n\r\n");
  EXPECT_THAT(one_field.read_all(), StartsWith("HTTP/1.1 431 "));
  TestSocket many_fields(server.port());
  many_fields.send("GET /hello HTTP/1.1\r\n");
  for (int i = 0; i < 5'000; ++i) many_fields.send("X: 123456\r\n");
  EXPECT_THAT(many_fields.read_all(), StartsWith("HTTP/1.1 431 "));
  TestSocket target(server.port());
  target.send("GET /" + std::string(20 * 1024, 'x') + " HTTP/1.1\r\n\r\n");
  EXPECT_THAT(target.read_all(), StartsWith("HTTP/1.1 431 "));
  EXPECT_TRUE(is_alive(server));
}

TEST(ServerAbuse, endless_chunks_and_trailers_are_cut) {
  TestServer server;
  TestSocket body(server.port());
  body.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "400\r\n" + std::string(1024, 'x') + "\r\n";
  for (int i = 0; i < 100; ++i) body.send(chunk);
  EXPECT_THAT(body.read_all(), StartsWith("HTTP/1.1 413 "));
  TestSocket extension(server.port());
  extension.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;");
  for (int i = 0; i < 100; ++i) extension.send(std::string(1024, 'x'));
  EXPECT_THAT(extension.read_all(), StartsWith("HTTP/1.1 4"));
  TestSocket trailers(server.port());
  trailers.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
  for (int i = 0; i < 100; ++i) trailers.send("X: " + std::string(1024, 'x') + "\r\n");
  EXPECT_THAT(trailers.read_all(), StartsWith("HTTP/1.1 4"));
  EXPECT_TRUE(is_alive(server));
}

TEST(ServerAbuse, a_huge_announced_body_is_refused_unread) {
  TestServer server;
  for (const char* length : {"65537", "18446744073709551615", "99999999999999999999999"}) {
    TestSocket client(server.port());
    client.send("POST /echo HTTP/1.1\r\nContent-Length: " + std::string{length} + "\r\n\r\n");
    EXPECT_THAT(client.read_all(), AnyOf(StartsWith("HTTP/1.1 413 "), StartsWith("HTTP/1.1 400 ")));
  }
}

TEST(ServerAbuse, requests_that_two_readers_could_understand_differently_are_refused) {
  TestServer server;
  for (const char* head : {
           "POST /echo HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
           "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
           "POST /echo HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
           "POST /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
           "POST /echo HTTP/1.1\r\nContent-Length : 3\r\n\r\n",
           "POST /echo HTTP/1.1\r\nContent-Length: 3, 4\r\n\r\n",
           "GET  /hello HTTP/1.1\r\n\r\n",
           "GET /hello HTTP/1.1\r\nX\x01Y: 1\r\n\r\n",
       }) {
    TestSocket client(server.port());
    client.send(head);
    client.end_sending();
    EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 400 ")) << head;
  }
}

TEST(ServerAbuse, garbage_gets_a_problem_document_or_nothing) {
  TestServer server;
  std::mt19937 random(20261123);
  for (int i = 0; i < 200; ++i) {
    std::string garbage(1 + random() % 2'000, '\0');
    for (char& c : garbage) c = static_cast<char>(random());
    TestSocket client(server.port());
    client.send(garbage);
    client.end_sending();
    EXPECT_THAT(client.read_all(), AnyOf("", StartsWith("HTTP/1.1 4"), StartsWith("HTTP/1.1 505")))
        << "seed 20261123, round " << i;
  }
  EXPECT_TRUE(is_alive(server));
}

TEST(ServerAbuse, a_request_cut_at_any_length_reaches_no_handler) {
  TestServer server;
  const std::string whole =
      "POST /echo?a=b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n0\r\n\r\n";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    TestSocket client(server.port());
    client.send(whole.substr(0, length));
    client.end_sending();
    EXPECT_EQ(client.read_all(), "") << length;
  }
  EXPECT_TRUE(server.settles_at(0));
  EXPECT_TRUE(is_alive(server));
  EXPECT_EQ(server.seen(1).size(), 1U);
}

TEST(ServerAbuse, a_request_in_single_bytes_is_understood) {
  TestServer server;
  TestSocket client(server.port());
  const std::string whole =
      "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
  for (const char c : whole) ASSERT_TRUE(client.send({&c, 1}));
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\nabc"));
}

TEST(ServerAbuse, beyond_the_connection_cap_the_answer_is_503) {
  ServerSettings settings;
  settings.connections_max = 3;
  TestServer server(settings);
  std::vector<std::unique_ptr<TestSocket>> kept;
  for (int i = 0; i < 3; ++i) {
    kept.push_back(std::make_unique<TestSocket>(server.port()));
    kept.back()->send("GET /hello HTTP/1.1\r\n\r\n");
    EXPECT_THAT(kept.back()->read_answer(), StartsWith("HTTP/1.1 200 "));
  }
  TestSocket refused(server.port());
  refused.send("GET /hello HTTP/1.1\r\n\r\n");
  const std::string answer = refused.read_all();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 503 "));
  EXPECT_THAT(answer, HasSubstr("Retry-After: 5\r\n"));
  kept.pop_back();
  EXPECT_TRUE(server.settles_at(2));
  EXPECT_TRUE(is_alive(server));
}

TEST(ServerAbuse, a_full_worker_queue_answers_503) {
  ServerSettings settings;
  settings.worker_queue_max = 0;
  TestServer server(settings);
  TestSocket client(server.port());
  client.send("POST /work HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 503 "));
}

TEST(ServerAbuse, a_thousand_connections_are_served) {
  TestServer server;
  std::vector<std::unique_ptr<TestSocket>> clients;
  for (int i = 0; i < 1'000; ++i) {
    clients.push_back(std::make_unique<TestSocket>(server.port()));
    ASSERT_TRUE(clients.back()->connected()) << i;
    clients.back()->send("GET /about/" + std::to_string(i) + " HTTP/1.1\r\n\r\n");
  }
  for (int i = 0; i < 1'000; ++i) {
    ASSERT_TRUE(clients[static_cast<std::size_t>(i)]->read_answer().ends_with(
        "\r\n\r\n" + std::to_string(i) + "?"));
  }
  EXPECT_EQ(server.server().connections(), 1'000U);
  clients.clear();
  EXPECT_TRUE(server.settles_at(0));
}

TEST(ServerAbuse, a_client_that_does_not_take_its_answer_is_cut) {
  ServerSettings settings;
  settings.write_timeout = milliseconds{200};
  Router router;
  router.add({"GET", "/large", Run::kInline, 0,
              [](Request, Respond respond) { respond(text(std::string(32 << 20, 'x'))); }});
  TestServer server(settings, std::move(router));
  TestSocket client(server.port(), 4096);
  client.send("GET /large HTTP/1.1\r\n\r\n");
  EXPECT_EQ(server.seen(1).size(), 1U);
  EXPECT_TRUE(server.settles_at(0));
}

}  // namespace
}  // namespace bas::net
