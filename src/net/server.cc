#include "net/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "base/log.h"
#include "net/connection.h"
#include "net/refusal.h"
#include "net/tls.h"

namespace bas::net {
namespace {

using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;

constexpr std::size_t kRefusalsMax = 64;  // at once; further ones are closed without a word
class AsioServer final : public Server {
 public:
  AsioServer(std::shared_ptr<ServerShared> shared, std::unique_ptr<asio::ssl::context> tls)
      : shared_(std::move(shared)), tls_(std::move(tls)) {
    for (int i = 0; i < shared_->settings.threads; ++i) loops_.push_back(std::make_shared<Loop>());
    acceptor_.emplace(loops_.front()->context());
    pause_.emplace(loops_.front()->context());
  }

  ~AsioServer() override { stop(); }

  Result<> listen() {
    const ServerSettings& settings = shared_->settings;
    error_code error;
    const auto address = asio::ip::make_address(settings.address, error);
    if (error) {
      return fail(ErrorCode::kBadInput, "'" + settings.address + "' is not an IP address.");
    }
    const tcp::endpoint endpoint{address, settings.port};
    acceptor_->open(endpoint.protocol(), error);
    if (!error) acceptor_->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_->bind(endpoint, error);
    if (!error) acceptor_->listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      return fail(ErrorCode::kUnavailable, "Cannot listen on " + settings.address + " port " +
                                               std::to_string(settings.port) + ": " +
                                               error.message() + ".");
    }
    port_ = acceptor_->local_endpoint().port();
    asio::co_spawn(loops_.front()->context(), accept(), asio::detached);
    return {};
  }

  std::uint16_t port() const override { return port_; }
  std::size_t connections() const override { return shared_->counts.total(); }
  std::size_t body_bytes_held() const override { return shared_->bodies.held(); }

  void stop() override {
    if (shared_->stopping.exchange(true)) return;
    loops_.front()->post([this] {
      error_code ignored;  // the descriptor is given back either way
      acceptor_->close(ignored);
      pause_->cancel();
    });
    tell_all(&LoopMember::stop_softly);
    if (!shared_->counts.wait_for_none(shared_->settings.stop_timeout)) {
      log(LogLevel::kWarning, "net", "requests were cut when stopping",
          {{"connections", std::to_string(connections())}});
    }
    tell_all(&LoopMember::stop_now);
    shared_->workers.join();
    for (const auto& loop : loops_) loop->end();
  }

 private:
  Task<void> accept() {
    std::size_t next = 0;
    while (!shared_->stopping) {
      const auto& loop = loops_[next++ % loops_.size()];
      Socket socket{loop->context()};
      tcp::endpoint endpoint;
      auto [error] = co_await acceptor_->async_accept(socket, endpoint, kAwait);
      if (!error) {
        welcome(loop, std::move(socket), endpoint);
      } else if (!shared_->stopping) {
        // Out of descriptors, as a rule: those of ending connections come back.
        log(LogLevel::kWarning, "net", "cannot accept", {{"reason", error.message()}});
        pause_->expires_after(std::chrono::milliseconds{100});
        [[maybe_unused]] auto [cancelled] = co_await pause_->async_wait(kAwait);
      }
    }
  }

  void welcome(const std::shared_ptr<Loop>& loop, Socket socket, const tcp::endpoint& endpoint) {
    error_code ignored;  // only makes it slower
    socket.set_option(tcp::no_delay(true), ignored);
    asio::ip::address address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
      address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    Peer peer{address.to_string(), address.is_loopback()};
    const auto limit = peer.is_loopback ? ConnectionCounts::Limit::kTotalOnly
                                        : ConnectionCounts::Limit::kPerAddress;
    if (!shared_->counts.acquire(peer.address, limit)) {
      refuse(loop, std::move(socket));
      return;
    }
    auto transport = tls_ ? make_tls_transport(std::move(socket), *tls_, TlsSide::kServer, {})
                          : make_plain_transport(std::move(socket));
    auto connection =
        std::make_shared<Connection>(shared_, loop, std::move(transport), std::move(peer));
    loop->post([connection = std::move(connection)] { connection->start(); });
  }

  void refuse(const std::shared_ptr<Loop>& loop, Socket socket) {
    if (tls_ || refusals_->fetch_add(1) >= kRefusalsMax) {
      if (!tls_) refusals_->fetch_sub(1);
      return;
    }
    const std::shared_ptr<Refusal> refusal{
        new Refusal(loop, make_plain_transport(std::move(socket))),
        [count = refusals_](const Refusal* ended) {
          delete ended;
          count->fetch_sub(1);
        }};
    loop->post([refusal] { refusal->start(); });
  }

  void tell_all(void (LoopMember::*message)()) {
    for (const auto& loop : loops_) {
      loop->post([&loop = *loop, message] {
        loop.each([message](LoopMember& member) { (member.*message)(); });
      });
    }
  }

  const std::shared_ptr<ServerShared> shared_;
  const std::unique_ptr<asio::ssl::context> tls_;
  std::vector<std::shared_ptr<Loop>> loops_;
  std::optional<Acceptor> acceptor_;
  std::optional<asio::basic_waitable_timer<std::chrono::steady_clock,
                                           asio::wait_traits<std::chrono::steady_clock>, Executor>>
      pause_;
  const std::shared_ptr<std::atomic<std::size_t>> refusals_ =
      std::make_shared<std::atomic<std::size_t>>(0);
  std::uint16_t port_ = 0;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::open(ServerSettings settings,
                                             std::shared_ptr<const Router> router,
                                             Observer observer) {
  if (settings.threads < 1 || settings.worker_threads < 1) {
    return fail(ErrorCode::kBadInput, "The server needs at least one thread of each kind.");
  }
  std::unique_ptr<asio::ssl::context> tls;
  if (settings.tls) tls = TRY(make_server_context(*settings.tls));
  auto shared =
      std::make_shared<ServerShared>(std::move(settings), std::move(router), std::move(observer));
  auto server = std::make_unique<AsioServer>(std::move(shared), std::move(tls));
  TRY(server->listen());
  return server;
}

}  // namespace bas::net
