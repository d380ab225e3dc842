// Who comes in and by what, wired: accounts, their second factors, signing in here or with a
// provider.
#pragma once

#include "app/provider_parts.h"
#include "control_sql/control_sql.h"
#include "flow/provider_sign_ins.h"
#include "flow/provisioning.h"
#include "flow/sign_ins.h"
#include "flow/token_trials.h"

namespace bas::app {

// In the order in which they are built; each uses only what stands above it.
struct PeopleParts {
  struct Uses {
    control_sql::ControlSql& control;
    flow::Papers& papers;
    vault::Vault& vault;
    flow::UseLog& uses;
    const Clock& clock;
    Random& random;
    flow::SessionTerms session_terms;
    const flow::Directory& directory;
    ProviderParts& provider;
  };
  explicit PeopleParts(Uses uses)
      : sessions({uses.control.accounts(), uses.clock, uses.session_terms}),
        accounts({uses.control.accounts(), uses.clock, uses.random, sessions}),
        factors({uses.papers, uses.clock, uses.random}),
        guard(uses.clock, uses.random),
        devices({uses.vault, uses.clock, uses.random}),
        sign_ins({accounts, factors, guard, devices, sessions, uses.uses}),
        provider_accounts({uses.control.accounts(), uses.directory, uses.provider.groups(),
                           uses.uses, uses.clock, uses.random}),
        provider_sign_ins({uses.provider.provider(), provider_accounts, accounts, sessions,
                           uses.control.accounts(), uses.vault, uses.clock, uses.random}),
        token_trials({uses.provider.provider(), uses.directory, uses.provider.groups()}) {
    IdentityProvider* const provider = uses.provider.provider();
    if (provider == nullptr || !uses.provider.has_directory()) return;
    provisioning.emplace(flow::Provisioning::Parts{uses.control.accounts(), accounts, uses.uses,
                                                   uses.clock, uses.random, provider->issuer()});
  }

  flow::Provisioning* directory() { return provisioning ? &*provisioning : nullptr; }

  flow::Sessions sessions;
  flow::Accounts accounts;
  flow::SecondFactors factors;
  flow::SignInGuard guard;
  flow::DeviceMarks devices;
  flow::SignIns sign_ins;
  flow::ProviderAccounts provider_accounts;
  flow::ProviderSignIns provider_sign_ins;
  flow::TokenTrials token_trials;
  std::optional<flow::Provisioning> provisioning;  // none: no directory is configured
};

}  // namespace bas::app
