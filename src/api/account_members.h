// Members of a JSON body that say something of an account, checked.
#pragma once

#include "api/fields.h"
#include "flow/directory.h"
#include "model/account.h"

namespace bas::api {

// `password`: 8 bytes at least, 1,024 at most.
Result<std::string> password_member(const Json& body);
Result<Role> role_member(const Json& body);
// `language`; nl when absent.
Result<std::string> language_member(const Json& body);
// `capacity`; the usual one of the role when absent.
Result<Capacity> capacity_member(const Json& body, Role role);
// The zone whose code is `zone`; all zero, the province itself, when absent or empty.
Result<Id> zone_member(const flow::ProvinceView& view, const Json& body);
// true or false; false when absent.
Result<bool> flag_member(const Json& body, std::string_view name);

}  // namespace bas::api
