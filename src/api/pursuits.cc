// Zones pursue one vehicle together.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/pursuit_views.h"
#include "api/resources.h"
#include "api/versions.h"

namespace bas::api {

namespace {

constexpr std::size_t kPageMost = 200;

struct AskedOfPursuit {
  const net::Request& request;
  const User& who;
  flow::Person person() const { return {who, request.remote_address}; }
};

net::Response pursuit_answer(Services& services, const flow::PursuitWithLog& shown, int status) {
  const auto view = services.directory.view();
  Json body = pursuit_json(*view, shown.pursuit);
  Json log = Json::array();
  for (const PursuitEntry& entry : shown.log) log.push_back(pursuit_entry_json(*view, entry));
  body["log"] = std::move(log);
  net::Response response = json_answer(body, status);
  response.headers.push_back(etag_of(shown.pursuit.version));
  return response;
}

Result<net::Response> page_of_pursuits(Services& services, const net::Request& request,
                                       const User& who) {
  PursuitPage page;
  page.before = TRY(query_id(request, "before"));
  page.limit = TRY(query_number(request, {.name = "limit", .most = kPageMost}));
  page.is_running = request.query_value("running") == "true";
  const std::uint64_t seq = services.events.seq();  // before reading: what comes later is resent
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Pursuit& one :
       TRY(services.pursuits.all(page, AskedOfPursuit{request, who}.person()))) {
    items.push_back(pursuit_json(*view, one));
  }
  return json_answer({{"items", std::move(items)}, {"seq", seq}});
}

Result<net::Response> begin_pursuit(Services& services, const net::Request& request,
                                    const User& who) {
  const auto version = version_asked(request);
  if (!version) return problem({ProblemType::kPreconditionRequired, {}, request.id});
  const Json body = TRY(json_body(request));
  const std::string text = TRY(text_member(body, {.name = "hit"}));
  flow::Pursuits::Begin wish{TRY(parse_id(text)), *version, TRY(key_asked(request))};
  const auto begun = TRY(services.pursuits.begin(wish, AskedOfPursuit{request, who}.person(), {}));
  return pursuit_answer(services, begun, 201);
}

Result<net::Response> one_pursuit(Services& services, const net::Request& request,
                                  const User& who) {
  const Id id = TRY(path_id(request));
  const auto behind =
      TRY(query_number(request, {.name = "behind", .least = 0, .most = 1'000'000, .otherwise = 0}));
  const auto shown = TRY(
      services.pursuits.one({id, static_cast<int>(behind)}, AskedOfPursuit{request, who}.person()));
  return pursuit_answer(services, shown, 200);
}

// Somebody was first, or it has ended: what it is now tells who and when.
Result<net::Response> write_line(Services& services, const AskedOfPursuit& asked,
                                 PursuitEntry entry) {
  const auto version = version_asked(asked.request);
  if (!version) return problem({ProblemType::kPreconditionRequired, {}, asked.request.id});
  const Id id = TRY(path_id(asked.request));
  flow::Pursuits::Wish wish{id, *version, std::move(entry), TRY(key_asked(asked.request))};
  const auto written = services.pursuits.write(std::move(wish), asked.person());
  if (written) return pursuit_answer(services, *written, 200);
  if (written.error().code != ErrorCode::kConflict) return tl::make_unexpected(written.error());
  const auto now = TRY(services.pursuits.one({id, 0}, asked.person()));
  const bool has_changed = *version != 0 && *version != now.pursuit.version;
  const ProblemType type = has_changed ? ProblemType::kVersionChanged : ProblemType::kConflict;
  return problem({type, written.error().text, asked.request.id});
}

PursuitEntry line_of(PursuitEvent event) {
  PursuitEntry entry;
  entry.event = event;
  return entry;
}

// A line that says all by its address.
template <PursuitEvent kEvent>
Result<net::Response> bare(Services& services, const net::Request& request, const User& who) {
  return write_line(services, {request, who}, line_of(kEvent));
}

// A line about another zone, by its code.
template <PursuitEvent kEvent>
Result<net::Response> of_zone(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const std::string code = TRY(text_member(body, {.name = "zone"}));
  const auto view = services.directory.view();
  const Zone* zone = view->zone_with_code(code);
  if (zone == nullptr) return fail(ErrorCode::kBadInput, "`zone` must be the code of a zone");
  PursuitEntry entry = line_of(kEvent);
  entry.zone = zone->id;
  return write_line(services, {request, who}, std::move(entry));
}

Result<net::Response> note_in_pursuit(Services& services, const net::Request& request,
                                      const User& who) {
  const Json body = TRY(json_body(request));
  PursuitEntry entry = line_of(PursuitEvent::kNote);
  entry.note = TRY(text_member(body, {.name = "note", .bytes_max = kPursuitNoteMax}));
  return write_line(services, {request, who}, std::move(entry));
}

Result<net::Response> extend_pursuit(Services& services, const net::Request& request,
                                     const User& who) {
  const Json body = TRY(json_body(request));
  PursuitEntry entry = line_of(PursuitEvent::kExtend);
  entry.until = TRY(needed_time(body, "until"));
  return write_line(services, {request, who}, std::move(entry));
}

Result<net::Response> end_pursuit(Services& services, const net::Request& request,
                                  const User& who) {
  const Json body = TRY(json_body(request));
  const auto outcome = hit_outcome_from(TRY(text_member(body, {.name = "outcome"})));
  if (!outcome || *outcome == HitOutcome::kNone || *outcome == HitOutcome::kNotRecorded) {
    return fail(
        ErrorCode::kBadInput,
        "`outcome` must be confirmed, cleared, not_found, handed_over, no_unit or reported");
  }
  PursuitEntry entry = line_of(PursuitEvent::kEnd);
  entry.outcome = *outcome;
  return write_line(services, {request, who}, std::move(entry));
}

}  // namespace

void add_pursuits(net::Router& router, Services& services) {
  const std::vector<ActingRoute> routes = {
      {"GET", "/api/v1/pursuits", Act::kShareHit, page_of_pursuits, 0},
      {"POST", "/api/v1/pursuits", Act::kDispatch, begin_pursuit},
      {"GET", "/api/v1/pursuits/{id}", Act::kShareHit, one_pursuit, 0},
      {"POST", "/api/v1/pursuits/{id}/invite", Act::kDispatch, of_zone<PursuitEvent::kInvite>},
      {"POST", "/api/v1/pursuits/{id}/join", Act::kDispatch, bare<PursuitEvent::kJoin>},
      {"POST", "/api/v1/pursuits/{id}/leave", Act::kDispatch, bare<PursuitEvent::kLeave>},
      {"POST", "/api/v1/pursuits/{id}/hand-over", Act::kDispatch, of_zone<PursuitEvent::kHandOver>},
      {"POST", "/api/v1/pursuits/{id}/notes", Act::kDispatch, note_in_pursuit},
      {"POST", "/api/v1/pursuits/{id}/extend", Act::kDispatch, extend_pursuit},
      {"POST", "/api/v1/pursuits/{id}/end", Act::kCloseHit, end_pursuit}};
  for (const ActingRoute& route : routes) add_acting(router, services, route);
}

}  // namespace bas::api
