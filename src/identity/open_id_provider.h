// A provider of OpenID Connect: the authorisation code flow (OpenID Connect Core 1.0, section 3.1)
// with PKCE (RFC 7636).
#pragma once

#include "identity/provider_keys.h"
#include "ports/identity_provider.h"
#include "tokens/id_token.h"

namespace bas::identity {

// Threads: any. `fetcher` and `clock` outlive it.
class OpenIdProvider final : public IdentityProvider {
 public:
  struct Parts {
    fetch::Fetcher& fetcher;
    const Clock& clock;
    ProviderSettings settings;
  };
  // The provider itself is asked once somebody comes: it may be down when the server starts.
  explicit OpenIdProvider(Parts parts)
      : parts_(std::move(parts)), keys_({parts_.fetcher, parts_.clock, parts_.settings}) {}

  const std::string& issuer() const override { return parts_.settings.issuer; }
  Result<std::string> address_for(const ProviderQuestion& question) override;
  Result<ProvenPerson> person_of(const ProviderCode& code) override;
  Result<TokenFinding> look_at(std::string_view token_or_claims) override;
  Result<ProviderLogout> read_logout(std::string_view token) override;

 private:
  Result<std::string> token_for(const ProviderCode& code);
  tokens::IdTokenRules rules(std::optional<std::string_view> nonce) const;

  const Parts parts_;
  ProviderKeys keys_;
};

}  // namespace bas::identity
