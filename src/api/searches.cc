// Stored reads looked up: a plate, or everything some sites saw.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/purpose_fields.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

constexpr std::size_t kSitesMost = 100;

Result<std::vector<Id>> site_members(const Json& body) {
  std::vector<Id> sites;
  for (const std::string& one : TRY(texts_member(body, {.name = "sites", .most = kSitesMost}))) {
    const auto id = parse_id(one);
    if (!id) return fail(ErrorCode::kBadInput, "`sites` holds something that is no id");
    sites.push_back(*id);
  }
  return sites;
}

Result<flow::SearchWish> wish_of(const Json& body) {
  flow::SearchWish wish;
  const auto told = [&](std::string_view name) {
    return text_member(body, {.name = name, .bytes_max = 500, .is_required = false});
  };
  policy::Why why = TRY(why_of(body));
  wish.purpose = std::move(why.code);
  wish.case_number = std::move(why.case_number);
  wish.reason = std::move(why.reason);
  wish.danger = std::move(why.danger);
  const std::string plate = TRY(told("plate"));
  if (is_pattern(plate)) {
    return fail(ErrorCode::kBadInput,
                "`plate` must be a whole plate: parts of one are not searched yet");
  }
  wish.plate = canonical_plate(plate);
  wish.sites = TRY(site_members(body));
  wish.from = TRY(needed_time(body, "from"));
  wish.until = TRY(needed_time(body, "until"));
  wish.is_young_only = body.value("without_authorisation", Json(false)) == Json(true);
  wish.authorisation = TRY(authorisation_member(body));
  const std::string after = TRY(told("after"));
  if (!after.empty()) wish.after = TRY(parse_id(after));
  const auto limit =
      TRY(number_member(body, {.name = "limit", .least = 1, .most = flow::Searches::kPageMost}));
  if (limit) wish.limit = static_cast<std::size_t>(*limit);
  return wish;
}

Json zone_json(const flow::ZoneAnswer& zone) {
  Json json = {{"zone", zone.zone},
               {"permitted", zone.decision.permit},
               {"rules", zone.decision.rules},
               {"obligations", zone.decision.obligations}};
  if (!zone.decision.permit) {
    json["reason"] = zone.decision.reason;
    json["text"] = zone.decision.text;
  }
  return json;
}

Result<net::Response> search(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const flow::SearchWish wish = TRY(wish_of(body));
  const flow::SearchPage page = TRY(services.searches.search(wish, {who, request.remote_address}));
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Read& read : page.reads) items.push_back(read_json(*view, read, page.purpose));
  Json zones = Json::array();
  for (const flow::ZoneAnswer& zone : page.zones) zones.push_back(zone_json(zone));
  Json json = {{"items", std::move(items)},
               {"zones", std::move(zones)},
               {"ledger_number", page.ledger_number},
               {"purpose", to_string(page.purpose)}};
  if (page.next) json["next"] = to_string(*page.next);
  return json_answer(json);
}

}  // namespace

void add_searches(net::Router& router, Services& services) {
  add_acting(router, services, {"POST", "/api/v1/searches", Act::kSearch, search});
}

}  // namespace bas::api
