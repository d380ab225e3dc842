// Outlets: where events go for those who are not at a desk.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/outlet_views.h"
#include "api/own_zone.h"
#include "api/resources.h"
#include "api/versions.h"

namespace bas::api {

namespace {

constexpr std::size_t kTargetMost = 2'000;
constexpr std::size_t kDeliveriesMost = 500;

net::Response outlet_answer(Services& services, const Outlet& outlet) {
  return json_answer(outlet_json(*services.directory.view(), outlet, services.clock.now()));
}

net::Response made_answer(Services& services, const Outlet& outlet) {
  const auto view = services.directory.view();
  return json_answer(outlet_with_key_json(*view, outlet, services.clock.now()), 201);
}

// The outlet that the path names, of which this person may do that.
Result<Outlet> own_outlet(Services& services, const Asking& asking) {
  const Id id = TRY(path_id(asking.request));
  Outlet outlet = TRY(services.outlets.one(id));
  TRY(check_zone(services, outlet.zone, asking));
  return outlet;
}

// One of a table's names; nothing when absent.
template <typename Table>
auto word_member(const Json& body, std::string_view name, const Table& table)
    -> Result<decltype(table.find(name))> {
  const std::string text = TRY(text_member(body, {.name = name, .is_required = false}));
  if (text.empty()) return std::nullopt;
  const auto found = table.find(text);
  if (found) return found;
  return fail(ErrorCode::kBadInput, "`" + std::string(name) + "` is none of the known words");
}

Result<std::vector<OutletEvent>> events_member(const Json& body) {
  std::vector<OutletEvent> events;
  for (const std::string& name : TRY(texts_member(body, {.name = "events"}))) {
    const auto event = kOutletEventNames.find(name);
    if (!event || *event == OutletEvent::kTest) {
      return fail(ErrorCode::kBadInput, "`events` holds a type that no outlet can ask for");
    }
    if (!std::ranges::count(events, *event)) events.push_back(*event);
  }
  return events;
}

Result<Id> zone_member(Services& services, const Json& body) {
  const std::string code = TRY(text_member(body, {.name = "zone", .is_required = false}));
  if (code.empty()) return Id{};
  const Zone* zone = services.directory.view()->zone_with_code(code);
  if (zone == nullptr) return fail(ErrorCode::kBadInput, "`zone` must be the code of a zone");
  return zone->id;
}

Result<net::Response> all_outlets(Services& services, const net::Request&, const User& who) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Outlet& outlet : services.outlets.all()) {
    if (!services.gate.is_in_zone(Act::kSeeOutlets, outlet.zone, who)) continue;
    items.push_back(outlet_json(*view, outlet, services.clock.now()));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> make_outlet(Services& services, const net::Request& request,
                                  const User& who) {
  const Json body = TRY(json_body(request));
  flow::OutletWish wish;
  wish.zone = TRY(zone_member(services, body));
  TRY(check_zone(services, wish.zone, {request, who, Act::kTendOutlets}));
  wish.title = TRY(text_member(body, {.name = "title"}));
  wish.way = TRY(word_member(body, "way", kOutletWayNames)).value_or(OutletWay::kWebhook);
  wish.target = TRY(text_member(body, {.name = "target", .bytes_max = kTargetMost}));
  wish.events = TRY(events_member(body));
  wish.signing =
      TRY(word_member(body, "signing", kOutletSigningNames)).value_or(OutletSigning::kEd25519);
  wish.request_key = TRY(key_asked(request));
  const auto made = TRY(services.outlets.make(std::move(wish), who.id));
  if (made.is_new) return made_answer(services, made.outlet);
  return outlet_answer(services, made.outlet);
}

Result<net::Response> one_outlet(Services& services, const net::Request& request, const User& who) {
  return outlet_answer(services, TRY(own_outlet(services, {request, who, Act::kSeeOutlets})));
}

Result<net::Response> change_outlet(Services& services, const net::Request& request,
                                    const User& who) {
  const Outlet now = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  const Json body = TRY(json_body(request));
  flow::OutletWish wish{.title = now.title, .target = now.target, .events = now.events};
  if (body.contains("title")) wish.title = TRY(text_member(body, {.name = "title"}));
  if (body.contains("target")) {
    wish.target = TRY(text_member(body, {.name = "target", .bytes_max = kTargetMost}));
  }
  if (body.contains("events")) wish.events = TRY(events_member(body));
  return outlet_answer(services, TRY(services.outlets.change(now.id, wish)));
}

Result<net::Response> remove_outlet(Services& services, const net::Request& request,
                                    const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  TRY(services.deliveries.remove(outlet.id));
  net::Response response;
  response.status = 204;
  return response;
}

Result<net::Response> rotate_key(Services& services, const net::Request& request, const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  return made_answer(services, TRY(services.outlets.rotate(outlet.id)));
}

Result<net::Response> enable_outlet(Services& services, const net::Request& request,
                                    const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  return outlet_answer(services, TRY(services.outlets.enable(outlet.id)));
}

Result<net::Response> test_outlet(Services& services, const net::Request& request,
                                  const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  return json_answer(delivery_json(TRY(services.deliveries.test(outlet.id))), 202);
}

Result<net::Response> page_of_deliveries(Services& services, const net::Request& request,
                                         const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kSeeOutlets}));
  DeliveryPage page{.outlet = outlet.id};
  page.before = TRY(query_id(request, "before"));
  page.limit = TRY(query_number(request, {.name = "limit", .most = kDeliveriesMost}));
  const std::string_view state = request.query_value("state");
  page.state = kDeliveryStateNames.find(state);
  if (!state.empty() && !page.state) {
    return fail(ErrorCode::kBadInput, "`state` must be waiting, delivered or dead");
  }
  Json items = Json::array();
  for (const OutletDelivery& one : TRY(services.deliveries.deliveries(page))) {
    items.push_back(delivery_json(one));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> replay_delivery(Services& services, const net::Request& request,
                                      const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  const auto id = parse_id(request.path_value("delivery"));
  if (!id) return fail(ErrorCode::kNotFound, "there is no such delivery");
  return json_answer(delivery_json(TRY(services.deliveries.replay(outlet.id, *id))), 202);
}

Result<net::Response> replay_period(Services& services, const net::Request& request,
                                    const User& who) {
  const Outlet outlet = TRY(own_outlet(services, {request, who, Act::kTendOutlets}));
  const Json body = TRY(json_body(request));
  const UtcTime from = TRY(needed_time(body, "from"));
  const UtcTime until = TRY(needed_time(body, "until"));
  const auto replayed = TRY(services.deliveries.replay({outlet.id, from, until}));
  return json_answer({{"deliveries", replayed}}, 202);
}

}  // namespace

