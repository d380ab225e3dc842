#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/list_settings.h"
#include "api/list_views.h"
#include "api/own_zone.h"
#include "api/resources.h"
#include "flow/category_terms.h"

namespace bas::api {

namespace {

bool is_list_name(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.empty() && name.size() <= 64 && name.front() != '-' &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

Result<List> named(Services& services, const net::Request& request) {
  return services.lists.named(request.path_value("name"));
}

Result<List> list_to_change(Services& services, const net::Request& request, const User& who) {
  return own_list(services, {request, who, Act::kChangeList});
}

Result<net::Response> answer(Services& services, const List& list, int status = 200) {
  const auto view = services.directory.view();
  return json_answer(list_json(*view, TRY(services.list_reports.of(list))), status);
}

Result<net::Response> all_lists(Services& services, const net::Request&) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const flow::ListStatus& status : TRY(services.list_reports.all())) {
    items.push_back(list_json(*view, status));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> one_list(Services& services, const net::Request& request) {
  return answer(services, TRY(named(services, request)));
}

// A profile and a source are looked at before they are kept: later nobody would be there to tell.
Result<> check_settings(Services& services, const List& list) {
  TRY(flow::profile_from(list.profile));
  if (!list.source.empty()) TRY(services.check_source(list));
  const bool may_alarm = services.gate.regime().allows_inexact_alarms;
  if (list.match.inexact == InexactUse::kAlarm && !may_alarm) {
    return fail(ErrorCode::kRefused,
                "R31: what is not exactly the plate never alarms here: let `match.inexact` be "
                "review or nothing");
  }
  return {};
}

Result<net::Response> add_list(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  List wanted;
  wanted.name = TRY(text_member(body, {.name = "name"}));
  if (!is_list_name(wanted.name)) {
    return fail(ErrorCode::kBadInput,
                "`name` must hold small letters, digits and hyphens, 64 at most");
  }
  TRY(put_list_settings(body, wanted));
  const std::string code = TRY(text_member(body, {.name = "owner_zone"}));
  const auto view = services.directory.view();
  const Zone* owner = view->zone_with_code(code);
  if (owner == nullptr) {
    return fail(ErrorCode::kNotFound, fmt::format("no zone has the code {}", code));
  }
  wanted.owner_zone = owner->id;
  TRY(check_zone(services, owner->id, {request, who, Act::kChangeList}));
  if (!body.contains("valid_days")) {
    const std::string& category = wanted.category.empty() ? wanted.name : wanted.category;
    wanted.valid_days = flow::standard_valid_days(category);
  }
  TRY(check_settings(services, wanted));
  return answer(services, TRY(services.lists.add(std::move(wanted))), 201);
}

Result<net::Response> change_list(Services& services, const net::Request& request,
                                  const User& who) {
  List list = TRY(list_to_change(services, request, who));
  const std::string before = list.source;
  const Json body = TRY(json_body(request));
  TRY(put_list_settings(body, list));
  TRY(check_settings(services, list));
  const List changed = TRY(services.lists.change(list));
  if (changed.source != before) TRY(services.list_keeper.forget(list.id));
  return answer(services, changed);
}

Result<net::Response> suspend(Services& services, const net::Request& request, const User& who) {
  const List list = TRY(list_to_change(services, request, who));
  const Json body = TRY(json_body(request));
  std::string because = TRY(text_member(body, {.name = "because", .bytes_max = 500}));
  return answer(services, TRY(services.lists.suspend(list.id, std::move(because))));
}

Result<net::Response> resume(Services& services, const net::Request& request, const User& who) {
  const List list = TRY(list_to_change(services, request, who));
  return answer(services, TRY(services.lists.suspend(list.id, {})));
}

Result<net::Response> sync(Services& services, const net::Request& request, const User& who) {
  const List list = TRY(list_to_change(services, request, who));
  const auto begun = TRY(services.list_keeper.sync(list, who.id));
  Json body = {{"changed", begun.has_value()}};
  if (begun) body["revision"] = revision_json(*begun);
  return json_answer(body);
}

Result<net::Response> profiles(Services&, const net::Request&) {
  Json items = Json::array();
  for (const std::string_view name : profiles::Profile::names()) items.push_back(name);
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_lists(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/lists", Act::kSeeLists, all_lists});
  add_acting(router, services, {"POST", "/api/v1/lists", Act::kChangeList, add_list});
  add_reading(router, services, {"/api/v1/lists/{name}", Act::kSeeLists, one_list});
  add_acting(router, services, {"PATCH", "/api/v1/lists/{name}", Act::kChangeList, change_list});
  add_acting(router, services, {"POST", "/api/v1/lists/{name}/suspend", Act::kChangeList, suspend});
  add_acting(router, services, {"POST", "/api/v1/lists/{name}/resume", Act::kChangeList, resume});
  add_acting(router, services, {"POST", "/api/v1/lists/{name}/sync", Act::kChangeList, sync});
  add_reading(router, services, {"/api/v1/profiles", Act::kSeeLists, profiles});
}

}  // namespace bas::api
