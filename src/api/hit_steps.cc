// The verbs of the desk: every step a person takes with a hit.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/hit_pages.h"
#include "api/hit_views.h"
#include "api/resources.h"
#include "api/versions.h"

namespace bas::api {

namespace {

constexpr std::size_t kRejectedAtOnceMax = 100;
constexpr Priority kFirstOfBulk = 3;  // what leads to a stop is looked at one by one

struct Asked {
  const net::Request& request;
  const User& who;
};

HitStep step_of(StepKind kind) {
  HitStep step;
  step.kind = kind;
  return step;
}

// Somebody was first: who, what and when, as far as this person sees the hit.
Result<net::Response> overtaken(Services& services, const Asked& asked, const StepWish& wish,
                                const Error& error) {
  const flow::Person who{asked.who, asked.request.remote_address};
  const auto hit = TRY(services.judging.seen(wish.hit, who));
  const bool has_changed = wish.version != 0 && wish.version != hit.hit.life.version;
  Json extra = Json::object();
  const auto steps = TRY(services.judging.steps(wish.hit, who));
  if (!steps.empty()) extra["last_step"] = step_json(*services.directory.view(), steps.back());
  const ProblemType type = has_changed ? ProblemType::kVersionChanged : ProblemType::kConflict;
  return problem({type, error.text, asked.request.id}, extra);
}

Result<net::Response> take(Services& services, const Asked& asked, HitStep step) {
  const auto version = version_asked(asked.request);
  if (!version) return problem({ProblemType::kPreconditionRequired, {}, asked.request.id});
  StepWish wish{TRY(path_id(asked.request)), *version, std::move(step),
                TRY(key_asked(asked.request))};
  const auto taken = services.judging.take(wish, {asked.who, asked.request.remote_address}, {});
  if (taken) return hit_answer(services, TRY(services.lists.plain()), *taken);
  if (taken.error().code != ErrorCode::kConflict) return tl::make_unexpected(taken.error());
  return overtaken(services, asked, wish, taken.error());
}

Result<net::Response> claim(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const bool takes_over = body.value("take_over", Json(false)) == Json(true);
  return take(services, {request, who},
              step_of(takes_over ? StepKind::kTakeOver : StepKind::kClaim));
}

Result<VerdictReason> reason_in(const Json& body) {
  const auto reason =
      verdict_reason_from(TRY(text_member(body, {.name = "reason", .is_required = false})));
  if (reason && *reason != VerdictReason::kNone) return *reason;
  return fail(ErrorCode::kBadInput,
              "`reason` of a rejection must be misread, wrong_country, stale_entry, "
              "vehicle_differs, duplicate or other");
}

Result<net::Response> judge(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const auto state = hit_state_from(TRY(text_member(body, {.name = "state"})));
  HitStep step;
  if (state == HitState::kValidated) {
    step.kind = StepKind::kValidate;
  } else if (state == HitState::kRejected) {
    step.kind = StepKind::kReject;
    step.reason = TRY(reason_in(body));
  } else {
    return fail(ErrorCode::kBadInput, "`state` must be validated or rejected");
  }
  return take(services, {request, who}, std::move(step));
}

Result<net::Response> close(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const auto outcome = hit_outcome_from(TRY(text_member(body, {.name = "outcome"})));
  if (!outcome || *outcome == HitOutcome::kNone || *outcome == HitOutcome::kNotRecorded) {
    return fail(
        ErrorCode::kBadInput,
        "`outcome` must be confirmed, cleared, not_found, handed_over, no_unit or reported");
  }
  HitStep step = step_of(StepKind::kClose);
  step.outcome = *outcome;
  return take(services, {request, who}, std::move(step));
}

// A step that says all by its address.
template <StepKind kKind>
Result<net::Response> bare(Services& services, const net::Request& request, const User& who) {
  return take(services, {request, who}, step_of(kKind));
}

Result<net::Response> steps(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const TakenStep& step : TRY(services.judging.steps(id, {who, request.remote_address}))) {
    items.push_back(step_json(*view, step));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<StepWish> rejection_in(const Json& item, VerdictReason reason) {
  if (!item.is_object()) return fail(ErrorCode::kBadInput, "each of `hits` has id and version");
  const auto id = parse_id(TRY(text_member(item, {.name = "id"})));
  const auto version = TRY(number_member(item, {.name = "version", .least = 1, .most = 1e9}));
  if (!id || !version) return fail(ErrorCode::kBadInput, "each of `hits` has id and version");
  HitStep step = step_of(StepKind::kReject);
  step.reason = reason;
  return StepWish{*id, static_cast<int>(*version), std::move(step)};
}

Result<> reject_one(Services& services, const StepWish& wish, const flow::Person& who) {
  const auto hit = TRY(services.judging.seen(wish.hit, who));
  if (hit.hit.priority < kFirstOfBulk) {
    return fail(ErrorCode::kRefused, "hits of priority 1 and 2 are judged one by one");
  }
  TRY(services.judging.take(wish, who, {}));
  return {};
}

// Each for itself: one that somebody else was first with leaves the others rejected.
Result<net::Response> reject_many(Services& services, const net::Request& request,
                                  const User& who) {
  const Json body = TRY(json_body(request));
  const VerdictReason reason = TRY(reason_in(body));
  const auto hits = body.find("hits");
  if (hits == body.end() || !hits->is_array() || hits->empty() ||
      hits->size() > kRejectedAtOnceMax) {
    return fail(ErrorCode::kBadInput, "`hits` must be a list of 1 to 100 hits");
  }
  std::vector<StepWish> wishes;
  for (const Json& item : *hits) wishes.push_back(TRY(rejection_in(item, reason)));
  Json items = Json::array();
  for (const StepWish& wish : wishes) {
    const auto done = reject_one(services, wish, {who, request.remote_address});
    Json item = {{"id", to_string(wish.hit)}, {"rejected", done.has_value()}};
    if (!done) item["why_not"] = done.error().text;
    items.push_back(std::move(item));
  }
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_hit_steps(net::Router& router, Services& services) {
  const std::vector<ActingRoute> routes = {
      {"POST", "/api/v1/hits/{id}/claim", Act::kValidateHit, claim},
      {"POST", "/api/v1/hits/{id}/release", Act::kValidateHit, bare<StepKind::kRelease>},
      {"POST", "/api/v1/hits/{id}/verdict", Act::kValidateHit, judge},
      {"POST", "/api/v1/hits/{id}/undo", Act::kValidateHit, bare<StepKind::kUndo>},
      {"POST", "/api/v1/hits/{id}/dispatch", Act::kDispatch, bare<StepKind::kDispatch>},
      {"POST", "/api/v1/hits/{id}/stop", Act::kStop, bare<StepKind::kStop>},
      {"POST", "/api/v1/hits/{id}/outcome", Act::kCloseHit, close},
      {"GET", "/api/v1/hits/{id}/steps", Act::kShareHit, steps, 0},
      {"POST", "/api/v1/rejections", Act::kValidateHit, reject_many}};
  for (const ActingRoute& route : routes) add_acting(router, services, route);
}

}  // namespace bas::api
