#include "net/transport.h"

#include <openssl/x509.h>

#include <array>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>

#include "base/check.h"
#include "base/encode.h"

namespace bas::net {
namespace {

using boost::system::error_code;
using TlsStream = asio::ssl::stream<Socket>;

std::string digest_of_peer(SSL* ssl) {
  const std::unique_ptr<X509, decltype(&X509_free)> certificate{SSL_get1_peer_certificate(ssl),
                                                                &X509_free};
  if (!certificate) return {};
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1) return {};
  return to_hex({reinterpret_cast<const char*>(digest.data()), size});
}

template <typename Stream>
class TransportOf : public Transport {
 public:
  template <typename... Arguments>
  explicit TransportOf(Arguments&&... arguments) : stream_(std::forward<Arguments>(arguments)...) {}

  Task<std::size_t> read(std::span<char> into) override {
    auto [error, bytes] =
        co_await stream_.async_read_some(asio::buffer(into.data(), into.size()), kAwait);
    co_return error ? 0 : bytes;
  }

  Task<std::size_t> write(std::span<const asio::const_buffer> from) override {
    auto [error, bytes] = co_await stream_.async_write_some(from, kAwait);
    co_return error ? 0 : bytes;
  }

  void cancel() override {
    error_code ignored;  // fails only on a closed socket, where nothing waits
    stream_.lowest_layer().cancel(ignored);
  }

  void close() override {
    error_code ignored;  // the descriptor is given back either way
    stream_.lowest_layer().close(ignored);
  }

 protected:
  Stream stream_;
};

class PlainTransport final : public TransportOf<Socket> {
 public:
  using TransportOf::TransportOf;

  Task<std::string> handshake() override { co_return std::string{}; }
  Task<void> shutdown() override {
    error_code ignored;  // the peer may be gone already
    stream_.shutdown(Socket::shutdown_send, ignored);
    co_return;
  }
  bool is_tls() const override { return false; }
  std::string certificate_sha256() const override { return {}; }
};

class TlsTransport final : public TransportOf<TlsStream> {
 public:
  TlsTransport(Socket socket, asio::ssl::context& context, TlsSide side)
      : TransportOf(std::move(socket), context), side_(side) {}

  bool expect(const std::string& host) {
    error_code ignored;  // a host that is an address is not a legal server name
    stream_.set_verify_callback(asio::ssl::host_name_verification(host), ignored);
    SSL_set_tlsext_host_name(stream_.native_handle(), host.c_str());
    return !ignored;
  }

  Task<std::string> handshake() override {
    const auto side = side_ == TlsSide::kServer ? TlsStream::server : TlsStream::client;
    auto [error] = co_await stream_.async_handshake(side, kAwait);
    co_return error ? error.message() : std::string{};
  }

  Task<void> shutdown() override {
    // An error means the peer has already gone: nothing is left to say.
    [[maybe_unused]] auto [error] = co_await stream_.async_shutdown(kAwait);
  }

  bool is_tls() const override { return true; }
  std::string certificate_sha256() const override {
    return digest_of_peer(const_cast<TlsStream&>(stream_).native_handle());
  }

 private:
  TlsSide side_;
};

}  // namespace

std::unique_ptr<Transport> make_plain_transport(Socket socket) {
  return std::make_unique<PlainTransport>(std::move(socket));
}

std::unique_ptr<Transport> make_tls_transport(Socket socket, asio::ssl::context& context,
                                              TlsSide side, const std::string& host) {
  auto transport = std::make_unique<TlsTransport>(std::move(socket), context, side);
  if (side == TlsSide::kClient) check(transport->expect(host));
  return transport;
}

}  // namespace bas::net
