// The address a client is to reach.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace bas::net {

struct Url {
  bool is_tls = false;
  std::string host;    // a name or an IP address, without brackets
  std::string port;    // decimal
  std::string target;  // path and query as they are sent, beginning with '/'

  // What a Host header says.
  std::string authority() const;
  // Connections to equal origins can be shared.
  std::string origin() const { return (is_tls ? "https://" : "http://") + authority(); }
};

// Takes http and https. kBadInput otherwise, and for blanks, control characters and user names.
Result<Url> parse_url(std::string_view text);

}  // namespace bas::net
