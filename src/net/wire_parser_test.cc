#include "net/wire_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::net {
namespace {

// Everything in pieces of `size`, kept and extended as a connection does.
Parse feed(WireParser& parser, std::string_view text, std::size_t size) {
  std::string held;
  Put put;
  while (put.state != Parse::kDone && put.state != Parse::kFailed) {
    held += text.substr(0, size);
    const bool is_over = text.empty();
    text.remove_prefix(std::min(size, text.size()));
    do {
      put = parser.put(held);
      held.erase(0, put.consumed);
    } while (put.consumed > 0 && put.state != Parse::kDone && put.state != Parse::kFailed);
    if (is_over && put.state != Parse::kDone) return put.state;
  }
  return put.state;
}

TEST(WireParser, reads_a_request_in_pieces_of_any_size) {
  const std::string whole =
      "POST /a?b HTTP/1.1\r\nHost: x\r\nX-Long:  a b \r\nTransfer-Encoding: chunked\r\n\r\n"
      "5\r\nhello\r\n6;x=1\r\n world\r\n0\r\nTrailer: dropped\r\n\r\n";
  for (std::size_t size = 1; size <= whole.size(); ++size) {
    WireParser parser(WireParser::Kind::kRequest, 1024);
    ASSERT_EQ(feed(parser, whole, size), Parse::kDone) << size;
    EXPECT_EQ(parser.head().method, "POST");
    EXPECT_EQ(parser.head().target, "/a?b");
    ASSERT_EQ(parser.head().headers.size(), 3U);
    EXPECT_EQ(parser.head().headers[1].value, "a b");
    EXPECT_EQ(parser.body(), "hello world");
    EXPECT_TRUE(parser.head().keep_alive);
  }
}

TEST(WireParser, no_truncated_request_is_whole) {
  const std::string whole = "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    WireParser parser(WireParser::Kind::kRequest, 1024);
    EXPECT_NE(feed(parser, whole.substr(0, length), 7), Parse::kDone) << length;
    EXPECT_EQ(parser.put_end(), Parse::kFailed) << length;
  }
}

TEST(WireParser, leaves_the_next_message_alone) {
  const std::string two = "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n";
  WireParser parser(WireParser::Kind::kRequest, 1024);
  const Put first = parser.put(two);
  EXPECT_EQ(first.state, Parse::kDone);
  EXPECT_EQ(first.consumed, two.size() / 2);
  parser.reset();
  EXPECT_EQ(parser.put(std::string_view{two}.substr(first.consumed)).state, Parse::kDone);
  EXPECT_EQ(parser.head().target, "/2");
}

TEST(WireParser, bounds_head_and_body) {
  WireParser large_field(WireParser::Kind::kRequest, 100);
  EXPECT_EQ(feed(large_field, "GET / HTTP/1.1\r\nX: " + std::string(200, 'x'), 10), Parse::kFailed);
  EXPECT_EQ(large_field.failure(), ParseFailure::kHeaderTooLarge);
  WireParser many_fields(WireParser::Kind::kRequest, 100);
  std::string fields = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 100; ++i) fields += "X: 1\r\n";
  EXPECT_EQ(feed(many_fields, fields, 6), Parse::kFailed);
  EXPECT_EQ(many_fields.failure(), ParseFailure::kHeaderTooLarge);
  WireParser body(WireParser::Kind::kRequest, 100);
  body.set_body_bytes_max(4);
  EXPECT_EQ(feed(body, "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", 60), Parse::kFailed);
  EXPECT_EQ(body.failure(), ParseFailure::kBodyTooLarge);
}

TEST(WireParser, the_body_limit_holds_for_the_messages_that_follow) {
  WireParser parser(WireParser::Kind::kRequest, 100);
  parser.set_body_bytes_max(4);
  EXPECT_EQ(feed(parser, "GET / HTTP/1.1\r\n\r\n", 60), Parse::kDone);
  parser.reset();
  EXPECT_EQ(feed(parser, "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", 60), Parse::kFailed);
  EXPECT_EQ(parser.failure(), ParseFailure::kBodyTooLarge);
}

TEST(WireParser, knows_the_version_and_malformed_heads) {
  WireParser version(WireParser::Kind::kRequest, 100);
  EXPECT_EQ(version.put("GET / HTTP/2.0\r\n\r\n").state, Parse::kFailed);
  EXPECT_EQ(version.failure(), ParseFailure::kVersion);
  WireParser malformed(WireParser::Kind::kRequest, 100);
  EXPECT_EQ(malformed.put("hello\r\n\r\n").state, Parse::kFailed);
  EXPECT_EQ(malformed.failure(), ParseFailure::kMalformed);
}

TEST(WireParser, a_folded_field_of_a_request_fails_in_pieces_of_any_size) {
  for (const std::string whole : {"GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\nY: c\r\n\r\n",
                                  "GET / HTTP/1.1\r\nX:\r\n\tb\r\n\r\n"}) {
    for (std::size_t size = 1; size <= whole.size(); ++size) {
      WireParser parser(WireParser::Kind::kRequest, 1024);
      EXPECT_EQ(feed(parser, whole, size), Parse::kFailed) << size;
      EXPECT_EQ(parser.failure(), ParseFailure::kMalformed);
    }
  }
}

TEST(WireParser, a_body_may_begin_as_a_folded_line_would) {
  const std::string whole = "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n \n \t";
  for (std::size_t size = 1; size <= whole.size(); ++size) {
    WireParser parser(WireParser::Kind::kRequest, 1024);
    ASSERT_EQ(feed(parser, whole, size), Parse::kDone) << size;
    EXPECT_EQ(parser.body(), " \n \t");
  }
}

TEST(WireParser, a_response_without_length_ends_with_the_connection) {
  WireParser parser(WireParser::Kind::kResponse, 100);
  EXPECT_NE(feed(parser, "HTTP/1.1 200 OK\r\n\r\nsome text", 5), Parse::kDone);
  EXPECT_EQ(parser.put_end(), Parse::kDone);
  EXPECT_EQ(parser.body(), "some text");
  EXPECT_FALSE(parser.head().keep_alive);
}

}  // namespace
}  // namespace bas::net
