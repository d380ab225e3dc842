#include "net/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/log.h"
#include "net/event_hub.h"
#include "net/problem.h"

namespace bas::net {
namespace {

constexpr std::chrono::milliseconds kHandshakeTimeout{10'000};
constexpr std::chrono::milliseconds kGoodbyeTimeout{2'000};
constexpr std::size_t kConnectionReadBytes = 4 * 1024;
constexpr std::size_t kBodyReadBytes = 64 * 1024;
constexpr std::size_t kIdleBufferBytes = 16 * 1024;
constexpr std::size_t kUnparsedBytesMax = 64 * 1024;
constexpr std::size_t kDiscardBytesMax = 1024 * 1024;
constexpr std::size_t kBodyBesideHeadMax = 4 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

Response request_timed_out() {
  return problem(Problem{408,
                         "request-timeout",
                         "The request did not arrive in time",
                         "Send the whole request without long pauses.",
                         {}});
}

Response overloaded() {
  Response response =
      problem(Problem{503, "busy", "The server has too much to do", "Try again in a second.", {}});
  response.headers.push_back({"Retry-After", "1"});
  return response;
}

void run_handler(const Route& route, Request request, const Respond& respond) {
  try {
    route.handler(std::move(request), respond);
  } catch (const std::exception& error) {
    log(LogLevel::kError, "net", "a handler threw",
        {{"route", route.pattern}, {"error", error.what()}});
    respond(
        problem(Problem{500, "internal", "The server failed", "Try again; tell us the id.", {}}));
  }
}

}  // namespace

void Connection::start() {
  stopping_ = shared_->stopping;
  asio::co_spawn(
      loop_->context(),
      [](std::shared_ptr<Connection> self) -> Task<void> {
        co_await self->run();
      }(shared_from_this()),
      asio::detached);
}

Task<void> Connection::run() {
  const Membership membership{*loop_, this};
  enter(Phase::kHandshake, kHandshakeTimeout);
  const std::string refusal = co_await transport_->handshake();
  if (refusal.empty()) {
    facts_.certificate_sha256 = transport_->certificate_sha256();
    co_await serve();
  } else {
    log(LogLevel::kInfo, "net", "a TLS handshake failed",
        {{"address", address_}, {"reason", refusal}});
  }
  co_await finish();
}

Task<void> Connection::serve() {
  bool keep = true;
  while (keep && !stopping_ && !closed_) {
    const Received received = co_await receive();
    if (received == Received::kClosed) co_return;
    last_byte_at_ = std::chrono::steady_clock::now();
    has_unread_bytes_ = received == Received::kRefused;
    keep = co_await answer();
  }
}

Task<Connection::Received> Connection::receive() {
  exchange_.reset();
  buffer_.shrink(kIdleBufferBytes);
  enter(Phase::kIdle, shared_->settings.idle_timeout);
  Exchange::Progress progress;
  while (true) {
    while (true) {
      if (!has_room() && !co_await wait_for_room()) {
        co_return closed_ ? Received::kClosed : Received::kRefused;
      }
      if (progress.step == Exchange::Step::kContinue && buffer_.size() == 0) {
        std::array<asio::const_buffer, 1> go_on{asio::buffer(kContinue)};
        if (!co_await write_all(go_on)) co_return Received::kClosed;
      }
      progress = {};
      if (buffer_.size() == 0) break;
      if (phase_ == Phase::kIdle) enter(Phase::kHead, shared_->settings.request_timeout);
      progress = exchange_.put(buffer_.view());
      buffer_.consume(progress.consumed);
      note_progress();
      if (progress.step == Exchange::Step::kWhole) co_return Received::kWhole;
      if (progress.step == Exchange::Step::kRefused) co_return Received::kRefused;
      if (progress.consumed == 0) break;
    }
    if (buffer_.size() >= kUnparsedBytesMax) {
      exchange_.refuse(problem(bad_request("A part of the request is too long.")));
      co_return Received::kRefused;
    }
    if (co_await read_more()) continue;
    if (!expired_ || closed_) co_return Received::kClosed;
    exchange_.refuse(request_timed_out());
    co_return Received::kRefused;
  }
}

void Connection::note_progress() {
  if (phase_ != Phase::kHead || !exchange_.head_done()) return;
  phase_ = Phase::kBody;  // under the same deadline
  body_began_at_ = std::chrono::steady_clock::now();
  bytes_before_body_ = exchange_.bytes();
}

Task<bool> Connection::read_more() {
  const bool is_large = exchange_.body_bytes_left() > kIdleBufferBytes;
  const std::span<char> room = buffer_.prepare(is_large ? kBodyReadBytes : kConnectionReadBytes);
  const std::size_t bytes = co_await transport_->read(room);
  buffer_.commit(bytes);
  co_return bytes > 0;
}

Task<bool> Connection::answer() {
  request_id_ = shared_->run_id + '-' + std::to_string(number_) + '-' + std::to_string(++requests_);
  Response response;
  if (exchange_.refusal()) {
    response = std::move(*exchange_.refusal());
    body_share_.release();
  } else {
    enter(Phase::kHandling, std::chrono::milliseconds::max());
    const Route& route = *exchange_.route();
    Request request = exchange_.take(facts_, request_id_);
    last_byte_at_ = request.last_byte_at;
    call_handler(route, std::move(request));
    response = co_await slot_->wait();
    body_share_.release();
  }
  if (response.events) co_return co_await stream(response);
  co_return co_await send(response);
}

void Connection::call_handler(const Route& route, Request request) {
  Respond respond = slot_->open();
  if (route.run == Run::kInline) {
    run_handler(route, std::move(request), respond);
    return;
  }
  const bool queued =
      shared_->workers.run([&route, request = std::move(request), respond]() mutable {
        run_handler(route, std::move(request), respond);
      });
  if (!queued) respond(overloaded());
}

Task<bool> Connection::send(const Response& response) {
  std::string_view body = response.shared_body ? *response.shared_body : response.body;
  head_.clear();
  append_head_of(response, Framing::kLength, body.size());
  if (!may_have_body(response.status) || exchange_.method() == "HEAD") body = {};
  if (body.size() <= kBodyBesideHeadMax) {
    head_.append(body);
    body = {};
  }
  const std::size_t bytes = head_.size() + body.size();
  std::array<asio::const_buffer, 2> buffers{asio::buffer(std::as_const(head_)), asio::buffer(body)};
  enter(Phase::kWriting, shared_->settings.write_timeout);
  const bool written = co_await write_all(buffers);
  observe(response.status, bytes);
  say_goodbye_ = written;
  co_return written&& exchange_.keep_alive();
}

void Connection::append_head_of(const Response& response, Framing framing, std::size_t length) {
  HeadFacts facts;
  facts.date = loop_->date();
  facts.request_id = request_id_;
  facts.framing = framing;
  facts.content_length = length;
  facts.keep_alive = exchange_.keep_alive() && !stopping_ && framing != Framing::kUntilClose;
  facts.version = exchange_.version();
  append_head(head_, response, facts);
}

Task<bool> Connection::write_all(std::span<asio::const_buffer> buffers) {
  while (!buffers.empty()) {
    if (buffers.front().size() == 0) {
      buffers = buffers.subspan(1);
      continue;
    }
    std::size_t bytes = co_await transport_->write(buffers);
    if (bytes == 0) co_return false;
    deadline_ = std::max(deadline_, std::chrono::steady_clock::now() + kGoodbyeTimeout);
    for (asio::const_buffer& buffer : buffers) {
      const std::size_t taken = std::min(bytes, buffer.size());
      buffer += taken;
      bytes -= taken;
    }
  }
  co_return true;
}

Task<void> Connection::finish() {
  if (say_goodbye_ && !closed_) {
    enter(Phase::kClosing, kGoodbyeTimeout);
    co_await transport_->shutdown();
    // Closing with unread bytes would make the system drop what the peer has not read yet.
    std::size_t discarded = 0;
    std::size_t bytes = 1;
    while (has_unread_bytes_ && bytes > 0 && discarded < kDiscardBytesMax) {
      bytes = co_await transport_->read(buffer_.prepare(kConnectionReadBytes));
      discarded += bytes;
    }
  }
  closed_ = true;
  transport_->close();
}

void Connection::observe(int status, std::size_t bytes_out) {
  if (!shared_->observer) return;
  const Route* route = exchange_.route();
  AnswerRecord record;
  record.method = exchange_.method();
  record.pattern = route ? std::string_view{route->pattern} : std::string_view{};
  record.status = status;
  record.duration = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - last_byte_at_);
  record.bytes_in = exchange_.bytes();
  record.bytes_out = bytes_out;
  record.request_id = request_id_;
  shared_->observer(record);
}

}  // namespace bas::net
