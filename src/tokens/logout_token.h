// Whose sessions are over, as an identity provider says (OpenID Connect Back-Channel Logout 1.0).
#pragma once

#include "tokens/claims.h"

namespace bas::tokens {

// Of subject and session one at least is there. `id`: good once, until `expires_at`.
struct LogoutToken {
  std::string subject;
  std::string session;
  std::string id;
  UtcTime expires_at;
};

// kRefused names the check that failed: those of check_claims(), the event, a `nonce` (which would
// make it an ID token), `jti`, and that it names a subject or a session.
Result<LogoutToken> read_logout_token(const SignedToken& token, const Expected& expected);

}  // namespace bas::tokens
