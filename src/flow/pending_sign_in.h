// What a browser keeps while its person signs in with a provider: sealed, so that nothing is kept
// here, and bound to that browser.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"
#include "vault/vault.h"

namespace bas::flow {

// `state`, `nonce`, `verifier`: 256 random bits each, as base64url. `user` and `session`: all zero,
// or whose proof is asked for.
struct PendingSignIn {
  std::string state;
  std::string nonce;
  std::string verifier;
  UtcTime begun_at;
  Id user;
  Id session;

  // How long one may take over it.
  static constexpr std::chrono::minutes kLife{10};

  static PendingSignIn draw(UtcTime now, Random& random);
  // Of the verifier, by S256 (RFC 7636, section 4.2).
  std::string challenge() const;
};

Result<std::string> seal(const PendingSignIn& pending, vault::Vault& vault);
// kRefused when it is not what was sealed, or too old. `sealed`: anything, as a browser sends it.
Result<PendingSignIn> open_pending(std::string_view sealed, vault::Vault& vault, UtcTime now);

}  // namespace bas::flow
