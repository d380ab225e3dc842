// Who comes in and by what, wired: accounts, their second factors, signing in.
#pragma once

#include "control_sql/control_sql.h"
#include "flow/sign_ins.h"

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
  };
  explicit PeopleParts(Uses uses)
      : sessions({uses.control.accounts(), uses.clock, uses.session_terms}),
        accounts({uses.control.accounts(), uses.clock, uses.random, sessions}),
        factors({uses.papers, uses.clock, uses.random}),
        guard(uses.clock, uses.random),
        devices({uses.vault, uses.clock, uses.random}),
        sign_ins({accounts, factors, guard, devices, sessions, uses.uses}) {}

  flow::Sessions sessions;
  flow::Accounts accounts;
  flow::SecondFactors factors;
  flow::SignInGuard guard;
  flow::DeviceMarks devices;
  flow::SignIns sign_ins;
};

}  // namespace bas::app
