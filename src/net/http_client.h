// An asynchronous HTTP/1.1 client with a pool of kept connections per host, for http and https.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/http.h"

namespace bas::net {

struct HttpClientSettings {
  int threads = 1;
  std::size_t connections_per_host = 64;  // further requests wait in a queue
  std::size_t queue_max = 100'000;        // beyond it: kUnavailable at once
  std::chrono::milliseconds connect_timeout{5'000};
  std::chrono::milliseconds request_timeout{30'000};  // from being sent to the answer's last byte
  std::size_t response_bytes_max = 64 << 20;
  std::string ca_file;                  // PEM; empty: the system's authorities
  std::string client_certificate_file;  // PEM chain, optional
  std::string client_key_file;
};

struct ClientRequest {
  std::string method = "GET";
  std::string url;  // "http://host:port/path?query"
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<const std::string> shared_body;  // instead of `body`, not copied
};

struct ClientResponse {
  int status = 0;
  std::vector<Header> headers;
  std::string body;
  std::chrono::steady_clock::time_point sent_at;      // the request's last byte was handed over
  std::chrono::steady_clock::time_point received_at;  // the answer's last byte was read

  std::string_view header(std::string_view name) const { return find_header(headers, name); }
};

using OnResponse = std::function<void(Result<ClientResponse>)>;

struct ClientCore;

// Threads: any. A request is never repeated by itself, except when a kept connection turns out to
// have been closed before a single byte of the answer came and nothing of it was ever answered.
// Errors: kUnavailable (no connection, timeout, cut), kBadInput (url), kTooLarge, kRefused (TLS).
class HttpClient {
 public:
  static Result<std::unique_ptr<HttpClient>> open(HttpClientSettings settings);
  ~HttpClient();  // what is in flight ends with kUnavailable

  // `on_response` is called once, on a thread of the client; it must not block.
  void send(ClientRequest request, OnResponse on_response);

  // Waits for the answer. Not from within a callback of this client.
  Result<ClientResponse> fetch(ClientRequest request);

 private:
  friend class EventClient;
  explicit HttpClient(std::shared_ptr<ClientCore> core);
  std::shared_ptr<ClientCore> core_;
};

struct ReceivedEvent {
  std::string name;  // "message" when the stream gave none
  std::string id;    // the latest id of the stream, also on events without one
  std::string data;
  std::chrono::steady_clock::time_point arrived_at;
};

struct EventStreamRequest {
  std::string url;
  std::vector<Header> headers;
  std::function<void(const ReceivedEvent&)> on_event;
  // Once; the error says why. kRefused with the status in its text when it was not 200.
  std::function<void(Error)> on_closed;
};

// One open event stream (WHATWG HTML, server-sent events) on the threads of a client. Does not
// reconnect by itself. Both callbacks run on a thread of the client.
class EventClient {
 public:
  EventClient(HttpClient& client, EventStreamRequest request);
  ~EventClient();  // closes; no callback begins after it returns, unless called from one
  EventClient(const EventClient&) = delete;
  EventClient& operator=(const EventClient&) = delete;

 private:
  struct Stream;
  std::shared_ptr<Stream> stream_;
};

}  // namespace bas::net
