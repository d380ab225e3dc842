// What somebody is working on: stated once, named by what is opened for it.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/purpose_fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Json purpose_json(const flow::StatedPurpose& stated) {
  Json json = {{"id", to_string(stated.id)},
               {"purpose", stated.why.code},
               {"case_number", stated.why.case_number},
               {"reason", stated.why.reason},
               {"until", format_rfc3339(stated.until)}};
  if (stated.authorisation) json["authorisation"] = to_string(*stated.authorisation);
  return json;
}

Result<net::Response> all_purposes(Services& services, const net::Request&, const User& who) {
  Json items = Json::array();
  for (const flow::StatedPurpose& one : services.purposes.all(who.id)) {
    items.push_back(purpose_json(one));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> state_purpose(Services& services, const net::Request& request,
                                    const User& who) {
  const Json body = TRY(json_body(request));
  flow::StatedPurpose wanted;
  wanted.why = TRY(why_of(body));
  wanted.authorisation = TRY(authorisation_member(body));
  const auto stated =
      TRY(services.purposes.state(std::move(wanted), {who, request.remote_address}));
  return json_answer(purpose_json(stated), 201);
}

}  // namespace

void add_purposes(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/purposes", Act::kUseAccount, all_purposes, 0});
  add_acting(router, services, {"POST", "/api/v1/purposes", Act::kOpenRead, state_purpose});
}

}  // namespace bas::api
