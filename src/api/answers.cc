#include "api/answers.h"

#include <nlohmann/json.hpp>

namespace bas::api {

namespace {

constexpr int kJsonDepthMax = 16;

ProblemType type_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadInput: return ProblemType::kBadRequest;
    case ErrorCode::kNotFound: return ProblemType::kNotFound;
    case ErrorCode::kConflict: return ProblemType::kConflict;
    case ErrorCode::kRefused: return ProblemType::kForbidden;
    case ErrorCode::kTooLarge: return ProblemType::kTooLarge;
    case ErrorCode::kUnavailable: return ProblemType::kBusy;
    case ErrorCode::kDestroyed: return ProblemType::kDestroyed;
    case ErrorCode::kCorrupt: return ProblemType::kInternal;
  }
  return ProblemType::kInternal;
}

}  // namespace

net::Response json_answer(const Json& body, int status) {
  net::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

net::Response problem(const ProblemAnswer& answer) { return problem(answer, Json::object()); }

net::Response problem(const ProblemAnswer& answer, const Json& extra) {
  const ProblemText& text = text_of(answer.type);
  Json body = {{"type", text.type},
               {"title", text.title},
               {"status", text.status},
               {"code", text.code},
               {"detail", answer.detail.empty() ? std::string(text.advice) : answer.detail},
               {"request_id", answer.request_id}};
  body.update(extra);
  net::Response response = json_answer(body, text.status);
  response.content_type = "application/problem+json";
  if (text.status == 503) response.headers.push_back({"Retry-After", "2"});
  if (text.status == 401) response.headers.push_back({"WWW-Authenticate", "Bearer"});
  return response;
}

net::Response too_many(const net::Request& request, std::chrono::seconds wait) {
  const std::string seconds = std::to_string(wait.count());
  net::Response response = problem(
      {ProblemType::kTooManyAttempts,
       "Too many attempts failed: wait " + seconds + " seconds, then try again.", request.id});
  response.headers.push_back({"Retry-After", seconds});
  return response;
}

net::Response problem(const Error& error, std::string_view request_id) {
  return problem({type_of(error.code), error.text, request_id});
}

Result<Json> json_body(const net::Request& request) {
  if (!request.header("content-type").starts_with("application/json")) {
    return fail(ErrorCode::kBadInput, "the body must be JSON: Content-Type: application/json");
  }
  bool is_too_deep = false;
  const auto limit_depth = [&](int depth, Json::parse_event_t, Json&) {
    is_too_deep = is_too_deep || depth > kJsonDepthMax;
    return !is_too_deep;
  };
  Json body = Json::parse(request.body, limit_depth, false);
  if (is_too_deep || !body.is_object()) {
    return fail(ErrorCode::kBadInput, "the body is not a JSON object of reasonable depth");
  }
  return body;
}

}  // namespace bas::api
