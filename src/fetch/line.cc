#include "fetch/line.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>

namespace bas::fetch {

Line::Line() {
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  check(kStarted == CURLE_OK);
  easy_ = curl_easy_init();
  multi_ = curl_multi_init();
  check(easy_ != nullptr && multi_ != nullptr);
  check(curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, 2L) == CURLM_OK);
  reset();
}

Line::~Line() {
  curl_easy_cleanup(easy_);
  curl_multi_cleanup(multi_);
}

void Line::reset() {
  curl_easy_reset(easy_);
  set_option(easy_, CURLOPT_OPENSOCKETFUNCTION, &Line::open_socket);
  set_option(easy_, CURLOPT_OPENSOCKETDATA, this);
  set_option(easy_, CURLOPT_CLOSESOCKETFUNCTION, &Line::close_socket);
  set_option(easy_, CURLOPT_CLOSESOCKETDATA, this);
}

void Line::guard(const MayReach* may_reach) {
  may_reach_ = may_reach != nullptr && *may_reach ? may_reach : nullptr;
  has_refused_ = false;
}

bool Line::may_reach(const curl_sockaddr& address) const {
  if (may_reach_ == nullptr) return true;
  const auto bytes_of = [](const auto& raw) {
    return std::string_view(reinterpret_cast<const char*>(&raw), sizeof raw);
  };
  if (address.family == AF_INET) {
    return (*may_reach_)(bytes_of(reinterpret_cast<const sockaddr_in&>(address.addr).sin_addr));
  }
  if (address.family != AF_INET6) return false;
  // The union of libcurl's struct is as long as the address it was given.
  const auto* raw = reinterpret_cast<const char*>(&address.addr);
  return (*may_reach_)({raw + offsetof(sockaddr_in6, sin6_addr), sizeof(in6_addr)});
}

void Line::hang_up() {
  for (const curl_socket_t socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

curl_socket_t Line::open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto* const line = static_cast<Line*>(user);
  if (!line->may_reach(*address)) {
    line->has_refused_ = true;
    return CURL_SOCKET_BAD;
  }
  const int opened = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  if (opened < 0) return CURL_SOCKET_BAD;
  line->sockets_.insert(opened);
  return opened;
}

int Line::close_socket(void* line, curl_socket_t socket) {
  static_cast<Line*>(line)->sockets_.erase(socket);
  return ::close(socket);
}

}  // namespace bas::fetch
