// A plain blocking socket for tests: says exactly the bytes it is told to, in the pieces it is
// told.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>

namespace bas::net {

class TestSocket {
 public:
  explicit TestSocket(std::uint16_t port, int receive_bytes = 0)
      : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_bytes > 0) {
      ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    connected_ = ::connect(descriptor_, generic, sizeof address) == 0;
  }
  ~TestSocket() { ::close(descriptor_); }
  TestSocket(const TestSocket&) = delete;
  TestSocket& operator=(const TestSocket&) = delete;

  bool connected() const { return connected_; }

  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  void end_sending() { ::shutdown(descriptor_, SHUT_WR); }

  // Bytes that came, until `text` is among them, the peer closed or ten seconds passed.
  std::string read_until(std::string_view text) {
    while (received_.find(text) == std::string::npos && read_some()) continue;
    const std::size_t found = received_.find(text);
    const std::size_t end = found == std::string::npos ? received_.size() : found + text.size();
    std::string result = received_.substr(0, end);
    received_.erase(0, end);
    return result;
  }

  // Everything until the peer closes.
  std::string read_all() {
    while (read_some()) continue;
    return std::exchange(received_, {});
  }

  bool closed_by_peer() const { return closed_; }

  // One answer with a Content-Length.
  std::string read_answer() {
    std::string head = read_until("\r\n\r\n");
    const std::size_t at = head.find("Content-Length: ");
    if (at == std::string::npos) return head;
    const std::size_t length = std::stoul(head.substr(at + 16));
    while (received_.size() < length && read_some()) continue;
    head += received_.substr(0, length);
    received_.erase(0, length);
    return head;
  }

 private:
  bool read_some() {
    pollfd wanted{descriptor_, POLLIN, 0};
    if (::poll(&wanted, 1, 10'000) != 1) return false;
    char bytes[16 * 1024];
    const ssize_t count = ::recv(descriptor_, bytes, sizeof bytes, 0);
    if (count <= 0) closed_ = true;
    if (count > 0) received_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  int descriptor_;
  bool connected_ = false;
  bool closed_ = false;
  std::string received_;
};

}  // namespace bas::net
