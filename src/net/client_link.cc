#include "net/client_link.h"

#include <fmt/format.h>

#include <array>
#include <boost/asio/connect.hpp>
#include <iterator>

namespace bas::net {
namespace {

using boost::system::error_code;

Error unreachable(const Url& url, std::string_view why) {
  return {ErrorCode::kUnavailable, fmt::format("Cannot reach {}: {}.", url.authority(), why)};
}

bool is_clean(std::string_view text) {
  return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos;
}

}  // namespace

std::string request_head(const ClientRequest& request, const Url& url, std::size_t body_bytes) {
  std::string head;
  head.reserve(256);
  fmt::format_to(std::back_inserter(head), "{} {} HTTP/1.1\r\nHost: {}\r\n", request.method,
                 url.target, url.authority());
  for (const Header& header : request.headers) {
    if (!is_clean(header.name) || !is_clean(header.value)) continue;
    fmt::format_to(std::back_inserter(head), "{}: {}\r\n", header.name, header.value);
  }
  if (body_bytes > 0 || (request.method != "GET" && request.method != "HEAD")) {
    fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", body_bytes);
  }
  return head += "\r\n";
}

Task<std::vector<tcp::endpoint>> ClientLink::resolve(const Url& url) {
  std::vector<tcp::endpoint> endpoints;
  error_code not_numeric;
  const auto address = asio::ip::make_address(url.host, not_numeric);
  if (!not_numeric) {
    endpoints.emplace_back(address, static_cast<std::uint16_t>(std::stoul(url.port)));
    co_return endpoints;
  }
  auto [error, found] = co_await resolver_.async_resolve(url.host, url.port, kAwait);
  if (!error) {
    for (const auto& entry : found) endpoints.push_back(entry.endpoint());
  }
  co_return endpoints;
}

Task<std::optional<Error>> ClientLink::connect(const Url& url) {
  expect_within(shared_->settings.connect_timeout);
  const auto endpoints = co_await resolve(url);
  std::string reason = "its name is unknown";
  for (const tcp::endpoint& endpoint : endpoints) {
    if (closed_) break;
    connecting_.emplace(loop_->context());
    auto [error] = co_await connecting_->async_connect(endpoint, kAwait);
    reason = error.message();
    if (error) continue;
    error_code ignored;  // only makes it slower
    connecting_->set_option(tcp::no_delay(true), ignored);
    transport_ = url.is_tls ? make_tls_transport(std::move(*connecting_), *shared_->tls,
                                                 TlsSide::kClient, url.host)
                            : make_plain_transport(std::move(*connecting_));
    break;
  }
  connecting_.reset();
  if (!transport_ || closed_) {
    co_return unreachable(url, timed_out_ ? "it does not answer" : reason);
  }
  const std::string refusal = co_await transport_->handshake();
  if (refusal.empty()) co_return std::nullopt;
  stop_now();
  co_return Error{ErrorCode::kRefused,
                  fmt::format("No TLS with {}: {}.", url.authority(), refusal)};
}

Task<bool> ClientLink::write(const std::string& head, std::string_view body) {
  std::array<asio::const_buffer, 2> buffers{asio::buffer(head), asio::buffer(body)};
  std::span<asio::const_buffer> rest{buffers};
  while (!rest.empty()) {
    if (rest.front().size() == 0) {
      rest = rest.subspan(1);
      continue;
    }
    std::size_t bytes = closed_ ? 0 : co_await transport_->write(rest);
    if (bytes == 0) co_return false;
    for (asio::const_buffer& buffer : rest) {
      const std::size_t taken = std::min(bytes, buffer.size());
      buffer += taken;
      bytes -= taken;
    }
  }
  co_return true;
}

Task<std::size_t> ClientLink::read(std::span<char> into) {
  if (closed_) co_return 0;
  co_return co_await transport_->read(into);
}

void ClientLink::expect_within(std::chrono::milliseconds at_most) {
  const bool is_endless = at_most == std::chrono::milliseconds::max();
  deadline_ = is_endless ? SteadyTime::max() : std::chrono::steady_clock::now() + at_most;
}

void ClientLink::sweep(SteadyTime now) {
  if (now < deadline_) return;
  timed_out_ = true;
  stop_now();
}

void ClientLink::stop_now() {
  closed_ = true;
  deadline_ = SteadyTime::max();
  resolver_.cancel();
  error_code ignored;  // the descriptor is given back either way
  if (connecting_) connecting_->close(ignored);
  if (transport_) transport_->close();
}

}  // namespace bas::net
