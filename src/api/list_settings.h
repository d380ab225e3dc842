// The settings of a list in a JSON body, checked.
#pragma once

#include "api/answers.h"
#include "model/list.h"

namespace bas::api {

// Puts the members of `body` over `list`; null takes a value away, what is left out stays. Names no
// owner. kBadInput names the member and what it should be.
Result<> put_list_settings(const Json& body, List& list);

}  // namespace bas::api
