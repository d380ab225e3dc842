#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/answers.h"
#include "api/hit_pages.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> own_batches(Services& services, const net::Request& request,
                                  const User& who) {
  Json items = Json::array();
  for (const BatchCount& batch : TRY(services.desk.batches({who, request.remote_address}))) {
    const UtcTime ready_at = batch_ready_at(batch.day);
    items.push_back({{"day", format_day(batch.day)},
                     {"vehicles", batch.vehicles},
                     {"open", batch.open},
                     {"ready", ready_at <= services.clock.now()},
                     {"ready_at", format_rfc3339(ready_at)}});
  }
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_batches(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/batches", Act::kShareHit, own_batches, 0});
}

}  // namespace bas::api
