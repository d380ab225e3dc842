// Single reads and their pictures, for a stated purpose.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/pictures.h"
#include "api/purpose_fields.h"
#include "api/read_views.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> one_read(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const Id purpose = TRY(query_id(request, kFor));
  const Read read = TRY(services.openings.read(id, purpose, {who, request.remote_address}));
  return json_answer(read_json(*services.directory.view(), read, purpose));
}

Result<net::Response> picture_of_read(Services& services, const net::Request& request,
                                      const User& who) {
  const flow::Openings::AskedPicture asked{.read = TRY(path_id(request)),
                                           .number = TRY(picture_number(request)),
                                           .purpose = TRY(query_id(request, kFor)),
                                           .unblur_reason = TRY(unblur_reason(request))};
  return picture_answer(TRY(services.openings.picture(asked, {who, request.remote_address})));
}

}  // namespace

void add_reads(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/reads/{id}", Act::kOpenRead, one_read, 0});
  add_acting(
      router, services,
      {"GET", "/api/v1/reads/{id}/pictures/{number}", Act::kOpenPicture, picture_of_read, 0});
}

}  // namespace bas::api
