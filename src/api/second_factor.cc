// The second factor of who is signed in, and its end by an administrator for who lost it.
#include <nlohmann/json.hpp>

#include "api/account_acts.h"
#include "api/fields.h"
#include "api/proof.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<net::Response> factor_state(Services& services, const User& who) {
  const auto state = TRY(services.factors.state(who.id));
  return json_answer({{"is_on", state.is_on}, {"recovery_codes", state.recovery_codes}});
}

Result<net::Response> begin_factor(Services& services, const User& who) {
  const auto enrolment = TRY(services.factors.begin(who));
  return json_answer({{"secret", enrolment.secret}, {"url", enrolment.url}}, 201);
}

Result<net::Response> confirm_factor(Services& services, const net::Request& request,
                                     const User& who) {
  const Json body = TRY(json_body(request));
  const std::string code = TRY(text_member(body, {.name = "code", .bytes_max = 64}));
  auto codes = services.factors.confirm(who.id, code);
  if (!codes && codes.error().code == ErrorCode::kRefused) {
    return fail(ErrorCode::kBadInput, codes.error().text);
  }
  return json_answer({{"recovery_codes", TRY(std::move(codes))}});
}

Result<net::Response> reset_factor(Services& services, const net::Request& request,
                                   const flow::Principal& who) {
  const Id id = TRY(path_id(request));
  if (!TRY(services.accounts.user(id))) {
    return fail(ErrorCode::kNotFound, "there is no such account");
  }
  const Json said = {{"account", to_string(id)}};
  TRY(tell_account_act(services, {request, who}, "second factor reset", said));
  TRY(services.factors.reset(id));
  net::Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_second_factor(net::Router& router, Services& services) {
  add_acting(router, services,
             {"GET", "/api/v1/session/second-factor", Act::kUseAccount,
              [](Services& given, const net::Request&, const User& who) {
                return factor_state(given, who);
              }});
  // A program's token acts for an account; what its person signs in with is not for it to change.
  add_personal(router, services,
               {"POST", "/api/v1/session/second-factor", Act::kUseAccount,
                [](Services& given, const net::Request&, const flow::Principal& who) {
                  return begin_factor(given, who.user);
                }});
  add_personal(router, services,
               {"POST", "/api/v1/session/second-factor/confirm", Act::kUseAccount,
                [](Services& given, const net::Request& request, const flow::Principal& who) {
                  return confirm_factor(given, request, who.user);
                }});
  add_grave(router, services,
            {"POST", "/api/v1/users/{id}/second-factor/reset", Act::kManagePeople, reset_factor});
}

}  // namespace bas::api
