#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <condition_variable>

#include "net/client_core.h"
#include "net/event_parser.h"
#include "net/http_client.h"

namespace bas::net {
namespace {

constexpr std::size_t kEventBytesMax = 8 * 1024 * 1024;

Error cut() { return {ErrorCode::kUnavailable, "The stream ended."}; }

}  // namespace

// Kept alive by its own coroutine.
struct EventClient::Stream final : public LoopMember, public std::enable_shared_from_this<Stream> {
  Stream(const ClientCore& core, std::shared_ptr<Loop> on, EventStreamRequest wanted)
      : loop(std::move(on)),
        request(std::move(wanted)),
        timeout(core.shared->settings.request_timeout),
        link(core.shared, loop) {}

  static Task<void> run(std::shared_ptr<Stream> self) {
    Error error = co_await self->follow();
    self->link.stop_now();
    if (!self->closed_by_owner && self->request.on_closed) self->request.on_closed(error);
    self->request = {};
    const std::lock_guard lock(self->mutex);
    self->has_ended = true;
    self->ended.notify_all();
  }

  Task<Error> follow() {
    const Membership membership{*loop, this};
    const auto url = parse_url(request.url);
    if (!url) co_return url.error();
    if (auto error = co_await link.connect(*url)) co_return *error;
    ClientRequest sent;
    sent.headers = request.headers;
    sent.headers.push_back({"Accept", "text/event-stream"});
    const std::string head = request_head(sent, *url, 0);
    link.expect_within(timeout);
    if (!co_await link.write(head, {})) co_return cut();
    co_return co_await receive();
  }

  Task<Error> receive() {
    WireParser parser{WireParser::Kind::kResponse, kAnswerHeaderBytesMax};
    ByteBuffer buffer;
    bool is_open = false;
    while (true) {
      const Put put = parser.put(buffer.view());
      buffer.consume(put.consumed);
      if (put.state == Parse::kHeaderDone || put.state == Parse::kDone) {
        if (parser.head().status != 200) co_return refused(parser.head().status);
        is_open = true;
        link.expect_within(std::chrono::milliseconds::max());
      }
      if (is_open && !parser.body().empty()) {
        const auto parsed = events.put(parser.body());
        parser.body().clear();
        if (!parsed) co_return parsed.error();
      }
      if (put.state == Parse::kFailed || put.state == Parse::kDone) co_return cut();
      if (put.consumed > 0) continue;
      const std::size_t bytes = co_await link.read(buffer.prepare(kAnswerReadBytes));
      if (bytes == 0) co_return cut();
      arrived_at = std::chrono::steady_clock::now();
      buffer.commit(bytes);
    }
  }

  static Error refused(int status) {
    return {ErrorCode::kRefused, "The stream was refused with status " + std::to_string(status)};
  }

  void pass_on(const ParsedEvent& event) {
    if (closed_by_owner) return;
    request.on_event({event.name, event.id, event.data, arrived_at});
  }

  void sweep(SteadyTime now) override { link.sweep(now); }
  void stop_softly() override { stop_now(); }
  void stop_now() override { link.stop_now(); }

  const std::shared_ptr<Loop> loop;
  EventStreamRequest request;
  const std::chrono::milliseconds timeout;
  ClientLink link;
  EventParser events{kEventBytesMax, [this](const ParsedEvent& event) { pass_on(event); }};
  SteadyTime arrived_at;
  std::atomic<bool> closed_by_owner{false};
  std::mutex mutex;
  std::condition_variable ended;
  bool has_ended = false;  // guarded by `mutex`
};

EventClient::EventClient(HttpClient& client, EventStreamRequest request) {
  const auto& loop = client.core_->loops[client.core_->next()];
  stream_ = std::make_shared<Stream>(*client.core_, loop, std::move(request));
  loop->post([stream = stream_] {
    asio::co_spawn(stream->loop->context(), Stream::run(stream), asio::detached);
  });
}

EventClient::~EventClient() {
  stream_->closed_by_owner = true;
  stream_->loop->post([stream = stream_] { stream->stop_now(); });
  if (stream_->loop->is_this_thread()) return;
  std::unique_lock lock(stream_->mutex);
  stream_->ended.wait(lock, [this] { return stream_->has_ended; });
}

}  // namespace bas::net
