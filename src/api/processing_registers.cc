// The registers of processing and of cameras, with their earlier versions and what changed.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

using flow::RegisterVersion;

Json version_json(const RegisterVersion& version) {
  return {{"number", version.number},
          {"sha256", version.sha256},
          {"made_at", format_rfc3339(version.made_at)}};
}

Result<std::vector<RegisterVersion>> versions_of(Services& services, const net::Request& request,
                                                 const User& who) {
  const auto kind = flow::kRegisterKindNames.find(request.path_value("name"));
  if (!kind) return fail(ErrorCode::kNotFound, "the registers are `processing` and `cameras`");
  return services.kept_registers.versions(*kind, {who, request.remote_address});
}

Result<net::Response> show_register(Services& services, const net::Request& request,
                                    const User& who) {
  const auto versions = TRY(versions_of(services, request, who));
  const RegisterVersion& latest = versions.front();
  Json earlier = Json::array();
  for (const RegisterVersion& one : versions) earlier.push_back(version_json(one));
  Json json = version_json(latest);
  json["document"] = Json::parse(latest.document, nullptr, false);
  json["versions"] = std::move(earlier);
  return json_answer(json);
}

const RegisterVersion* version_with(const std::vector<RegisterVersion>& versions,
                                    std::size_t number) {
  const auto found =
      std::ranges::find(versions, static_cast<int>(number), &RegisterVersion::number);
  return found == versions.end() ? nullptr : &*found;
}

Result<net::Response> register_changes(Services& services, const net::Request& request,
                                       const User& who) {
  constexpr std::size_t kVersionsMost = 1'000'000;
  const auto versions = TRY(versions_of(services, request, who));
  const auto latest = static_cast<std::size_t>(versions.front().number);
  const auto to = TRY(query_number(
      request, {.name = "to", .least = 1, .most = kVersionsMost, .otherwise = latest}));
  const auto from = TRY(query_number(
      request,
      {.name = "from", .least = 1, .most = kVersionsMost, .otherwise = to > 1 ? to - 1 : 1}));
  const auto* before = version_with(versions, from);
  const auto* after = version_with(versions, to);
  if (before == nullptr || after == nullptr) {
    return fail(ErrorCode::kNotFound, "the register has no version of that number");
  }
  Json items = Json::array();
  for (const flow::RegisterChange& change : TRY(flow::changes_between(*before, *after))) {
    Json one = {{"path", change.path}};
    if (!change.before.empty()) one["before"] = Json::parse(change.before);
    if (!change.after.empty()) one["after"] = Json::parse(change.after);
    items.push_back(std::move(one));
  }
  return json_answer(
      {{"from", version_json(*before)}, {"to", version_json(*after)}, {"items", std::move(items)}});
}

}  // namespace

void add_processing_registers(net::Router& router, Services& services) {
  add_acting(router, services,
             {"GET", "/api/v1/processing-registers/{name}", Act::kReadLog, show_register});
  add_acting(
      router, services,
      {"GET", "/api/v1/processing-registers/{name}/changes", Act::kReadLog, register_changes});
}

}  // namespace bas::api
