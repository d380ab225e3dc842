// Who signed in, as an identity provider says (OpenID Connect Core 1.0, section 2).
#pragma once

#include "tokens/claims.h"

namespace bas::tokens {

// `subject`: never given to anybody else by that issuer. `session`: of the browser at the provider;
// empty where it tells none. `name`: for people to read, chosen by whoever; it proves nothing.
struct IdToken {
  std::string subject;
  std::string session;
  std::string name;
  std::string language;  // the first two letters of `locale`; may be empty or anything
  std::vector<std::string> groups;
  std::optional<UtcTime> authenticated_at;  // when its person last proved who it is
};

struct IdTokenRules {
  Expected expected;
  std::string_view groups_claim = "groups";
  std::optional<std::string_view> nonce{};  // absent: not looked at, as where a token is tested
};

// kRefused names the check that failed: those of check_claims(), `sub`, `nonce`, and that the token
// is no logout token.
Result<IdToken> read_id_token(const nlohmann::json& claims, const IdTokenRules& rules);

}  // namespace bas::tokens
