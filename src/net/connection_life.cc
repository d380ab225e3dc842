// The deadlines of a connection and its end.
#include "net/connection.h"
#include "net/event_hub.h"
#include "net/problem.h"

namespace bas::net {
namespace {

// A client that is too far behind gets this long to take what is on the way, and its `reset`.
constexpr std::chrono::milliseconds kOverrunGrace{2'000};

Response no_room() {
  Response response = problem(Problem{503,
                                      "busy",
                                      "The server has too much to do",
                                      "Too many large bodies arrive; try again in five seconds.",
                                      {}});
  response.headers.push_back({"Retry-After", "5"});
  return response;
}

}  // namespace

Connection::Connection(std::shared_ptr<ServerShared> shared, std::shared_ptr<Loop> loop,
                       std::unique_ptr<Transport> transport, Peer peer)
    : shared_(std::move(shared)),
      loop_(std::move(loop)),
      transport_(std::move(transport)),
      address_(std::move(peer.address)),
      number_(++shared_->connections_opened),
      exchange_(*shared_->router, shared_->settings.header_bytes_max),
      slot_(std::make_shared<AnswerSlot>(loop_)),
      stream_signal_(std::make_shared<Signal>(loop_)),
      room_signal_(std::make_shared<Signal>(loop_)),
      body_share_(shared_->bodies, [signal = room_signal_] { signal->set(); }) {
  facts_.remote_address = address_;
  facts_.is_loopback = peer.is_loopback;
  facts_.is_tls = transport_->is_tls();
}

Connection::~Connection() { shared_->counts.release(address_); }

void Connection::enter(Phase phase, std::chrono::milliseconds at_most) {
  phase_ = phase;
  expired_ = false;
  const bool is_endless = at_most == std::chrono::milliseconds::max();
  deadline_ = is_endless ? SteadyTime::max() : std::chrono::steady_clock::now() + at_most;
}

bool Connection::is_too_slow(SteadyTime now) const {
  const auto& settings = shared_->settings;
  const auto elapsed = now - body_began_at_;
  if (settings.body_rate_bytes_min == 0 || elapsed < settings.body_rate_grace) return false;
  const double seconds = std::chrono::duration<double>(elapsed).count();
  const auto bytes = static_cast<double>(exchange_.bytes() - bytes_before_body_);
  return bytes < seconds * static_cast<double>(settings.body_rate_bytes_min);
}

void Connection::sweep(SteadyTime now) {
  if (phase_ == Phase::kStreaming && feed_) {
    feed_->tick();
    if (feed_->is_overrun()) deadline_ = std::min(deadline_, now + kOverrunGrace);
  }
  const bool is_slow = phase_ == Phase::kBody && is_too_slow(now);
  if (now >= deadline_ || is_slow) expire();
}

void Connection::expire() {
  deadline_ = SteadyTime::max();
  expired_ = true;
  if (phase_ == Phase::kHead || phase_ == Phase::kBody) {
    transport_->cancel();  // there is still something to say: 408
  } else if (phase_ == Phase::kRoom) {
    room_signal_->set();  // 503
  } else {
    stop_now();
  }
}

void Connection::stop_softly() {
  stopping_ = true;
  if (phase_ == Phase::kIdle) stop_now();
  if (feed_) feed_->end(Reset::kRestart);
}

void Connection::stop_now() {
  stopping_ = true;
  closed_ = true;
  transport_->close();
  slot_->abandon();
  stream_signal_->set();
  room_signal_->set();
}

bool Connection::has_room() {
  const std::size_t bytes = exchange_.body_bytes_wanted(body_share_.bytes(), buffer_.size());
  if (bytes <= body_share_.bytes()) return true;
  if (!body_share_.extend_to(bytes)) return false;
  if (bytes > kSmallBodyBytes) exchange_.reserve_body(bytes);
  return true;
}

// Leaves the rest of the body with the sender meanwhile; the time does not count as the sender's.
Task<bool> Connection::wait_for_room() {
  const SteadyTime began = std::chrono::steady_clock::now();
  const SteadyTime deadline = deadline_;
  enter(Phase::kRoom, shared_->settings.body_room_timeout);
  while (body_share_.is_waiting() && !expired_ && !closed_) co_await room_signal_->wait();
  if (closed_) co_return false;
  if (body_share_.is_waiting()) {
    exchange_.refuse(no_room());
    body_share_.release();
    co_return false;
  }
  const auto waited = std::chrono::steady_clock::now() - began;
  phase_ = Phase::kBody;
  expired_ = false;
  deadline_ = deadline + waited;
  body_began_at_ += waited;
  exchange_.reserve_body(body_share_.bytes());
  co_return true;
}

}  // namespace bas::net