void add_outlets(net::Router& router, Services& services) {
  constexpr Act kSee = Act::kSeeOutlets;
  constexpr Act kTend = Act::kTendOutlets;
  add_acting(router, services, {"GET", "/api/v1/outlets", kSee, all_outlets, 0});
  add_acting(router, services, {"POST", "/api/v1/outlets", kTend, make_outlet});
  add_acting(router, services, {"GET", "/api/v1/outlets/{id}", kSee, one_outlet, 0});
  add_acting(router, services, {"PATCH", "/api/v1/outlets/{id}", kTend, change_outlet});
  add_acting(router, services, {"DELETE", "/api/v1/outlets/{id}", kTend, remove_outlet});
  add_acting(router, services, {"POST", "/api/v1/outlets/{id}/key", kTend, rotate_key});
  add_acting(router, services, {"POST", "/api/v1/outlets/{id}/enable", kTend, enable_outlet});
  add_acting(router, services, {"POST", "/api/v1/outlets/{id}/test", kTend, test_outlet});
  add_acting(router, services,
             {"GET", "/api/v1/outlets/{id}/deliveries", kSee, page_of_deliveries, 0});
  add_acting(router, services, {"POST", "/api/v1/outlets/{id}/replay", kTend, replay_period});
  add_acting(router, services,
             {"POST", "/api/v1/outlets/{id}/deliveries/{delivery}/replay", kTend, replay_delivery});
}

}  // namespace bas::api
