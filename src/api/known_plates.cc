#include <charconv>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/answers.h"
#include "api/own_zone.h"
#include "api/resources.h"

namespace bas::api {

namespace {

net::Response answer(const flow::KnownPlatesState& state) {
  return json_answer(
      {{"plates", state.plates}, {"coverage", state.coverage}, {"refused", state.refused}});
}

Result<net::Response> state(Services& services, const net::Request&) {
  return answer(services.known_plates.state());
}

Result<net::Response> replace(Services& services, const net::Request& request, const User& who) {
  const std::string_view text = request.query_value("coverage");
  double coverage = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), coverage);
  if (failure != std::errc() || end != text.data() + text.size() || !(coverage >= 0) ||
      coverage > 1) {
    return fail(ErrorCode::kBadInput,
                "`coverage` must be a number from 0 to 1: the share of the vehicles on the road");
  }
  TRY(check_zone(services, {}, {request, who, Act::kChangeList}));
  return answer(TRY(services.known_plates.replace(request.body, coverage)));
}

}  // namespace

void add_known_plates(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/known-plates", Act::kSeeLists, state});
  add_acting(
      router, services,
      {"PUT", "/api/v1/known-plates", Act::kChangeList, replace, services.limits.import_bytes_max});
}

}  // namespace bas::api
