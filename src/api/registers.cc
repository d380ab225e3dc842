#include "api/access.h"
#include "api/json_members.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> all_registers(Services& services, const net::Request&) {
  Json items = Json::array();
  for (const RegisterState& one : services.registers()) {
    Json item = {{"name", one.name}, {"state", one.state}};
    put(item, "succeeded_at", one.succeeded_at);
    put(item, "failure", one.failure);
    item["asked"] = one.asked;
    item["failed"] = one.failed;
    items.push_back(std::move(item));
  }
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_registers(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/registers", Act::kSeeLists, all_registers});
}

}  // namespace bas::api
