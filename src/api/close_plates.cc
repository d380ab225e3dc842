// Whose plates an account may not look up: told by administrators, never told back.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

net::Response answer(const flow::ClosePlatesCount& count) {
  return json_answer({{"own", count.own}, {"relatives", count.relatives}});
}

Result<net::Response> count_close(Services& services, const net::Request& request) {
  const Id account = TRY(path_id(request));
  return answer(TRY(services.close_plates.of(account)));
}

Result<net::Response> replace_close(Services& services, const net::Request& request,
                                    const User& who) {
  const Id account = TRY(path_id(request));
  const Json body = TRY(json_body(request));
  flow::ClosePlatesOf told;
  told.own = TRY(texts_member(body, {.name = "own", .most = flow::ClosePlates::kMost}));
  told.relatives = TRY(texts_member(body, {.name = "relatives", .most = flow::ClosePlates::kMost}));
  return answer(TRY(services.close_plates.set(account, told, {who, request.remote_address})));
}

}  // namespace

void add_close_plates(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/users/{id}/close-plates", Act::kSeePeople, count_close});
  add_acting(router, services,
             {"PUT", "/api/v1/users/{id}/close-plates", Act::kManagePeople, replace_close});
}

}  // namespace bas::api
