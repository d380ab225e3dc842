// Bytes of a connection as HTTP/1.1 messages. Keeps Boost.Beast's parser in one place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "net/http.h"

namespace bas::net {

enum class Parse {
  kNeedsMore,   // put() again with what it did not consume, and more behind it
  kHeaderDone,  // the head is complete, a body follows; put() goes on with it
  kDone,        // the message is complete; what was not consumed belongs to the next one
  kFailed,      // see failure()
};

struct Put {
  std::size_t consumed = 0;
  Parse state = Parse::kNeedsMore;
};

enum class ParseFailure { kMalformed, kHeaderTooLarge, kBodyTooLarge, kVersion };

struct MessageHead {
  std::string method;  // requests
  std::string target;  // requests
  int status = 0;      // responses
  int version = 11;    // 10 or 11
  std::vector<Header> headers;
  bool keep_alive = false;
  std::optional<std::uint64_t> content_length;
};

// Threads: one at a time. Trailer fields are read and dropped. Requests that two readers could
// understand differently fail: folded lines, two hosts or lengths, any transfer coding but one
// "chunked".
class WireParser {
 public:
  enum class Kind { kRequest, kResponse };

  WireParser(Kind kind, std::size_t header_bytes_max);
  ~WireParser();
  WireParser(const WireParser&) = delete;
  WireParser& operator=(const WireParser&) = delete;

  // Forgets the message and expects the first byte of the next; the body limit stays as it was set.
  void reset();
  // Of the whole body; to be set before the body is put.
  void set_body_bytes_max(std::size_t bytes_max);
  // The response to HEAD has no body whatever its head says.
  void expect_no_body();

  Put put(std::string_view bytes);
  // The peer closed. kDone when that ends the message, else kFailed.
  Parse put_end();

  MessageHead& head();
  const MessageHead& head() const;
  std::string& body();  // what has come so far; may be taken bit by bit
  const std::string& body() const;
  ParseFailure failure() const;

 private:
  struct Messages;
  std::unique_ptr<Messages> messages_;
};

}  // namespace bas::net
