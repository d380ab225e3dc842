// The client's end of one connection. For .cc files of this folder only.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/http_client.h"
#include "net/transport.h"
#include "net/url.h"

namespace bas::net {

// Of an answer: the most that its head may take, and what is read of it at once.
inline constexpr std::size_t kAnswerHeaderBytesMax = 64 * 1024;
inline constexpr std::size_t kAnswerReadBytes = 16 * 1024;

// What all connections of one client share. Threads: any.
struct ClientShared {
  HttpClientSettings settings;
  std::unique_ptr<asio::ssl::context> tls;
};

// Threads: the loop's.
class ClientLink final : public LoopMember {
 public:
  ClientLink(std::shared_ptr<const ClientShared> shared, std::shared_ptr<Loop> loop)
      : shared_(std::move(shared)), loop_(std::move(loop)), resolver_(loop_->context()) {}

  // No error: connected, keys agreed under TLS.
  Task<std::optional<Error>> connect(const Url& url);
  // Head and body; false when the connection is gone.
  Task<bool> write(const std::string& head, std::string_view body);
  // Bytes read; 0 when the connection is gone.
  Task<std::size_t> read(std::span<char> into);

  // What happens after `at_most` is as if the peer had closed. max(): never.
  void expect_within(std::chrono::milliseconds at_most);
  bool timed_out() const { return timed_out_; }
  bool is_open() const { return transport_ != nullptr && !closed_; }

  void sweep(SteadyTime now) override;
  void stop_softly() override { stop_now(); }
  void stop_now() override;

 private:
  Task<std::vector<tcp::endpoint>> resolve(const Url& url);

  const std::shared_ptr<const ClientShared> shared_;
  const std::shared_ptr<Loop> loop_;
  asio::ip::basic_resolver<tcp, Executor> resolver_;
  std::optional<Socket> connecting_;
  std::unique_ptr<Transport> transport_;
  SteadyTime deadline_ = SteadyTime::max();
  bool timed_out_ = false;
  bool closed_ = false;
};

// The head of a request as it is sent.
std::string request_head(const ClientRequest& request, const Url& url, std::size_t body_bytes);

}  // namespace bas::net
