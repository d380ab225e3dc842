#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/fields.h"
#include "api/proof.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

constexpr std::size_t kPasswordBytesMin = 8;

Result<net::Response> all_users(Services& services, const net::Request&) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const User& user : TRY(services.accounts.users())) items.push_back(user_json(*view, user));
  return json_answer({{"items", std::move(items)}});
}

Result<std::string> language_member(const Json& body) {
  std::string language = TRY(text_member(body, {.name = "language", .is_required = false}));
  if (language.empty()) return std::string("nl");
  for (const std::string_view known : {"nl", "fr", "de", "en"}) {
    if (language == known) return language;
  }
  return fail(ErrorCode::kBadInput, "`language` must be nl, fr, de or en");
}

Result<Capacity> capacity_member(const Json& body, Role role) {
  const std::string told = TRY(text_member(body, {.name = "capacity", .is_required = false}));
  const auto capacity = told.empty() ? std::optional(usual_capacity(role)) : capacity_from(told);
  if (capacity) return *capacity;
  return fail(ErrorCode::kBadInput, "`capacity` must be administrative, judicial or both");
}

Result<net::Response> add_user(Services& services, const net::Request& request,
                               const flow::Principal&) {
  const Json body = TRY(json_body(request));
  const auto view = services.directory.view();
  flow::NewUser wanted;
  wanted.name = TRY(text_member(body, {.name = "name"}));
  wanted.password = TRY(text_member(body, {.name = "password", .bytes_max = 1024}));
  if (wanted.password.size() < kPasswordBytesMin) {
    return fail(ErrorCode::kBadInput, "`password` must hold 8 bytes or more");
  }
  wanted.display_name = TRY(text_member(body, {.name = "display_name", .is_required = false}));
  wanted.language = TRY(language_member(body));
  const auto role = role_from(TRY(text_member(body, {.name = "role"})));
  if (!role) {
    return fail(ErrorCode::kBadInput,
                fmt::format("`role` must be one of: {}", fmt::join(role_names(), ", ")));
  }
  wanted.role = *role;
  wanted.role_until = TRY(time_member(body, "role_until"));
  wanted.trained_until = TRY(time_member(body, "trained_until"));
  wanted.capacity = TRY(capacity_member(body, *role));
  const std::string code = TRY(text_member(body, {.name = "zone", .is_required = false}));
  const Zone* zone = view->zone_with_code(code);
  if (zone == nullptr && !code.empty()) {
    return fail(ErrorCode::kNotFound, fmt::format("no zone has the code {}", code));
  }
  if (zone != nullptr) wanted.zone = zone->id;
  const User user = TRY(services.accounts.add_user(std::move(wanted)));
  return json_answer(user_json(*view, user), 201);
}

Result<net::Response> create_token(Services& services, const net::Request& request,
                                   const flow::Principal&) {
  const Json body = TRY(json_body(request));
  const std::string user = TRY(text_member(body, {.name = "user"}));
  std::string label = TRY(text_member(body, {.name = "label", .is_required = false}));
  const auto days = TRY(number_member(body, {.name = "days", .least = 1, .most = 3650}));
  const std::chrono::days life{static_cast<int>(days.value_or(365))};
  const auto issued = TRY(services.accounts.issue_token(user, std::move(label), life));
  return json_answer({{"id", to_string(issued.credential.id)},
                      {"token", issued.secret},
                      {"expires_at", format_rfc3339(*issued.credential.expires_at)}},
                     201);
}

}  // namespace

void add_accounts(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/users", Right::kManageAccounts, all_users});
  add_grave(router, services, {"POST", "/api/v1/users", Right::kManageAccounts, add_user});
  add_grave(router, services, {"POST", "/api/v1/tokens", Right::kManageAccounts, create_token});
}

}  // namespace bas::api
