#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr double kVersionMax = 1e9;

Result<Verdict> verdict_of(const Json& body, const User& who) {
  Verdict verdict;
  verdict.by = who.id;
  const std::string name = TRY(text_member(body, {.name = "state"}));
  const auto state = hit_state_from(name);
  if (state != HitState::kValidated && state != HitState::kRejected) {
    return fail(ErrorCode::kBadInput, "`state` must be validated or rejected");
  }
  verdict.state = *state;
  if (*state == HitState::kValidated) return verdict;
  const auto reason =
      verdict_reason_from(TRY(text_member(body, {.name = "reason", .is_required = false})));
  if (!reason || *reason == VerdictReason::kNone) {
    return fail(ErrorCode::kBadInput,
                "`reason` of a rejection must be misread, wrong_country, stale_entry, "
                "vehicle_differs, duplicate or other");
  }
  verdict.reason = *reason;
  return verdict;
}

Result<net::Response> judge(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const auto version =
      TRY(number_member(body, {.name = "version", .least = 1, .most = kVersionMax}));
  if (!version) return fail(ErrorCode::kBadInput, "`version` of the hit you looked at is needed");
  Judgement judgement;
  judgement.hit = TRY(path_id(request));
  judgement.version = static_cast<int>(*version);
  judgement.verdict = TRY(verdict_of(body, who));
  const auto judged =
      TRY(services.judging.judge(std::move(judgement), {who, request.remote_address}, {}));
  return json_answer(hit_json_of(services, TRY(services.lists.plain()), judged));
}

Result<net::Response> withdrawn(Services& services, const net::Request& request, const User& who) {
  const auto lists = TRY(services.lists.plain());
  auto unseen = TRY(services.verdicts.withdrawn_unseen(who.id));
  Json items = Json::array();
  for (const flow::HitWithRead& hit : TRY(services.desk.shown(std::move(unseen), "withdrawn hits",
                                                              {who, request.remote_address}))) {
    items.push_back(hit_json_of(services, lists, hit));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> seen(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  TRY(services.verdicts.mark_told(who.id, id));
  net::Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_verdicts(net::Router& router, Services& services) {
  add_acting(router, services, {"POST", "/api/v1/hits/{id}/verdict", Act::kValidateHit, judge});
  add_acting(router, services, {"GET", "/api/v1/hits/withdrawn", Act::kShareHit, withdrawn, 0});
  add_acting(router, services, {"POST", "/api/v1/hits/{id}/withdrawal-seen", Act::kShareHit, seen});
}

}  // namespace bas::api
