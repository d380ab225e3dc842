// Requests as JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "policy/request.h"

namespace bas::policy {

// A longer request is refused unread.
inline constexpr std::size_t kRequestBytesMax = std::size_t{1} << 20;

// kBadInput with the path of the member that is unknown, of the wrong kind or no word of ours. What
// is left out is as in a new Request; nothing is guessed.
Result<Request> request_from_json(std::string_view json);

// The JSON Schema (2020-12) of what request_from_json takes.
std::string request_schema();

}  // namespace bas::policy
