// What Access names by file, read for one call.
#pragma once

#include <string>

#include "fetch/address.h"
#include "fetch/fetcher.h"

namespace bas::fetch {

// Wiped when it goes.
struct Secrets {
  Secrets() = default;
  Secrets(Secrets&&) = default;
  Secrets& operator=(Secrets&&) = delete;
  ~Secrets();

  std::string password;
  std::string bearer_token;
};

// kBadInput names the field of Access that is missing, contradicts another or cannot be read.
Result<Secrets> read_secrets(const Access& access, const Address& address);

}  // namespace bas::fetch
