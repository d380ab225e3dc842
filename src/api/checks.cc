#include "api/access.h"
#include "api/check_answer.h"
#include "api/resources.h"

namespace bas::api {

namespace {

Result<flow::PlateChecks::Wanted> wanted_by(const net::Request& request) {
  const std::string_view kind = request.query_value("kind");
  if (kind.empty() || kind == "exact") return flow::PlateChecks::Wanted::kExact;
  if (kind == "all") return flow::PlateChecks::Wanted::kAll;
  return fail(ErrorCode::kBadInput, "`kind` is exact or all");
}

Result<net::Response> check(Services& services, const net::Request& request) {
  const flow::PlateChecks::Request asked{request.body, TRY(wanted_by(request))};
  CheckAnswer answer(check_form_of(request), asked.wanted);
  const auto totals =
      TRY(services.checks.check(asked, [&](const auto& portion) { return answer.add(portion); }));
  return std::move(answer).finish(totals);
}

}  // namespace

void add_checks(net::Router& router, Services& services) {
  add_writing(
      router, services,
      {"POST", "/api/v1/checks", Act::kCheckPlates, check, services.limits.check_bytes_max});
}

}  // namespace bas::api
