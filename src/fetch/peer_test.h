// The other machine of a test: says exactly the bytes that the test tells it to.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "base/check.h"

namespace bas::fetch {

// One accepted connection. Reading and sending fail once the peer is told to end.
class Talk {
 public:
  explicit Talk(int socket) : socket_(socket) {}

  int socket() const { return socket_; }

  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // The next request up to its empty line; empty when the other side has gone.
  std::string head() {
    while (received_.find("\r\n\r\n") == std::string::npos && read_some()) continue;
    const std::size_t end = received_.find("\r\n\r\n");
    if (end == std::string::npos) return {};
    std::string out = received_.substr(0, end + 4);
    received_.erase(0, end + 4);
    return out;
  }

  std::string body(std::size_t length) {
    while (received_.size() < length && read_some()) continue;
    std::string out = received_.substr(0, length);
    received_.erase(0, out.size());
    return out;
  }

  void wait_until_closed() {
    while (read_some()) continue;
  }

 private:
  bool read_some() {
    char bytes[4096];
    const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count > 0) received_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  int socket_;
  std::string received_;
};

// Listens on loopback; `script` talks on a thread of its own, to one connection after another.
class Peer {
 public:
  using Script = std::function<void(Talk&)>;

  explicit Peer(Script script) : script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    check(::bind(listener_, generic, length) == 0 && ::listen(listener_, 16) == 0);
    check(::getsockname(listener_, generic, &length) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Peer() {
    ended_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    if (const int now = current_.load(); now >= 0) ::shutdown(now, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  std::uint16_t port() const { return port_; }
  int connections() const { return connections_; }
  std::string place() const { return "127.0.0.1:" + std::to_string(port_); }
  std::string url(const std::string& path = "/list.csv") const {
    return "http://" + place() + path;
  }

 private:
  void serve() {
    while (!ended_) {
      const int accepted = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (accepted < 0) return;
      ++connections_;
      current_ = accepted;
      if (!ended_) {
        Talk talk(accepted);
        script_(talk);
      }
      current_ = -1;
      ::close(accepted);
    }
  }

  Script script_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> ended_ = false;
  std::atomic<int> current_ = -1;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
};

// A whole answer with its length.
inline std::string http_answer(const std::string& status, const std::string& headers,
                               const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// Answers every request of a connection alike.
inline Peer::Script always(std::string bytes) {
  return [bytes = std::move(bytes)](Talk& talk) {
    while (!talk.head().empty() && talk.send(bytes)) continue;
  };
}

}  // namespace bas::fetch
