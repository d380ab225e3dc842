#include "net/problem.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace bas::net {
namespace {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadInput: return 400;
    case ErrorCode::kNotFound: return 404;
    case ErrorCode::kConflict: return 409;
    case ErrorCode::kRefused: return 403;
    case ErrorCode::kTooLarge: return 413;
    case ErrorCode::kUnavailable: return 503;
    case ErrorCode::kCorrupt: return 500;
    case ErrorCode::kDestroyed: return 410;
  }
  return 500;
}

}  // namespace

std::string to_json(const Problem& problem) {
  nlohmann::ordered_json document;
  document["type"] = std::string{kProblemTypePrefix} + problem.type;
  document["title"] = problem.title;
  document["status"] = problem.status;
  if (!problem.detail.empty()) document["detail"] = problem.detail;
  for (const auto& [name, value] : problem.members) document[name] = value;
  return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Response problem(const Problem& problem) {
  Response response;
  response.status = problem.status;
  response.content_type = "application/problem+json";
  response.body = to_json(problem);
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

Response problem(const Error& error) {
  std::string slug{name_of(error.code)};
  std::replace(slug.begin(), slug.end(), '_', '-');
  const int status = status_of(error.code);
  return problem(Problem{status, slug, std::string{reason_phrase(status)}, error.text, {}});
}

Problem bad_request(std::string detail) {
  return {400, "bad-request", "The request is not well-formed HTTP", std::move(detail), {}};
}

Problem not_found() {
  return {404,
          "not-found",
          "There is nothing at this address",
          "Check the path against /api/openapi.json.",
          {}};
}

Problem method_not_allowed() {
  return {405,
          "method-not-allowed",
          "This address does not take that method",
          "Use one of the methods in the Allow header.",
          {}};
}

Problem body_too_large(std::size_t bytes_max) {
  return {413,
          "too-large",
          "The body is larger than this address takes",
          fmt::format("Send at most {} bytes.", bytes_max),
          {}};
}

}  // namespace bas::net
