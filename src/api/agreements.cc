// Wide searches that a colleague agrees to beforehand.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "api/search_fields.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json agreement_json(const Agreement& one) {
  const Json question = Json::parse(one.question);
  Json json = {{"id", to_string(one.id)},
               {"purpose", one.purpose},
               {"case_number", one.case_number},
               {"reason", one.reason},
               {"plate", question["plate"]},
               {"sites", question["sites"]},
               {"from", question["from"]},
               {"until", question["until"]},
               {"asked_by", to_string(one.asked_by)},
               {"asked_at", format_rfc3339(one.asked_at)},
               {"ends_at", format_rfc3339(one.until)}};
  if (one.agreed_at) {
    json["agreed_at"] = format_rfc3339(*one.agreed_at);
    json["agreed_by"] = to_string(one.agreed_by);
  }
  return json;
}

Result<net::Response> all_agreements(Services& services, const net::Request& request,
                                     const User& who) {
  Json items = Json::array();
  for (const Agreement& one : TRY(services.agreements.all({who, request.remote_address}))) {
    items.push_back(agreement_json(one));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> ask_agreement(Services& services, const net::Request& request,
                                    const User& who) {
  const Json body = TRY(json_body(request));
  const flow::SearchWish wish = TRY(search_wish_of(body));
  const auto one = TRY(services.agreements.ask(wish, {who, request.remote_address}));
  return json_answer(agreement_json(one), 201);
}

Result<net::Response> agree_to(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  return json_answer(
      agreement_json(TRY(services.agreements.agree(id, {who, request.remote_address}))));
}

}  // namespace

void add_agreements(net::Router& router, Services& services) {
  add_acting(router, services,
             {"GET", "/api/v1/agreements", Act::kAskAgreement, all_agreements, 0});
  add_acting(router, services, {"POST", "/api/v1/agreements", Act::kAskAgreement, ask_agreement});
  add_acting(router, services,
             {"POST", "/api/v1/agreements/{id}/agree", Act::kAgreeToSearch, agree_to});
}

}  // namespace bas::api
