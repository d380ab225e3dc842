// Changing an account: by an administrator, and its own password by its person.
#include <nlohmann/json.hpp>

#include "api/account_acts.h"
#include "api/account_members.h"
#include "api/proof.h"
#include "api/resources.h"
#include "api/versions.h"
#include "api/views.h"

namespace bas::api {

namespace {

bool has(const Json& body, const char* name) { return body.contains(name); }

// null takes the end away.
Result<std::optional<std::optional<UtcTime>>> end_member(const Json& body, const char* name) {
  if (!has(body, name)) return std::nullopt;
  if (body[name].is_null()) return std::optional(std::optional<UtcTime>());
  return std::optional(TRY(time_member(body, name)));
}

Result<flow::UserChange> change_in(const Services& services, const Json& body, const User& user) {
  flow::UserChange change;
  if (has(body, "password")) change.password = TRY(password_member(body));
  if (has(body, "display_name")) {
    change.display_name = TRY(text_member(body, {.name = "display_name"}));
  }
  if (has(body, "language")) change.language = TRY(language_member(body));
  if (has(body, "zone")) change.zone = TRY(zone_member(*services.directory.view(), body));
  if (has(body, "role")) change.role = TRY(role_member(body));
  const Role role = change.role.value_or(user.role);
  if (has(body, "capacity")) change.capacity = TRY(capacity_member(body, role));
  change.role_until = TRY(end_member(body, "role_until"));
  change.trained_until = TRY(end_member(body, "trained_until"));
  if (has(body, "disabled")) change.is_disabled = TRY(flag_member(body, "disabled"));
  return change;
}

net::Response account_answer(const Services& services, const User& user) {
  net::Response response = json_answer(user_json(*services.directory.view(), user));
  response.headers.push_back(etag_of(user.version));
  return response;
}

net::Response changed_first(const net::Request& request) {
  return problem({ProblemType::kVersionChanged,
                  "The account is no longer in the version that If-Match names.", request.id});
}

Result<net::Response> change_user(Services& services, const net::Request& request,
                                  const flow::Principal& who) {
  const Id id = TRY(path_id(request));
  const Json body = TRY(json_body(request));
  const auto user = TRY(services.accounts.user(id));
  if (!user) return fail(ErrorCode::kNotFound, "there is no such account");
  if (request.header("If-Match").empty()) {
    return problem({ProblemType::kPreconditionRequired, {}, request.id});
  }
  if (!is_for_version(request, user->version)) return changed_first(request);
  auto change = TRY(change_in(services, body, *user));
  change.seen = user->version;
  if (id == who.user.id && (change.is_disabled.value_or(false) || change.role)) {
    return fail(ErrorCode::kConflict,
                "nobody disables itself or changes its own role: ask another administrator");
  }
  Json said = body;
  said["account"] = to_string(id);
  TRY(tell_account_act(services, {request, who}, "account changed", said));
  const auto changed = services.accounts.change_user(id, change);
  if (!changed) {
    // In conflict with another administrator, or with what a provider says of the account.
    const auto now = TRY(services.accounts.user(id));
    if (now && now->version != user->version) return changed_first(request);
    return tl::make_unexpected(changed.error());
  }
  services.followers.end_all(changed->credentials);
  return account_answer(services, changed->user);
}

Result<net::Response> change_own_password(Services& services, const net::Request& request,
                                          const flow::Principal& who) {
  const Json body = TRY(json_body(request));
  flow::UserChange change;
  change.password = TRY(password_member(body));
  const Json said = {{"account", to_string(who.user.id)}, {"password", ""}};
  TRY(tell_account_act(services, {request, who, policy::Act::kUseAccount}, "account changed",
                       said));
  auto changed = TRY(services.accounts.change_user(who.user.id, change, who.credential.id));
  std::erase_if(changed.credentials, [&](const Credential& one) {
    return one.kind != CredentialKind::kSession || one.id == who.credential.id;
  });
  services.followers.end_all(changed.credentials);
  net::Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_account_changes(net::Router& router, Services& services) {
  add_grave(router, services, {"PATCH", "/api/v1/users/{id}", Act::kManagePeople, change_user});
  add_personal(router, services,
               {"POST", "/api/v1/session/password", Act::kUseAccount, change_own_password});
}

}  // namespace bas::api
