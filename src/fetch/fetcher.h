// Asks another machine for one document.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
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
// At most one of bearer token, password and SSH key. Password and bearer token leave this machine
// only encrypted: over plain http they are sent to loopback alone.
struct Access {
  std::string bearer_token_file;
  std::string user;           // HTTP basic or SFTP
  std::string password_file;  // beside `user`
  std::string ca_file;        // PEM; empty: those of the machine
  std::string client_certificate_file;
  std::string client_key_file;
  std::string ssh_private_key_file;  // Ed25519, without a passphrase
  std::string ssh_known_hosts_file;  // SFTP only: without it the host is not trusted
  bool operator==(const Access&) const = default;
};

struct Limits {
  std::size_t bytes_max = std::size_t{1} << 20;
  std::chrono::milliseconds connect_timeout{5'000};
  std::chrono::milliseconds total_timeout{30'000};
};

// `url`: http, https or sftp, without user, password or fragment. Nothing else is asked, and no
// redirect leads to another scheme, host or port. `method`: GET, HEAD or POST; `body` is sent with
// POST, which follows no redirect; SFTP knows GET and HEAD. An HTTP answer is asked for packed and
// comes unpacked, unless `headers` name an accept-encoding: then it comes as it was sent.
// `may_reach` is asked of every address (4 or 16 bytes, network order) a name stands for, before
// anything is sent there; null: any. Kept connections are not asked about again: who asks with it
// has a Fetcher of its own.
struct Request {
  std::string method = "GET";
  std::string url;
  std::vector<Header> headers;
  std::string body;
  Access access;
  Limits limits;
  std::function<bool(std::string_view address)> may_reach{};
};

// `status` as HTTP says it. SFTP: 200 with the header last-modified (RFC 3339, whole seconds) for a
// file that is there, 404 for one that is not; a URL that ends in "/" answers with the names in
// that folder, one a line.
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
// slow, stopped, certificate or host key not trusted; the text says which), kRefused (no address of
// the host may be reached), kTooLarge (over
// bytes_max as unpacked, found out without taking more), kBadInput (the URL, where it redirects to,
// or a named file is no good). `stop` ends a call within 0.2 s. No text of an error holds the URL's
// path or query, a user or a secret. No proxy is used, whatever the environment says.
class Fetcher {
 public:
  virtual ~Fetcher() = default;
  virtual Result<Answer> fetch(const Request& request, std::stop_token stop) = 0;
};

}  // namespace bas::fetch
