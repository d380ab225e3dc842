#include <nlohmann/json.hpp>

#include "api/account_acts.h"
#include "api/account_members.h"
#include "api/fields.h"
#include "api/proof.h"
#include "api/resources.h"
#include "api/versions.h"
#include "api/views.h"

namespace bas::api {

namespace {

Result<net::Response> all_users(Services& services, const net::Request&) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const User& user : TRY(services.accounts.users())) items.push_back(user_json(*view, user));
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> add_user(Services& services, const net::Request& request,
                               const flow::Principal& who) {
  const Json body = TRY(json_body(request));
  const auto view = services.directory.view();
  flow::NewUser wanted;
  wanted.name = TRY(text_member(body, {.name = "name"}));
  wanted.password = TRY(password_member(body));
  wanted.display_name = TRY(text_member(body, {.name = "display_name", .is_required = false}));
  wanted.language = TRY(language_member(body));
  wanted.role = TRY(role_member(body));
  wanted.role_until = TRY(time_member(body, "role_until"));
  wanted.trained_until = TRY(time_member(body, "trained_until"));
  wanted.capacity = TRY(capacity_member(body, wanted.role));
  wanted.is_break_glass = TRY(flag_member(body, "break_glass"));
  wanted.zone = TRY(zone_member(*view, body));
  const bool has_terms = wanted.role_until && wanted.trained_until;
  if (!has_terms && !wanted.is_break_glass) {
    return fail(ErrorCode::kBadInput,
                "`role_until` and `trained_until` are needed: an account whose role or training "
                "has ended can only sign out");
  }
  TRY(tell_account_act(services, {request, who}, "account", body));
  const User user = TRY(services.accounts.add_user(std::move(wanted)));
  net::Response response = json_answer(user_json(*view, user), 201);
  response.headers.push_back(etag_of(user.version));
  return response;
}

Result<net::Response> create_token(Services& services, const net::Request& request,
                                   const flow::Principal& who) {
  const Json body = TRY(json_body(request));
  const std::string user = TRY(text_member(body, {.name = "user"}));
  std::string label = TRY(text_member(body, {.name = "label", .is_required = false}));
  const auto days = TRY(number_member(body, {.name = "days", .least = 1, .most = 3650}));
  const std::chrono::days life{static_cast<int>(days.value_or(365))};
  TRY(tell_account_act(services, {request, who}, "token", body));
  const auto issued = TRY(services.accounts.issue_token(user, std::move(label), life));
  return json_answer({{"id", to_string(issued.credential.id)},
                      {"token", issued.secret},
                      {"expires_at", format_rfc3339(*issued.credential.expires_at)}},
                     201);
}

}  // namespace

void add_accounts(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/users", Act::kSeePeople, all_users});
  add_grave(router, services, {"POST", "/api/v1/users", Act::kManagePeople, add_user});
  add_grave(router, services, {"POST", "/api/v1/tokens", Act::kManagePeople, create_token});
}

}  // namespace bas::api
