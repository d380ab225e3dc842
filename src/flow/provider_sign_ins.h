// Signing in with an identity provider: beginning, coming back, showing again who one is, and
// signing out there.
#pragma once

#include "flow/once.h"
#include "flow/pending_sign_in.h"
#include "flow/provider_accounts.h"

namespace bas::flow {

struct BegunSignIn {
  std::string address;  // of the provider: where the browser is to go
  std::string kept;     // what the browser is to keep until it comes back
};

// What a browser comes back with. `issuer`: as the provider may say beside the code (RFC 9207).
struct ProviderReturn {
  std::string_view state;
  std::string_view code;
  std::string_view issuer;
  std::string_view kept;
  std::string_view address;
};

// kNoRole: the provider knows its person, and nothing here is for it: no group of it is mapped, or
// its account is disabled; which of them is not told.
enum class ProviderOutcome { kIn, kProved, kNoRole };
struct ProviderEntry {
  ProviderOutcome outcome = ProviderOutcome::kNoRole;
  std::optional<IssuedCredential> session{};  // of kIn
  std::vector<Credential> stale{};            // whose streams are to be ended
};

// Threads: any; several servers may share one store, but what is good once is so on each of them.
class ProviderSignIns {
 public:
  struct Parts {
    IdentityProvider* provider;  // null: none is configured
    ProviderAccounts& entrances;
    Accounts& accounts;
    Sessions& sessions;
    AccountStore& store;
    vault::Vault& vault;
    const Clock& clock;
    Random& random;
  };
  explicit ProviderSignIns(Parts parts) : parts_(parts) {}

  bool is_offered() const { return parts_.provider != nullptr; }

  // kNotFound where no provider is configured, kUnavailable when it cannot be asked.
  Result<BegunSignIn> begin();
  // For who holds that session: kConflict when its account is not of the provider.
  Result<BegunSignIn> begin_proof(const Principal& who);

  // A new session with a secret of its own, or the proof that was asked for: by the same person,
  // given at the provider since it was begun. kRefused for what is not the answer to what this
  // browser began, came before, or is not the provider's word. Nothing in it says what accounts
  // there are.
  Result<ProviderEntry> finish(const ProviderReturn& back);

  // The sessions that the provider says are over (Back-Channel Logout 1.0), ended; tokens of
  // programs are not. kRefused when it is not the provider's word, or came before.
  Result<std::vector<Credential>> end(std::string_view logout_token);

 private:
  Result<IdentityProvider*> provider() const;
  Result<BegunSignIn> begun(const PendingSignIn& pending);
  Result<ProvenPerson> person_of(const ProviderReturn& back, const PendingSignIn& pending);
  Result<ProviderEntry> enter(const ProvenPerson& person, std::string_view address);
  Result<ProviderEntry> prove(const ProvenPerson& person, const PendingSignIn& pending);
  Result<std::vector<Credential>> sessions_of(const ProviderLogout& logout);

  Parts parts_;
  Once states_;
  Once logouts_;
};

}  // namespace bas::flow
