// The HTTP/1.1 server: keep-alive, pipelining, chunked bodies, 100-continue, optional TLS 1.2+.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "net/router.h"

namespace bas::net {

struct TlsSettings {
  std::string certificate_file;  // PEM chain
  std::string key_file;          // PEM
  // Authorities of client certificates (PEM). Empty: clients are not asked for one.
  std::string client_ca_file;
  bool require_client_certificate = false;
};

struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;               // 0: any free one, see Server::port
  int threads = 2;                      // network threads, each serving its own connections
  int worker_threads = 4;               // for Run::kWorker routes
  std::size_t worker_queue_max = 1024;  // beyond it: 503
  std::size_t header_bytes_max = 16 * 1024;
  std::chrono::milliseconds idle_timeout{30'000};     // between requests
  std::chrono::milliseconds request_timeout{30'000};  // from a request's first byte to its last
  std::chrono::milliseconds write_timeout{30'000};    // for one answer to be taken
  // Slow senders: after the grace a body must have arrived at this average rate. 0 turns it off.
  std::size_t body_rate_bytes_min = 1024;  // per second
  std::chrono::milliseconds body_rate_grace{5'000};
  // Of all bodies together, while they arrive and until they are answered; an eighth of it only for
  // those up to 64 KiB. Raised to three times the longest body a route takes. Beside it each
  // connection may use 64 KiB to read with. More: larger peaks pass; less: senders wait sooner.
  std::size_t bodies_bytes_max = 256 << 20;
  // How long a request waits, unread, for room in it before it gets 503.
  std::chrono::milliseconds body_room_timeout{5'000};
  std::size_t connections_max = 4096;
  std::size_t connections_per_address_max = 2048;  // loopback is exempt
  std::chrono::milliseconds stop_timeout{5'000};   // how long stop() lets requests finish
  std::optional<TlsSettings> tls;
};

// One answer, for metrics and the access log. The views live for the call only.
struct AnswerRecord {
  std::string_view method;
  std::string_view pattern;  // the route's; empty when none was reached
  int status = 0;
  std::chrono::microseconds duration{0};  // from the request's last byte to the answer's last
  std::size_t bytes_in = 0;
  std::size_t bytes_out = 0;
  std::string_view request_id;
};

// Called on a network thread after each answer; must not block. May be empty.
using Observer = std::function<void(const AnswerRecord&)>;

// Threads: any. Owns its network and worker threads.
class Server {
 public:
  // Listens when it returns. kBadInput for unusable settings, kUnavailable when the port is taken.
  static Result<std::unique_ptr<Server>> open(ServerSettings settings,
                                              std::shared_ptr<const Router> router,
                                              Observer observer = {});
  virtual ~Server() = default;  // stops

  virtual std::uint16_t port() const = 0;
  virtual std::size_t connections() const = 0;
  // Counted against `bodies_bytes_max` now.
  virtual std::size_t body_bytes_held() const = 0;

  // Stops accepting, lets requests in hand finish, ends event streams with `reset` restart, then
  // closes everything. Returns when all threads have ended. A second call does nothing.
  virtual void stop() = 0;
};

}  // namespace bas::net
