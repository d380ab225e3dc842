// Stored reads looked up: a plate, or everything some sites saw.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

constexpr std::size_t kSitesMost = 100;

Result<UtcTime> needed_time(const Json& body, std::string_view name) {
  const auto time = TRY(time_member(body, name));
  if (time) return *time;
  return fail(ErrorCode::kBadInput, "`" + std::string(name) + "` is needed");
}

Result<std::vector<Id>> site_members(const Json& body) {
  std::vector<Id> sites;
  const auto named = body.find("sites");
  if (named == body.end()) return sites;
  if (!named->is_array() || named->size() > kSitesMost) {
    return fail(ErrorCode::kBadInput, "`sites` is a list of at most 100 ids");
  }
  for (const Json& one : *named) {
    const std::string text = one.is_string() ? one.get<std::string>() : std::string();
    const auto id = parse_id(text);
    if (!id) return fail(ErrorCode::kBadInput, "`sites` holds something that is no id");
    sites.push_back(*id);
  }
  return sites;
}

// Purpose, case and reason may be absent here: that is for policy to refuse, and for the ledger to
// know.
Result<flow::SearchWish> wish_of(const Json& body) {
  flow::SearchWish wish;
  const auto told = [&](std::string_view name) {
    return text_member(body, {.name = name, .bytes_max = 500, .is_required = false});
  };
  wish.purpose = TRY(told("purpose"));
  wish.case_number = TRY(told("case_number"));
  wish.reason = TRY(told("reason"));
  const std::string plate = TRY(told("plate"));
  if (is_pattern(plate)) {
    return fail(ErrorCode::kBadInput,
                "`plate` must be a whole plate: parts of one are not searched yet");
  }
  wish.plate = canonical_plate(plate);
  wish.sites = TRY(site_members(body));
  wish.from = TRY(needed_time(body, "from"));
  wish.until = TRY(needed_time(body, "until"));
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
  for (const Read& read : page.reads) items.push_back(read_json(*view, read));
  Json zones = Json::array();
  for (const flow::ZoneAnswer& zone : page.zones) zones.push_back(zone_json(zone));
  Json json = {{"items", std::move(items)},
               {"zones", std::move(zones)},
               {"ledger_number", page.ledger_number}};
  if (page.next) json["next"] = to_string(*page.next);
  return json_answer(json);
}

}  // namespace

void add_searches(net::Router& router, Services& services) {
  add_acting(router, services, {"POST", "/api/v1/searches", Right::kSearch, search});
}

}  // namespace bas::api
