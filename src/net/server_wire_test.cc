// Shapes of requests that attackers, old clients and odd cameras put on the wire.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "net/static_files.h"
#include "net/test_server.h"

namespace bas::net {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// What comes back until the server closes, when a second request stands behind.
std::string answers_to(const TestServer& server, const std::string& bytes) {
  TestSocket client(server.port());
  client.send(bytes);
  client.end_sending();
  return client.read_all();
}

// Exactly one answer, of 400 (505 where the version is what cannot be read), and nothing behind it
// was taken for a request.
void expect_refused(const std::string& bytes) {
  TestServer server;
  const std::string answer = answers_to(server, bytes + "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(answer, AnyOf(StartsWith("HTTP/1.1 400 "), StartsWith("HTTP/1.1 505 "))) << bytes;
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n")) << bytes;
  EXPECT_THAT(answer.substr(1), Not(HasSubstr("HTTP/1.1 "))) << bytes;
  EXPECT_EQ(server.seen(1).size(), 1U) << bytes;
}

std::string post_text(const std::string& fields, const std::string& body) {
  return "POST /echo HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

std::string chunked(const std::string& body) {
  return post_text("Transfer-Encoding: chunked\r\n", body);
}

TEST(ServerWire, two_ends_of_a_body_are_refused) {
  for (const char* fields : {
           "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
           "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
           "Content-Length: 3\r\nContent-Length: 4\r\n",
           "Content-Length: 3, 3\r\n",
           "Content-Length: 3\r\nContent-Length: 3\r\n",
           "Content-Length: +3\r\n",
           "Content-Length: 0x3\r\n",
           "Content-Length: 3 4\r\n",
           "Content-Length:\r\n",
           "Content-Length: 18446744073709551616\r\n",
       }) {
    expect_refused(post_text(fields, "3\r\nabc\r\n0\r\n\r\n"));
  }
}

TEST(ServerWire, a_transfer_coding_other_than_chunked_is_refused) {
  for (const char* fields : {
           "Transfer-Encoding: gzip\r\n",
           "Transfer-Encoding: gzip, chunked\r\n",
           "Transfer-Encoding: chunked, chunked\r\n",
           "Transfer-Encoding: chunked, identity\r\n",
           "Transfer-Encoding: identity\r\n",
           "Transfer-Encoding: xchunked\r\n",
           "Transfer-Encoding: \"chunked\"\r\n",
           "Transfer-Encoding:\r\n",
           "Transfer-Encoding : chunked\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
       }) {
    expect_refused(post_text(fields, "3\r\nabc\r\n0\r\n\r\n"));
  }
  expect_refused("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
}

TEST(ServerWire, a_head_that_is_not_made_of_whole_clean_lines_is_refused) {
  using namespace std::string_literals;
  for (const std::string& head : {
           "GET /hello HTTP/1.1\r\nX: a\r\n b\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nX: a\r\n\tb\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nX:\r\n \r\n\r\n"s,
           "GET /hello HTTP/1.1\r\n X: a\r\n\r\n"s,
           "POST /echo HTTP/1.1\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"s,
           "GET /hello HTTP/1.1\nHost: a\n\n"s,
           "GET /hello HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nX: a\0b\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nX\0: a\r\n\r\n"s,
           "GET /hel\0lo HTTP/1.1\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nX: a\x7f\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\n: a\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nno colon\r\n\r\n"s,
           "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"s,
           "GET /hello\r\n\r\n"s,
           "GET /hello http/1.1\r\n\r\n"s,
           "G@T /hello HTTP/1.1\r\n\r\n"s,
       }) {
    expect_refused(head);
  }
}

TEST(ServerWire, malformed_chunks_are_refused) {
  for (const char* body : {
           "0x3\r\nabc\r\n0\r\n\r\n",
           "+3\r\nabc\r\n0\r\n\r\n",
           "-3\r\nabc\r\n0\r\n\r\n",
           " 3\r\nabc\r\n0\r\n\r\n",
           "\r\nabc\r\n0\r\n\r\n",
           "3\nabc\n0\n\n",
           "3\r\nabcd\r\n0\r\n\r\n",
           "3\r\nabc0\r\n\r\n",
           "10000000000000000\r\nabc\r\n0\r\n\r\n",
           "3\r\nabc\r\n0\r\nX\r\n\r\n",
       }) {
    expect_refused(chunked(body));
  }
}

TEST(ServerWire, a_chunk_that_cannot_fit_is_refused_before_it_comes) {
  TestServer server;
  for (const char* size : {"ffffffffffffffff", "7fffffff", "10001"}) {
    TestSocket client(server.port());
    client.send(chunked("1\r\na\r\n" + std::string{size} + "\r\n"));
    EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 413 ")) << size;
  }
}

TEST(ServerWire, chunk_extensions_and_trailers_change_nothing) {
  TestServer server;
  TestSocket client(server.port());
  client.send(chunked("3;a=\"b;c\";d\r\nabc\r\n0;x\r\nHost: z\r\nX: 1\r\n\r\n"));
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\nabc"));
  client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(client.read_answer().ends_with("\r\n\r\nhello"));
}

TEST(ServerWire, takes_the_absolute_form_and_refuses_the_others) {
  TestServer server;
  EXPECT_THAT(answers_to(server, "GET http://a:1/hello HTTP/1.1\r\nHost: a:1\r\n\r\n"),
              StartsWith("HTTP/1.1 200 "));
  for (const char* line : {"OPTIONS * HTTP/1.1", "GET * HTTP/1.1", "CONNECT a:443 HTTP/1.1",
                           "GET hello HTTP/1.1", "GET ../hello HTTP/1.1"}) {
    EXPECT_THAT(answers_to(server, std::string{line} + "\r\nHost: a\r\n\r\n"),
                StartsWith("HTTP/1.1 400 "))
        << line;
  }
}

TEST(ServerWire, a_client_of_http_1_0_is_not_told_to_continue) {
  TestServer server;
  TestSocket client(server.port());
  client.send("POST /echo HTTP/1.0\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  client.send("body");
  const std::string answer = client.read_all();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
  EXPECT_TRUE(answer.ends_with("\r\n\r\nbody"));
}

TEST(ServerWire, who_does_not_wait_for_continue_is_served_without_it) {
  TestServer server;
  TestSocket client(server.port());
  client.send(post_text("Content-Length: 4\r\nExpect: 100-continue\r\n", "body"));
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 200 "));
}

TEST(ServerWire, a_refusal_ends_the_pipeline_and_what_stood_before_is_answered) {
  TestServer server;
  const std::string good = "GET /about/1 HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string answers = answers_to(server, good + good + "GET / HTTP/9.9\r\n\r\n" + good);
  const auto seen = server.seen(3);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[0].status, 200);
  EXPECT_EQ(seen[1].status, 200);
  EXPECT_EQ(seen[2].status, 505);
  EXPECT_THAT(answers, HasSubstr("HTTP/1.1 505 "));
}

TEST(ServerWire, http_1_0_is_closed_after_one_answer) {
  TestServer server;
  const std::string get = "GET /hello HTTP/1.0\r\n\r\n";
  const std::string answers = answers_to(server, get + get);
  EXPECT_THAT(answers, StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(answers.substr(1), Not(HasSubstr("HTTP/1.1 ")));
}

TEST(ServerWire, no_spelling_of_a_path_leads_out_of_the_static_folder) {
  namespace fs = std::filesystem;
  const fs::path folder =
      fs::path{testing::TempDir()} / ("server_wire_" + std::to_string(::getpid()));
  fs::create_directories(folder / "web");
  std::ofstream(folder / "secret.txt") << "secret";
  std::ofstream(folder / "web/index.html") << "start";
  auto files = StaticFiles::open({(folder / "web").string()});
  ASSERT_TRUE(files);
  Router router;
  router.add({"GET", "/{path...}", Run::kInline, 0,
              [&files](const Request& request, const Respond& respond) {
                respond((*files)->answer(request));
              }});
  TestServer server({}, std::move(router));
  for (const char* path :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
        "/.%2e/secret.txt", "/..%5csecret.txt", "/..\\secret.txt", "/%252e%252e/secret.txt",
        "/a/../../secret.txt", "//../secret.txt", "/..%c0%afsecret.txt", "/%2e%2e%00/secret.txt",
        "/....//secret.txt", "/..;/secret.txt", "/secret.txt%00.html"}) {
    const std::string answer =
        answers_to(server, "GET " + std::string{path} + " HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 40")) << path;
    EXPECT_THAT(answer, Not(HasSubstr("\r\n\r\nsecret"))) << path;
  }
  fs::remove_all(folder);
}

}  // namespace
}  // namespace bas::net
