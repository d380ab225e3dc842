// One libcurl handle with the connections it keeps. For .cc files of this folder only.
#pragma once

#include <curl/curl.h>

#include <set>

namespace bas::fetch {

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
  // Ends all talk at once, so that taking leave (SSH does) waits for nobody.
  void hang_up();

 private:
  static curl_socket_t open_socket(void* line, curlsocktype purpose, curl_sockaddr* address);
  static int close_socket(void* line, curl_socket_t socket);

  CURL* easy_;
  CURLM* multi_;
  std::set<curl_socket_t> sockets_;
};

}  // namespace bas::fetch
