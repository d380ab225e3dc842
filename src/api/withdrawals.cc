#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> withdrawn(Services& services, const net::Request& request, const User& who) {
  const auto lists = TRY(services.lists.plain());
  auto unseen = TRY(services.verdicts.withdrawn_unseen(who.id));
  Json items = Json::array();
  for (const flow::HitWithRead& hit : TRY(services.desk.shown(std::move(unseen), "withdrawn hits",
                                                              {who, request.remote_address}))) {
    items.push_back(hit_json_of(services, lists, hit));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> seen(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  TRY(services.verdicts.mark_told(who.id, id));
  net::Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_withdrawals(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/hits/withdrawn", Act::kShareHit, withdrawn, 0});
  add_acting(router, services, {"POST", "/api/v1/hits/{id}/withdrawal-seen", Act::kShareHit, seen});
}

}  // namespace bas::api
