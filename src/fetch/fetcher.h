// Asks another machine for one document.
#pragma once

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::fetch {

struct Header {
  std::string name;  // of an answer: lower case
  std::string value;
};

// Secrets are named by file and read when the call is made, so that renewing one needs no restart.
struct Access {
  std::string bearer_token_file;
  std::string user;           // HTTP basic or SFTP
  std::string password_file;  // beside `user`
  std::string ca_file;        // PEM; empty: those of the machine
  std::string client_certificate_file;
  std::string client_key_file;
  std::string ssh_private_key_file;
  std::string ssh_known_hosts_file;  // SFTP only: without it the host is not trusted
};

struct Limits {
  std::size_t bytes_max = std::size_t{1} << 20;
  std::chrono::milliseconds connect_timeout{5'000};
  std::chrono::milliseconds total_timeout{30'000};
};

// `url`: http, https or sftp. Nothing else is asked, and no redirect leads to another scheme or
// host. `body` is sent when the method is POST.
struct Request {
  std::string method = "GET";
  std::string url;
  std::vector<Header> headers;
  std::string body;
  Access access;
  Limits limits;
};

// `status` as HTTP says it; 200 for a file that SFTP found, 404 for one it did not.
struct Answer {
  int status = 0;
  std::vector<Header> headers;
  std::string body;

  // Empty where the answer does not bear it; `name` in lower case.
  std::string_view header(std::string_view name) const {
    for (const Header& one : headers) {
      if (one.name == name) return one.value;
    }
    return {};
  }
};

// Threads: any, concurrently. Any HTTP status is an answer. Errors: kUnavailable (down, refused,
// slow, stopped, certificate or host key not trusted; the text says which), kTooLarge (over
// bytes_max, found out without taking more), kBadInput (the URL or a named file is no good).
// No text of an error holds the URL's query, a user or a secret.
class Fetcher {
 public:
  virtual ~Fetcher() = default;
  virtual Result<Answer> fetch(const Request& request, std::stop_token stop) = 0;
};

}  // namespace bas::fetch
