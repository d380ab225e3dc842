// How a connection sends an event stream.
#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <vector>

#include "net/connection.h"
#include "net/event_hub.h"

namespace bas::net {

Task<bool> Connection::stream(const Response& response) {
  feed_ = response.events;
  say_goodbye_ = false;
  const bool is_chunked = exchange_.version() >= 11;
  head_.clear();
  append_head_of(response, is_chunked ? Framing::kChunked : Framing::kUntilClose, 0);
  std::size_t bytes_out = head_.size();
  std::array<asio::const_buffer, 1> head{asio::buffer(std::as_const(head_))};
  enter(Phase::kStreaming, shared_->settings.write_timeout);
  bool going = co_await write_all(head) && exchange_.method() != "HEAD";
  if (going) {
    asio::co_spawn(
        loop_->context(), [self = shared_from_this()]() { return self->watch_peer(); },
        asio::detached);
  }
  if (stopping_) feed_->end(Reset::kRestart);
  while (going && !closed_) going = co_await stream_batch(bytes_out);
  observe(response.status, bytes_out);
  feed_.reset();
  co_return false;
}

Task<bool> Connection::stream_batch(std::size_t& bytes_out) {
  const EventFeed::Batch batch = feed_->take();
  if (batch.chunks.empty() && !batch.is_last) {
    deadline_ = SteadyTime::max();
    feed_->wait([signal = stream_signal_] { signal->set(); });
    co_await stream_signal_->wait();
    co_return true;
  }
  std::size_t bytes = 0;
  for (const auto& chunk : batch.chunks) bytes += chunk->size();
  const bool is_chunked = exchange_.version() >= 11;
  const std::string before = is_chunked ? fmt::format("{:x}\r\n", bytes) : std::string{};
  std::string_view after = batch.is_last ? "\r\n0\r\n\r\n" : "\r\n";
  if (!is_chunked) after = {};
  std::vector<asio::const_buffer> buffers{asio::buffer(before)};
  for (const auto& chunk : batch.chunks) buffers.push_back(asio::buffer(*chunk));
  buffers.push_back(asio::buffer(after));
  enter(Phase::kStreaming, shared_->settings.write_timeout);
  const bool written = co_await write_all(buffers);
  bytes_out += bytes;
  co_return written && !batch.is_last;
}

// Nothing is expected from the peer of a stream but its end, which is noticed at once this way.
Task<void> Connection::watch_peer() {
  std::array<char, 256> unexpected;
  while (!closed_ && co_await transport_->read(unexpected) > 0) continue;
  if (!closed_) stop_now();
}

}  // namespace bas::net
