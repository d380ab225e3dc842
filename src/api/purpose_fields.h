// For what somebody asks, in a JSON body.
#pragma once

#include <optional>

#include "api/answers.h"
#include "base/id.h"
#include "policy/request_parts.h"

namespace bas::api {

// Names the stated purpose that something is opened for, in a query or a body. Without one policy
// says what is missing.
inline constexpr std::string_view kFor = "for";

// `purpose`, `case_number`, `reason` and, of a missing person, `danger`: which officer saw imminent
// danger, and when. What is absent stays empty: that is for policy to refuse, and for the ledger to
// know.
Result<policy::Why> why_of(const Json& body);

// `authorisation`: the id of one; absent: none.
Result<std::optional<Id>> authorisation_member(const Json& body);

}  // namespace bas::api
