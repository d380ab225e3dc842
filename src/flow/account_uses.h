// Changes of accounts as the ledger keeps them: who may see what is changed by them (verb alter).
#pragma once

#include "flow/gate.h"

namespace bas::flow {

// `what`: "account", "account changed", "token" or "second factor reset". `predicate`: JSON of
// which account it is and what is said of it; never a password, a code or a token.
struct AccountAct {
  std::string what;
  std::string predicate;
};

// Durable when it returns; on any error the change may not be made. Written before it is made: one
// that the store then refuses, such as a name that is taken, stands there as well. Threads: any.
Result<> write_account_act(UseLog& uses, const Gate& gate, AccountAct act, const Person& who);

}  // namespace bas::flow
