// The head of an answer as bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "net/http.h"

namespace bas::net {

enum class Framing { kLength, kChunked, kUntilClose };

// What the server knows beside the answer itself.
struct HeadFacts {
  std::string_view date;
  std::string_view request_id;
  Framing framing = Framing::kLength;
  std::size_t content_length = 0;
  bool keep_alive = true;
  int version = 11;
};

// Appends status line and headers with the closing empty line. Headers of the response that the
// server owns (Date, Content-Length, Connection, Transfer-Encoding) or that are malformed are left
// out.
void append_head(std::string& out, const Response& response, const HeadFacts& facts);

// 1xx, 204 and 304 never have a body.
bool may_have_body(int status);

}  // namespace bas::net
