// Addresses, ranges, event streams, heads and header look-ups.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "net/answer_head.h"
#include "net/byte_range.h"
#include "net/event_parser.h"
#include "net/problem.h"
#include "net/url.h"

namespace bas::net {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Url, takes_apart_what_a_client_needs) {
  const auto url = parse_url("https://host:8443/a/b?c=d#e");
  ASSERT_TRUE(url);
  EXPECT_TRUE(url->is_tls);
  EXPECT_EQ(url->host, "host");
  EXPECT_EQ(url->port, "8443");
  EXPECT_EQ(url->target, "/a/b?c=d");
  EXPECT_EQ(url->origin(), "https://host:8443");
  EXPECT_EQ(parse_url("http://host")->authority(), "host");
  EXPECT_EQ(parse_url("http://host?x")->target, "/?x");
  EXPECT_EQ(parse_url("http://[::1]:80/")->host, "::1");
  EXPECT_EQ(parse_url("http://[::1]:81/")->authority(), "[::1]:81");
}

TEST(Url, refuses_what_it_cannot_reach) {
  for (const char* text : {"", "host", "ftp://host", "http://", "http://:80", "http://host:0",
                           "http://host:65536", "http://host:x", "http://user@host", "http://[::1",
                           "http://[::1]x", "http://a b/", "http://host/\r\nX: 1"}) {
    EXPECT_FALSE(parse_url(text)) << text;
  }
}

std::string range(std::string_view header, std::size_t size) {
  const ByteRange parsed = parse_byte_range(header, size);
  if (parsed.kind == ByteRange::Kind::kWhole) return "whole";
  if (parsed.kind == ByteRange::Kind::kUnsatisfiable) return "unsatisfiable";
  return std::to_string(parsed.first) + "-" + std::to_string(parsed.last);
}

TEST(ByteRange, reads_one_range) {
  EXPECT_EQ(range("bytes=0-0", 10), "0-0");
  EXPECT_EQ(range("bytes=3-", 10), "3-9");
  EXPECT_EQ(range("bytes=3-99", 10), "3-9");
  EXPECT_EQ(range("bytes=-3", 10), "7-9");
  EXPECT_EQ(range("bytes=-99", 10), "0-9");
  EXPECT_EQ(range("bytes=10-", 10), "unsatisfiable");
  EXPECT_EQ(range("bytes=-0", 10), "unsatisfiable");
  EXPECT_EQ(range("bytes=0-", 0), "unsatisfiable");
  EXPECT_EQ(range("bytes=-5", 0), "unsatisfiable");
}

TEST(ByteRange, sends_all_for_what_it_does_not_understand) {
  for (const char* header :
       {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-3", "bytes=0-1,3-4", "lines=1-2",
        "bytes=1--2", "bytes=99999999999999999999-", "bytes=0-99999999999999999999999"}) {
    EXPECT_EQ(range(header, 10), "whole") << header;
  }
}

std::vector<std::string> events_of(std::string_view text, std::size_t piece) {
  std::vector<std::string> events;
  EventParser parser(100, [&](const ParsedEvent& event) {
    events.push_back(event.name + "|" + event.id + "|" + event.data);
  });
  while (!text.empty()) {
    EXPECT_TRUE(parser.put(text.substr(0, piece)));
    text.remove_prefix(std::min(piece, text.size()));
  }
  return events;
}

TEST(EventParser, reads_events_in_pieces_of_any_size) {
  const std::string_view text =
      "\xEF\xBB\xBF: comment\nid: 7\nevent: hit\ndata: a\ndata:b\n\r\n"
      "data\n\nevent: lost\n\nretry: 5\rdata: c\r\r\ndata: never finished";
  for (std::size_t piece = 1; piece <= text.size(); ++piece) {
    EXPECT_THAT(events_of(text, piece), ElementsAre("hit|7|a\nb", "message|7|", "message|7|c"))
        << piece;
  }
}

TEST(EventParser, refuses_an_endless_line_and_an_endless_event) {
  EventParser line(100, [](const ParsedEvent&) {});
  EXPECT_FALSE(line.put(std::string(101, 'x')));
  EventParser event(100, [](const ParsedEvent&) {});
  std::string text;
  for (int i = 0; i < 100; ++i) text += "data: x\n";
  EXPECT_FALSE(event.put(text));
}

TEST(AnswerHead, leaves_out_what_would_break_the_message) {
  Response response;
  response.headers = {{"X-Fine", "1"},     {"X-Split", "1\r\nEvil: 1"}, {"X Bad", "1"},
                      {"", "1"},           {"Content-Length", "7"},     {"connection", "upgrade"},
                      {"Set-Cookie", "a"}, {"Set-Cookie", "b"}};
  HeadFacts facts;
  facts.content_length = 3;
  std::string head;
  append_head(head, response, facts);
  EXPECT_THAT(head, HasSubstr("X-Fine: 1\r\n"));
  EXPECT_THAT(head, HasSubstr("Set-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 3\r\n\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("Evil")));
  EXPECT_THAT(head, Not(HasSubstr("Bad")));
  EXPECT_THAT(head, Not(HasSubstr("upgrade")));
}

TEST(Request, finds_headers_values_and_cookies) {
  Request request;
  request.headers = {
      {"Cookie", "a=1; __Host-bas=secret=x ;b=2"}, {"X-Twice", "1"}, {"x-twice", "2"}};
  request.query = {{"a", "1"}, {"a", "2"}};
  EXPECT_EQ(request.cookie("__Host-bas"), "secret=x");
  EXPECT_EQ(request.cookie("b"), "2");
  EXPECT_EQ(request.cookie("c"), "");
  EXPECT_EQ(request.header("X-TWICE"), "1");
  EXPECT_EQ(request.query_value("a"), "1");
  EXPECT_EQ(request.query_value("b"), "");
}

TEST(Problem, is_a_document_with_a_stable_type) {
  const Response response =
      problem(Problem{409, "claimed", "Already claimed", "By \"Nadia\" \xff", {{"by", "01J"}}});
  EXPECT_EQ(response.status, 409);
  EXPECT_EQ(response.content_type, "application/problem+json");
  const auto document = nlohmann::json::parse(response.body);
  EXPECT_EQ(document["type"], "/problems/claimed");
  EXPECT_EQ(document["status"], 409);
  EXPECT_EQ(document["by"], "01J");
  EXPECT_EQ(document["detail"], "By \"Nadia\" \xEF\xBF\xBD");
  EXPECT_EQ(problem(Error{ErrorCode::kUnavailable, "Full."}).status, 503);
  EXPECT_THAT(problem(Error{ErrorCode::kBadInput, "No."}).body, HasSubstr("/problems/bad-input"));
}

}  // namespace
}  // namespace bas::net
