// Answers in the words of SCIM 2.0: resources, lists and errors (RFC 7643, RFC 7644).
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

#include "api/answers.h"
#include "flow/provisioning.h"

namespace bas::api {

inline constexpr std::string_view kScimUsers = "/scim/v2/Users";

net::Response scim_answer(const Json& body, int status = 200);

// RFC 7644, section 3.12. `type`: the word for programs, such as uniqueness; may be empty.
struct ScimError {
  int status = 400;
  std::string_view type;
  std::string_view detail;
};
net::Response scim_error(const ScimError& error);
// What stands for a failure inside.
net::Response scim_error(const Error& error);

Json scim_user_json(const User& user);
// One page of them, from the `start`-th on, which is 1 for the first.
struct ScimPage {
  std::size_t start = 1;
  std::size_t count = 100;
};
Json scim_list_json(const std::vector<User>& users, const ScimPage& page);
// What of SCIM is spoken here (RFC 7643, section 5).
Json scim_config_json();

}  // namespace bas::api
