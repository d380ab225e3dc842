// Trying a token of the identity provider, for who sets it up.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr std::size_t kTriedBytesMax = 16 * 1024;

Json row_json(const flow::GroupRow& row) {
  Json out = {{"group", row.group},
              {"role", name_of(row.role)},
              {"capacity", name_of(row.capacity)},
              {"role_days", row.role_life.count()},
              {"trained_until", format_rfc3339(row.trained_until)}};
  if (!row.zone.empty()) out["zone"] = row.zone;
  return out;
}

Json trial_json(const flow::TokenTrial& trial) {
  Json groups = Json::array();
  for (const flow::GroupFinding& finding : trial.groups) {
    Json one = {{"group", finding.group}};
    if (finding.row != nullptr) {
      one["stands_for"] = row_json(*finding.row);
      one["zone_known"] = finding.is_zone_known;
    }
    groups.push_back(std::move(one));
  }
  Json out = {{"issuer", trial.person.identity.issuer}, {"groups", std::move(groups)}};
  if (!trial.person.identity.subject.empty()) out["subject"] = trial.person.identity.subject;
  if (!trial.person.name.empty()) out["name"] = trial.person.name;
  if (!trial.refusal.empty()) out["refusal"] = trial.refusal;
  if (trial.deciding != nullptr) out["decides"] = row_json(*trial.deciding);
  return out;
}

// `token` as text, or `claims` as an object.
Result<net::Response> try_token(Services& services, const net::Request& request) {
  const Json body = TRY(json_body(request));
  std::string tried =
      TRY(text_member(body, {.name = "token", .bytes_max = kTriedBytesMax, .is_required = false}));
  const auto claims = body.find("claims");
  const bool has_claims = claims != body.end() && claims->is_object();
  if (tried.empty() != has_claims) {
    return fail(ErrorCode::kBadInput, "give either `token` or `claims`, an object");
  }
  if (has_claims) tried = claims->dump();
  return json_answer(trial_json(TRY(services.token_trials.of(tried))));
}

}  // namespace

void add_token_trials(net::Router& router, Services& services) {
  add_writing(router, services,
              {.method = "POST",
               .pattern = "/api/v1/sign-in/provider/try",
               .act = Act::kSeePeople,
               .handler = try_token});
}

}  // namespace bas::api
