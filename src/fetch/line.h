// One libcurl handle with the connections it keeps. For .cc files of this folder only.
#pragma once

#include <curl/curl.h>
#include <signal.h>

#include <ctime>
#include <functional>
#include <set>
#include <string_view>

#include "base/check.h"

namespace bas::fetch {

// An option that this libcurl lacks is a mistake of the build, not of the world.
template <typename Value>
void set_option(CURL* easy, CURLoption option, Value value) {
  check(curl_easy_setopt(easy, option, value) == CURLE_OK);
}

// Threads: one at a time.
class Line {
 public:
  Line();
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  CURL* easy() const { return easy_; }
  CURLM* multi() const { return multi_; }

  // Forgets every setting; connections stay.
  void reset();
  // Asked of each address before a connection to it is opened. Outlives the transfer; null: any.
  using MayReach = std::function<bool(std::string_view address)>;
  void guard(const MayReach* may_reach);
  // An address was refused since then.
  bool has_refused() const { return has_refused_; }
  // Ends all talk at once, so that taking leave (SSH does) waits for nobody.
  void hang_up();

 private:
  static curl_socket_t open_socket(void* line, curlsocktype purpose, curl_sockaddr* address);
  static int close_socket(void* line, curl_socket_t socket);

  bool may_reach(const curl_sockaddr& address) const;

  CURL* easy_;
  CURLM* multi_;
  std::set<curl_socket_t> sockets_;
  const MayReach* may_reach_ = nullptr;
  bool has_refused_ = false;
};

// Writing to a connection that the other side closed raises SIGPIPE; libcurl's TLS may do so. While
// this lives, its thread gets none. Touches no other thread.
class QuietPipe {
 public:
  QuietPipe() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~QuietPipe() {
    const timespec at_once{};
    if (sigismember(&before_, SIGPIPE) == 0) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  QuietPipe(const QuietPipe&) = delete;
  QuietPipe& operator=(const QuietPipe&) = delete;

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

}  // namespace bas::fetch
