#include "api/pictures.h"

#include "model/read.h"

namespace bas::api {

namespace {

constexpr std::size_t kUnblurBytesMax = 500;

}  // namespace

Result<std::size_t> picture_number(const net::Request& request) {
  std::size_t number = 0;
  for (const char c : request.path_value("number").substr(0, 4)) {
    if (c < '0' || c > '9') return fail(ErrorCode::kNotFound, "there is no such picture");
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

Result<std::string> unblur_reason(const net::Request& request) {
  std::string reason(request.query_value("unblur"));
  if (reason.size() <= kUnblurBytesMax) return reason;
  return fail(ErrorCode::kTooLarge, "`unblur` holds 500 bytes at most");
}

net::Response picture_answer(std::string bytes) {
  net::Response response;
  response.body = std::move(bytes);
  const std::string_view mime = picture_mime(response.body);
  response.content_type = mime.empty() ? "application/octet-stream" : mime;
  response.headers = {{"Cache-Control", "private, no-store"},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Content-Security-Policy", "default-src 'none'"}};
  return response;
}

}  // namespace bas::api
