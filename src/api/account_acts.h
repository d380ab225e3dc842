// What is done with accounts: policy is asked, and the ledger told, before it is done. One that the
// store then refuses, such as a name that is taken, stands there as well.
#pragma once

#include "api/answers.h"
#include "api/services.h"

namespace bas::api {

// kManagePeople, or kUseAccount of one's own.
struct AccountActor {
  const net::Request& request;
  const flow::Principal& who;
  policy::Act act = policy::Act::kManagePeople;
};

// `said`: the request; of its members those that say something of an account are kept, and of a
// password only that there was one.
Result<> tell_account_act(Services& services, const AccountActor& actor, std::string what,
                          const Json& said);

}  // namespace bas::api
