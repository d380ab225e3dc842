// Uses of the ledger in the words of the API, with the names of who used.
#pragma once

#include <map>
#include <string>

#include "api/answers.h"
#include "api/services.h"

namespace bas::api {

// What accounts are called, by their ids. Whoever is gone is not in it, and known by the id alone.
using AccountNames = std::map<std::string, std::string>;
Result<AccountNames> account_names(Services& services);

Json use_json(const flow::LoggedUse& use, const AccountNames& names);

}  // namespace bas::api
