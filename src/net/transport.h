// A TCP connection, plain or under TLS, seen the same from both ends. For .cc files of this folder.
#pragma once

#include <boost/asio/buffer.hpp>
#include <memory>
#include <span>
#include <string>

#include "net/loop.h"

namespace boost::asio::ssl {
class context;
}

namespace bas::net {

// Threads: the loop's. At most one read and one write at a time.
class Transport {
 public:
  virtual ~Transport() = default;

  // TLS only: agrees on keys and checks certificates. The empty text means it worked.
  virtual Task<std::string> handshake() = 0;
  // Bytes moved; 0 when the peer closed, the operation was cancelled or anything failed.
  virtual Task<std::size_t> read(std::span<char> into) = 0;
  virtual Task<std::size_t> write(std::span<const asio::const_buffer> from) = 0;
  // Says goodbye: close_notify under TLS, else the end of our side.
  virtual Task<void> shutdown() = 0;

  // What is waiting ends with 0; the connection stays usable.
  virtual void cancel() = 0;
  virtual void close() = 0;

  virtual bool is_tls() const = 0;
  // Lower-case hex digest of the peer's certificate; empty without one. After the handshake.
  virtual std::string certificate_sha256() const = 0;
};

std::unique_ptr<Transport> make_plain_transport(Socket socket);
enum class TlsSide { kServer, kClient };
// `host` is what the peer's certificate must name (kClient only). The context must outlive it.
std::unique_ptr<Transport> make_tls_transport(Socket socket, asio::ssl::context& context,
                                              TlsSide side, const std::string& host);

}  // namespace bas::net
