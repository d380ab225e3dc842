// A question to stored reads, out of the body of a request.
#pragma once

#include "api/json_members.h"
#include "flow/searches.h"

namespace bas::api {

// kBadInput with the member that is wrong.
Result<flow::SearchWish> search_wish_of(const Json& body);

// The id that the member holds; nothing when it is left out.
Result<std::optional<Id>> optional_id(const Json& body, std::string_view name);

}  // namespace bas::api
