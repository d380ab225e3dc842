// What stands out in the ledger, for whoever oversees.
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "api/use_views.h"

namespace bas::api {

namespace {

Json finding_json(const flow::Finding& finding, const AccountNames& names) {
  Json json = {{"kind", flow::kPatternKindNames.of(finding.kind)},
               {"actor", finding.actor},
               {"zone", finding.zone},
               {"count", finding.count},
               {"numbers", finding.numbers},
               {"first_at", format_rfc3339(finding.first)},
               {"last_at", format_rfc3339(finding.last)}};
  const auto name = names.find(finding.actor);
  if (name != names.end()) json["actor_name"] = name->second;
  if (finding.usual > 0) json["usual"] = finding.usual;
  return json;
}

Result<net::Response> patterns(Services& services, const net::Request& request, const User& who) {
  const auto days = TRY(query_number(
      request, {.name = "days", .least = 1, .most = flow::Oversight::kDaysMost, .otherwise = 30}));
  const auto report =
      TRY(services.oversight.patterns(static_cast<int>(days), {who, request.remote_address}));
  const AccountNames names = TRY(account_names(services));
  Json items = Json::array();
  for (const flow::Finding& one : report.findings) items.push_back(finding_json(one, names));
  return json_answer({{"from", format_rfc3339(report.from)},
                      {"until", format_rfc3339(report.until)},
                      {"first_number", report.first_number},
                      {"uses", report.uses},
                      {"whole", report.is_whole},
                      {"items", std::move(items)}});
}

}  // namespace

void add_patterns(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/ledger/patterns", Act::kReadLog, patterns});
}

}  // namespace bas::api
