// Errors as problem documents (RFC 9457), `application/problem+json`.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "net/http.h"

namespace bas::net {

// What `type` begins with; the slug that follows is stable and part of the contract.
inline constexpr std::string_view kProblemTypePrefix = "/problems/";

struct Problem {
  int status = 500;
  std::string type;     // the slug: "too-large"
  std::string title;    // the same sentence for every case of this type
  std::string detail;   // this case, and what to do; never a plate or a secret
  NamedValues members;  // further string members
};

// The document as JSON.
std::string to_json(const Problem& problem);

Response problem(const Problem& problem);

// A failure of ours as a problem whose type is the name of its code, with the usual status.
Response problem(const Error& error);

// Those the server itself answers with.
Problem bad_request(std::string detail);
Problem not_found();
Problem method_not_allowed();
Problem body_too_large(std::size_t bytes_max);

}  // namespace bas::net
