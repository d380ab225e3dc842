// An identity provider: where the people of a zone sign in with the account they have there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/account.h"

namespace bas {

// Who signed in there, proved. `groups` are the provider's own words. `session`: its own name of
// the session, empty where it tells none. `name` is for reading and proves nothing.
struct ProvenPerson {
  ProviderIdentity identity;
  std::string session;
  std::string name;
  std::string language;
  std::vector<std::string> groups;
  std::optional<UtcTime> authenticated_at;  // when it last proved there who it is
};

// What the browser is sent there with. `challenge`: of the verifier, by S256 (RFC 7636).
// `asks_again`: also who has a session there has to prove who it is.
struct ProviderQuestion {
  std::string_view state;
  std::string_view nonce;
  std::string_view challenge;
  bool asks_again = false;
};

// What it brought back, and what was kept meanwhile.
struct ProviderCode {
  std::string_view code;
  std::string_view verifier;
  std::string_view nonce;
};

// Whose sessions are over: of that identity, or of one session alone. `id`: good once until then.
struct ProviderLogout {
  ProviderIdentity identity;  // `subject` may be empty
  std::string session;        // may be empty, but not both
  std::string id;
  UtcTime until;
};

// What a token, or what one would hold, comes to. `refusal`: the first check that it fails; empty:
// it would be taken. Of one that is refused, `person` holds what can be read.
struct TokenFinding {
  std::string refusal;
  ProvenPerson person;
};

// Threads: any. Asking it takes seconds at most. Errors: kUnavailable when it cannot be asked,
// kRefused, with what is wrong, for what is not its own word; no text holds a claim.
class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;
  virtual const std::string& issuer() const = 0;
  // Where the browser is to go.
  virtual Result<std::string> address_for(const ProviderQuestion& question) = 0;
  virtual Result<ProvenPerson> person_of(const ProviderCode& code) = 0;
  // For looking at one, not for signing in: an ID token of whatever sign-in, or claims as JSON,
  // which nobody has signed.
  virtual Result<TokenFinding> look_at(std::string_view token_or_claims) = 0;
  virtual Result<ProviderLogout> read_logout(std::string_view token) = 0;
};

}  // namespace bas
