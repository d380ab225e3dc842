// What browsers are given to keep, and the session that one brings along.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "api/services.h"
#include "net/http.h"

namespace bas::api {

// kStrict: never sent with what another site's page asks for. kLax: also when a person follows a
// link, or is sent, from there.
enum class SameSite { kStrict, kLax };

struct Cookie {
  std::string_view name;
  std::string_view value;
  std::chrono::seconds life;  // none: it is taken away
  SameSite same_site = SameSite::kStrict;
};
// For this host alone, over TLS, and out of reach of scripts.
net::Header set_cookie(const Cookie& cookie);

// Until its credential ends.
net::Header session_cookie(const Services& services, const flow::IssuedCredential& session);

// A browser that had a session gets another secret, and the one it had is over: what somebody put
// there before signing in opens nothing after it (session fixation).
Result<> end_session_before(Services& services, const net::Request& request);

}  // namespace bas::api
