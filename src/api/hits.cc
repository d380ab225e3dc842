#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> page_of_hits(Services& services, const net::Request& request) {
  const HitPage wanted = TRY(page_of(request));
  const std::uint64_t seq = services.events.seq();  // before reading: what comes later is resent
  const auto lists = TRY(services.lists.plain());
  const auto hits = TRY(services.reads.hits(wanted));
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
  const auto hit = TRY(services.reads.hit(id));
  TRY(services.verdicts.note_view(who.id, id));
  return json_answer(hit_json_of(services, TRY(services.lists.plain()), hit));
}

}  // namespace

void add_hits(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/hits", Right::kSeeHits, page_of_hits});
  add_acting(router, services, {"GET", "/api/v1/hits/{id}", Right::kSeeHits, one_hit, 0});
}

}  // namespace bas::api
