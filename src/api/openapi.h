// The contract, as served on /api/openapi.json.
#pragma once

#include <string_view>

namespace bas::api {

std::string_view openapi_json();

}  // namespace bas::api
