// The house's own broker and mail server, as the configuration names them: no outlet chooses one.
#pragma once

#include <string>

#include "base/result.h"
#include "outward/networks.h"

namespace bas::outward {

// `url`: mqtt://, mqtts://, smtp:// or smtps:// with host and port; empty: there is none. The
// password is read from its file at every use. `ca_file` empty: the authorities of this machine.
struct Service {
  std::string url;
  std::string user;
  std::string password_file;
  std::string ca_file;
};

struct Place {
  std::string scheme;
  std::string host;  // without brackets
  int port = 0;
};
// kBadInput when it is no URL of one of these two schemes; the second is the one under TLS.
struct Schemes {
  std::string plain;
  std::string secure;
};
Result<Place> place_of(const std::string& url, const Schemes& schemes);

// Empty without a file. kBadInput when the file cannot be read or holds more than one line.
Result<std::string> password_of(const Service& service);

// An address of the host that may be reached, as text; kRefused when there is none, kUnavailable
// when the name is not known. Waits for the name server.
Result<std::string> reachable_address(const std::string& host, const Networks& networks);

}  // namespace bas::outward
