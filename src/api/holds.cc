// What cases keep of reads beyond their term.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/pictures.h"
#include "api/purpose_fields.h"
#include "api/read_views.h"
#include "api/resources.h"
#include "api/search_fields.h"

namespace bas::api {

namespace {

constexpr std::size_t kReasonBytesMax = 500;
constexpr std::size_t kIdBytes = 64;

Json hold_json(const Hold& hold, UtcTime now) {
  Json json = {{"id", to_string(hold.id)},
               {"purpose", hold.purpose},
               {"case_number", hold.case_number},
               {"reason", hold.reason},
               {"report_number", hold.report_number},
               {"reads", hold.reads.size()},
               {"whole", hold.is_whole},
               {"made_by", to_string(hold.made_by)},
               {"made_at", format_rfc3339(hold.made_at)},
               {"review_at", format_rfc3339(hold.review_at)},
               {"overdue", hold.review_at <= now}};
  if (hold.reviewed_at) {
    json["reviewed_at"] = format_rfc3339(*hold.reviewed_at);
    json["reviewed_by"] = to_string(hold.reviewed_by);
  }
  if (hold.released_at) json["released_at"] = format_rfc3339(*hold.released_at);
  return json;
}

Result<net::Response> all_holds(Services& services, const net::Request& request, const User& who) {
  Json items = Json::array();
  for (const Hold& one : TRY(services.holds.all({who, request.remote_address}))) {
    items.push_back(hold_json(one, services.clock.now()));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> make_hold(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  flow::Holds::NewHold wanted;
  const auto purpose = TRY(optional_id(body, kFor));
  if (!purpose) return fail(ErrorCode::kBadInput, "`for` must be the id of a stated purpose");
  wanted.purpose = *purpose;
  wanted.report_number = TRY(text_member(body, {"report_number"}));
  wanted.review_at = TRY(needed_time(body, "review_at"));
  const auto reads = TRY(texts_member(body, {"reads", flow::Holds::kReadsMax, kIdBytes}));
  for (const std::string& one : reads) {
    const auto id = parse_id(one);
    if (!id) return fail(ErrorCode::kBadInput, "`reads` must be ids of reads");
    wanted.reads.push_back(*id);
  }
  const Hold hold = TRY(services.holds.make(std::move(wanted), {who, request.remote_address}));
  return json_answer(hold_json(hold, services.clock.now()), 201);
}

Result<net::Response> open_hold(Services& services, const net::Request& request, const User& who) {
  const HeldFor held{TRY(path_id(request)), TRY(query_id(request, kFor))};
  const auto opened =
      TRY(services.holds.open(held.hold, held.purpose, {who, request.remote_address}));
  Json json = hold_json(opened.hold, services.clock.now());
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Read& read : opened.reads) items.push_back(held_read_json(*view, read, held));
  json["items"] = std::move(items);
  return json_answer(json);
}

Result<net::Response> held_picture(Services& services, const net::Request& request,
                                   const User& who) {
  flow::Holds::AskedPicture asked;
  asked.name.hold = TRY(path_id(request));
  asked.name.read = TRY(parse_id(request.path_value("read")));
  asked.name.picture = TRY(picture_number(request));
  asked.purpose = TRY(query_id(request, kFor));
  asked.unblur_reason = TRY(unblur_reason(request));
  return picture_answer(TRY(services.holds.picture(asked, {who, request.remote_address})));
}

Result<net::Response> review_hold(Services& services, const net::Request& request,
                                  const User& who) {
  const Json body = TRY(json_body(request));
  flow::Holds::Review review;
  review.hold = TRY(path_id(request));
  review.review_at = TRY(needed_time(body, "review_at"));
  review.reason = TRY(text_member(body, {"reason", kReasonBytesMax}));
  const Hold hold = TRY(services.holds.review(review, {who, request.remote_address}));
  return json_answer(hold_json(hold, services.clock.now()));
}

Result<net::Response> release_hold(Services& services, const net::Request& request,
                                   const User& who) {
  const Json body = TRY(json_body(request));
  const Id id = TRY(path_id(request));
  const std::string reason = TRY(text_member(body, {"reason", kReasonBytesMax}));
  const Hold hold = TRY(services.holds.release(id, reason, {who, request.remote_address}));
  return json_answer(hold_json(hold, services.clock.now()));
}

}  // namespace

void add_holds(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/holds", Act::kTendHold, all_holds, 0});
  add_acting(router, services, {"POST", "/api/v1/holds", Act::kHold, make_hold});
  add_acting(router, services, {"GET", "/api/v1/holds/{id}", Act::kOpenHold, open_hold, 0});
  add_acting(router, services,
             {"GET", "/api/v1/holds/{id}/reads/{read}/pictures/{number}", Act::kOpenHold,
              held_picture, 0});
  add_acting(router, services, {"POST", "/api/v1/holds/{id}/review", Act::kTendHold, review_hold});
  add_acting(router, services,
             {"POST", "/api/v1/holds/{id}/release", Act::kTendHold, release_hold});
}

}  // namespace bas::api
