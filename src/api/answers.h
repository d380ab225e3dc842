// Answers in the words of the contract: JSON documents and problems.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

#include "api/problem_types.h"
#include "base/result.h"
#include "net/http.h"

namespace bas::api {

using Json = nlohmann::ordered_json;

net::Response json_answer(const Json& body, int status = 200);

// A problem document. `detail` says what happened here and what to do; `extra` adds members.
struct ProblemAnswer {
  ProblemType type;
  std::string detail;
  std::string_view request_id;
};
net::Response problem(const ProblemAnswer& answer);
net::Response problem(const ProblemAnswer& answer, const Json& extra);

// After too many failures: says how long to wait, in words and as Retry-After (RFC 9110).
net::Response too_many(const net::Request& request, std::chrono::seconds wait);

// The problem that stands for a failure inside.
net::Response problem(const Error& error, std::string_view request_id);

// The body as a JSON object; kBadInput, with what is wrong, otherwise.
Result<Json> json_body(const net::Request& request);

}  // namespace bas::api
