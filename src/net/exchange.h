// One request on its way in: what its head asks for, whether it may go on, and the refusal if not.
// Pure bookkeeping; the connection moves the bytes.
#pragma once

#include <optional>
#include <string>

#include "net/router.h"
#include "net/wire_parser.h"

namespace bas::net {

struct ConnectionFacts {
  std::string remote_address;
  bool is_loopback = false;
  bool is_tls = false;
  std::string certificate_sha256;
};

// Threads: one at a time.
class Exchange {
 public:
  Exchange(const Router& router, std::size_t header_bytes_max)
      : router_(router), parser_(WireParser::Kind::kRequest, header_bytes_max) {}

  void reset();

  enum class Step { kNeedsMore, kContinue, kWhole, kRefused };
  struct Progress {
    std::size_t consumed = 0;
    // kContinue: the head is fine and asks for "100 Continue" before its body comes.
    Step step = Step::kNeedsMore;
  };
  // After kRefused the rest of the connection's bytes has no meaning.
  Progress put(std::string_view bytes);

  bool head_done() const { return head_done_; }
  bool keep_alive() const { return keep_alive_; }
  int version() const { return version_; }
  const std::string& method() const { return method_; }
  const Route* route() const { return found_.route; }
  std::size_t bytes() const { return bytes_; }
  // Of the body, still to come; 0 when unknown.
  std::size_t body_bytes_left() const;
  // How much of the body has to fit into memory before `bytes` more are put, when `held` does
  // already: all of it when its length is known, else a step further. 0 before the head is done.
  std::size_t body_bytes_wanted(std::size_t held, std::size_t bytes) const;
  void reserve_body(std::size_t bytes);

  // Set when the request is not to reach a handler.
  std::optional<Response>& refusal() { return refusal_; }
  void refuse(Response response);

  // The whole request. Once.
  Request take(const ConnectionFacts& connection, std::string id);

 private:
  void read_head();
  void route_request();
  Response refusal_of(ParseFailure failure) const;

  const Router& router_;
  WireParser parser_;
  bool head_done_ = false;
  bool keep_alive_ = false;
  int version_ = 11;
  std::string method_;
  std::string path_;
  NamedValues query_;
  Found found_;
  std::optional<Response> refusal_;
  std::size_t bytes_ = 0;
};

}  // namespace bas::net
