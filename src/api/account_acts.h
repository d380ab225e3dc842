// What is done with accounts, told to the ledger before it is done.
#pragma once

#include "api/answers.h"
#include "api/services.h"

namespace bas::api {

struct AccountActor {
  const net::Request& request;
  const flow::Principal& who;
};

// `said`: the request; of its members those that say something of an account are kept, and of a
// password only that there was one.
Result<> tell_account_act(Services& services, const AccountActor& actor, std::string what,
                          const Json& said);

}  // namespace bas::api
