// What a directory asks in the words of SCIM 2.0 (RFC 7643, RFC 7644), as far as leavers need it.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

#include "api/answers.h"
#include "flow/provisioning.h"

namespace bas::api {

// The whole user of a POST or a PUT: who it is at the provider, and what is said of it. `userName`
// is that; `externalId`, where it is there, has to be the same, since one name decides who loses
// access. Not saying `active` means active. kBadInput otherwise.
struct ScimUser {
  std::string subject;
  flow::ProvidedChange said;
};
Result<ScimUser> scim_user_in(const Json& body);

// The operations of a PATCH. `active` may be a text, as some directories write it; what is not kept
// here is passed by. kBadInput for another operation, and for `active` that is neither.
Result<flow::ProvidedChange> scim_patch_in(const Json& body);

// The subject of a filter `userName eq "…"` or `externalId eq "…"`; nothing for an empty one.
// kBadInput for any other.
Result<std::optional<std::string>> scim_filter(std::string_view filter);

}  // namespace bas::api
