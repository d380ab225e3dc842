// The parts of a URL that decide whether and how it is asked.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace bas::fetch {

struct Address {
  std::string scheme;  // http, https or sftp
  std::string host;    // lower case; an IPv6 address in brackets
  std::uint16_t port = 0;
  std::string path;  // percent-encoded, begins with "/"

  // "lists.example.be:443": what an error text may say of a URL.
  std::string place() const;
  bool is_loopback() const;
  // Scheme, host and port are equal: a secret meant for one may be sent to the other.
  bool is_same_place(const Address& other) const;
};

// kBadInput says what is wrong without repeating the URL. Threads: any.
Result<Address> parse_address(const std::string& url);

// Percent-decoded last segment of the path; empty when the path ends in "/".
std::string file_name_of(const Address& address);

}  // namespace bas::fetch
