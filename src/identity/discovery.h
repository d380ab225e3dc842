// What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace bas::identity {

struct Discovery {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_uri;
};

// Where it says so.
std::string discovery_url(std::string_view issuer);

// kBadInput says what is wrong: another issuer, or an address that is not https. Over plain http
// a provider is asked on this machine alone.
Result<Discovery> parse_discovery(std::string_view json, std::string_view issuer);

}  // namespace bas::identity
