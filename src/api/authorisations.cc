// Decisions of an authority: registered, compared with their document, used, ended.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/json_members.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json uses_json(const Authorisation& one) {
  Json uses = Json::array();
  for (const AuthorisationUse& use : one.uses) {
    uses.push_back({{"at", format_rfc3339(use.at)}, {"by", to_string(use.by)}});
  }
  return uses;
}

Json authorisation_json(Services& services, const Authorisation& one) {
  Json json = {{"id", to_string(one.id)},
               {"state", name_of(state_of(one, services.clock.now()))},
               {"zone", zone_name_json(*services.directory.view(), one.zone)},
               {"number", one.number},
               {"authority", one.authority},
               {"office", one.office},
               {"case_number", one.case_number},
               {"dated", format_rfc3339(one.dated)},
               {"expires", format_rfc3339(one.expires)},
               {"from", format_rfc3339(one.from)},
               {"until", format_rfc3339(one.until)},
               {"plates", one.plates},
               {"areas", one.areas},
               {"penalty_years", one.penalty_years},
               {"uses_max", one.uses_max},
               {"uses", uses_json(one)},
               {"registered_at", format_rfc3339(one.registered_at)},
               {"registered_by", to_string(one.registered_by)}};
  put(json, "document_sha256", one.document_sha256);
  put(json, "confirmed_at", one.confirmed_at);
  if (one.confirmed_at) json["confirmed_by"] = to_string(one.confirmed_by);
  put(json, "revoked_at", one.revoked_at);
  if (one.revoked_at) json["revoked_by"] = to_string(one.revoked_by);
  return json;
}

Result<flow::NewAuthorisation> wanted_in(const net::Request& request) {
  using flow::Authorisations;
  const Json body = TRY(json_body(request));
  flow::NewAuthorisation wanted;
  wanted.number = TRY(text_member(body, {.name = "number"}));
  wanted.authority = TRY(text_member(body, {.name = "authority"}));
  wanted.office = TRY(text_member(body, {.name = "office"}));
  wanted.case_number = TRY(text_member(body, {.name = "case_number"}));
  wanted.dated = TRY(needed_time(body, "dated"));
  wanted.expires = TRY(needed_time(body, "expires"));
  wanted.from = TRY(needed_time(body, "from"));
  wanted.until = TRY(needed_time(body, "until"));
  wanted.plates = TRY(texts_member(body, {.name = "plates", .most = Authorisations::kScopeMost}));
  wanted.areas = TRY(texts_member(body, {.name = "areas", .most = Authorisations::kScopeMost}));
  const auto years = TRY(number_member(body, {.name = "penalty_years", .least = 0, .most = 99}));
  wanted.penalty_years = static_cast<int>(years.value_or(0));
  const auto uses =
      TRY(number_member(body, {.name = "uses_max", .least = 0, .most = Authorisations::kUsesMost}));
  wanted.uses_max = static_cast<int>(uses.value_or(0));
  return wanted;
}

Result<net::Response> all(Services& services, const net::Request& request, const User& who) {
  Json items = Json::array();
  const flow::Person person{who, request.remote_address};
  for (const Authorisation& one : TRY(services.authorisations.all(person))) {
    items.push_back(authorisation_json(services, one));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> add(Services& services, const net::Request& request, const User& who) {
  const auto wanted = TRY(wanted_in(request));
  const auto one = TRY(services.authorisations.add(wanted, {who, request.remote_address}));
  return json_answer(authorisation_json(services, one), 201);
}

Result<net::Response> attach(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  return json_answer(authorisation_json(
      services,
      TRY(services.authorisations.attach(id, request.body, {who, request.remote_address}))));
}

// As it was given: nothing of the server looks into it, and a browser saves it.
Result<net::Response> document(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  net::Response response;
  response.body = TRY(services.authorisations.document(id, {who, request.remote_address}));
  response.content_type = "application/octet-stream";
  response.headers = {{"Cache-Control", "private, no-store"},
                      {"Content-Disposition", "attachment; filename=\"authorisation\""},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Content-Security-Policy", "default-src 'none'; sandbox"}};
  return response;
}

Result<net::Response> confirm(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  return json_answer(authorisation_json(
      services, TRY(services.authorisations.confirm(id, {who, request.remote_address}))));
}

Result<net::Response> revoke(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  return json_answer(authorisation_json(
      services, TRY(services.authorisations.revoke(id, {who, request.remote_address}))));
}

}  // namespace

void add_authorisations(net::Router& router, Services& services) {
  constexpr Act kSee = Act::kOpenAuthorisation;
  constexpr Act kRegister = Act::kRegisterAuthorisation;
  add_acting(router, services, {"GET", "/api/v1/authorisations", kSee, all, 0});
  add_acting(router, services, {"POST", "/api/v1/authorisations", kRegister, add});
  add_acting(router, services, {"GET", "/api/v1/authorisations/{id}/document", kSee, document, 0});
  add_acting(router, services,
             {"PUT", "/api/v1/authorisations/{id}/document", kRegister, attach,
              flow::Authorisations::kDocumentBytesMax});
  add_acting(router, services,
             {"POST", "/api/v1/authorisations/{id}/confirm", Act::kConfirmAuthorisation, confirm});
  add_acting(router, services, {"POST", "/api/v1/authorisations/{id}/revoke", kRegister, revoke});
}

}  // namespace bas::api
