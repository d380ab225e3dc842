// What is kept of one plate, sealed for whom it belongs to.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "base/encode.h"

namespace bas::api {

namespace {

Result<flow::SubjectWish> subject_in(const Json& body) {
  flow::SubjectWish wish;
  wish.plate = TRY(plate_member(body)).text;
  const std::string through = TRY(text_member(body, {.name = "through", .is_required = false}));
  wish.through =
      policy::kSubjectThroughNames.find(through).value_or(policy::SubjectThrough::kNobody);
  wish.proof = TRY(text_member(body, {.name = "proof", .bytes_max = 500, .is_required = false}));
  wish.recipient = TRY(text_member(body, {.name = "recipient", .bytes_max = 200}));
  const std::string key = TRY(text_member(body, {.name = "public_key"}));
  wish.public_key = TRY(from_base64(key));
  return wish;
}

Result<net::Response> make_package(Services& services, const net::Request& request,
                                   const User& who) {
  const Json body = TRY(json_body(request));
  const auto wish = TRY(subject_in(body));
  const auto package = TRY(services.subject_packages.make(wish, {who, request.remote_address}));
  return json_answer({{"sealed", to_base64(package.sealed)},
                      {"sha256", package.sha256},
                      {"reads", package.reads},
                      {"consultations", package.consultations},
                      {"ledger_number", package.ledger_number}},
                     201);
}

}  // namespace

void add_subject_packages(net::Router& router, Services& services) {
  add_acting(router, services,
             {"POST", "/api/v1/subject-packages", Act::kAnswerSubject, make_package});
}

}  // namespace bas::api
