#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/pictures.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> page_of_hits(Services& services, const net::Request& request,
                                   const User& who) {
  const HitPage wanted = TRY(page_of(request));
  const std::uint64_t seq = services.events.seq();  // before reading: what comes later is resent
  const auto lists = TRY(services.lists.plain());
  const auto hits = TRY(services.desk.hits(wanted, {who, request.remote_address}));
  Json items = Json::array();
  for (const flow::HitWithRead& hit : hits.items)
    items.push_back(hit_json_of(services, lists, hit));
  Json body = {{"items", std::move(items)}, {"seq", seq}};
  if (hits.next) body["next"] = to_string(*hits.next);
  return json_answer(body);
}

// Whoever opened a hit is told should it be withdrawn.
Result<net::Response> one_hit(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const auto hit = TRY(services.desk.hit(id, {who, request.remote_address}));
  TRY(services.verdicts.note_view(who.id, id));
  return hit_answer(services, TRY(services.lists.plain()), hit);
}

Result<net::Response> picture(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const std::size_t number = TRY(picture_number(request));
  return picture_answer(TRY(services.desk.picture(id, number, {who, request.remote_address})));
}

}  // namespace

void add_hits(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/hits", Act::kShareHit, page_of_hits, 0});
  add_acting(router, services, {"GET", "/api/v1/hits/{id}", Act::kShareHit, one_hit, 0});
  add_acting(router, services,
             {"GET", "/api/v1/hits/{id}/pictures/{number}", Act::kShareHit, picture, 0});
}

}  // namespace bas::api
