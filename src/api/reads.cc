#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

Result<net::Response> one_read(Services& services, const net::Request& request) {
  const Id id = TRY(path_id(request));
  const Read read = TRY(services.reads.read(id));
  return json_answer(read_json(*services.directory.view(), read));
}

Result<net::Response> picture(Services& services, const net::Request& request) {
  const Id id = TRY(path_id(request));
  const Read read = TRY(services.reads.read(id));
  std::size_t number = 0;
  for (const char c : request.path_value("number").substr(0, 4)) {
    if (c < '0' || c > '9') return fail(ErrorCode::kNotFound, "there is no such picture");
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  net::Response response;
  response.body = TRY(services.reads.picture(read, number));
  const std::string_view mime = picture_mime(response.body);
  response.content_type = mime.empty() ? "application/octet-stream" : mime;
  response.headers = {{"Cache-Control", "private, no-store"},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Content-Security-Policy", "default-src 'none'"}};
  return response;
}

}  // namespace

void add_reads(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/reads/{id}", Right::kSeeHits, one_read});
  add_reading(router, services, {"/api/v1/reads/{id}/pictures/{number}", Right::kSeeHits, picture});
}

}  // namespace bas::api
