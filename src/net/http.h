// A request, its answer, and the function that turns one into the other.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bas::net {

class EventFeed;  // net/event_hub.h

struct Header {
  std::string name;
  std::string value;
};

using NamedValues = std::vector<std::pair<std::string, std::string>>;

// One whole request: it reaches a handler when the last byte of its body has been read.
struct Request {
  std::string method;
  std::string path;         // percent-decoded, without dot segments, doubled slashes or the query
  NamedValues query;        // decoded, in the order given
  NamedValues path_values;  // of each {name} in the route's pattern
  std::vector<Header> headers;
  std::string body;
  std::string remote_address;  // textual IP address of the peer, without port
  bool is_loopback = false;
  bool is_tls = false;
  std::string client_certificate_sha256;  // lower-case hex of the DER digest; empty without one
  std::string id;                         // also sent back as X-Request-Id
  std::chrono::steady_clock::time_point last_byte_at;

  // The first value of that name, or empty. Header names compare without regard to case.
  std::string_view header(std::string_view name) const;
  std::string_view query_value(std::string_view name) const;
  std::string_view path_value(std::string_view name) const;
  std::string_view cookie(std::string_view name) const;
};

// Exactly one of `body`, `shared_body` (not copied) and `events` (an endless stream) is sent.
// The server adds Date, Content-Length, Connection and X-Request-Id. A header whose name or value
// holds a control character is left out.
struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<Header> headers;
  std::shared_ptr<EventFeed> events;
  std::shared_ptr<const std::string> shared_body;
};

// Call once, from any thread, at once or later; further calls change nothing. Destroying the last
// copy without having called it answers 500.
using Respond = std::function<void(Response)>;
using Handler = std::function<void(Request, Respond)>;

// True if the names are equal without regard to ASCII case.
bool equal_ignoring_case(std::string_view a, std::string_view b);

// The first value of that header, or empty.
std::string_view find_header(const std::vector<Header>& headers, std::string_view name);

// "Not Found" for 404; "Unknown" for a number without a registered phrase (RFC 9110).
std::string_view reason_phrase(int status);

}  // namespace bas::net
