#include "fetch/line.h"

#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"
#include "fetch/option.h"

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

void Line::hang_up() {
  for (const curl_socket_t socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

curl_socket_t Line::open_socket(void* line, curlsocktype, curl_sockaddr* address) {
  const int opened = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  if (opened < 0) return CURL_SOCKET_BAD;
  static_cast<Line*>(line)->sockets_.insert(opened);
  return opened;
}

int Line::close_socket(void* line, curl_socket_t socket) {
  static_cast<Line*>(line)->sockets_.erase(socket);
  return ::close(socket);
}

}  // namespace bas::fetch
