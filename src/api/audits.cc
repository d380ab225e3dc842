// The monthly sample: what was drawn, and what its auditors find.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/json_members.h"
#include "api/resources.h"
#include "api/use_views.h"

namespace bas::api {

namespace {

constexpr double kNumbersMost = 9e15;  // as exact as numbers of JSON are

Json month_json(const flow::AuditMonth& month) {
  Json json = {{"month", month.month},
               {"size", month.size},
               {"seed", month.seed},
               {"drawn_at", format_rfc3339(month.drawn_at)}};
  for (const std::string_view verdict : flow::kAuditVerdictNames.names) {
    json[std::string(verdict)] =
        std::ranges::count_if(month.items, [&](const flow::AuditItem& item) {
          return flow::kAuditVerdictNames.of(item.verdict) == verdict;
        });
  }
  return json;
}

Json item_json(const flow::AuditItem& item, const AccountNames& names) {
  const auto name_of_account = [&](const Id& id) {
    const auto found = names.find(to_string(id));
    return found == names.end() ? std::string() : found->second;
  };
  Json json = {{"number", item.number},
               {"zone", item.zone},
               {"verdict", flow::kAuditVerdictNames.of(item.verdict)}};
  put(json, "auditor", item.auditor.is_zero() ? std::string() : to_string(item.auditor));
  put(json, "auditor_name", name_of_account(item.auditor));
  put(json, "word", item.word);
  put(json, "judged_at", item.judged_at);
  return json;
}

Result<net::Response> overview(Services& services, const net::Request& request, const User& who) {
  const auto told = TRY(services.audits.overview({who, request.remote_address}));
  const AccountNames names = TRY(account_names(services));
  Json months = Json::array();
  for (const flow::AuditMonth& month : told.months) months.push_back(month_json(month));
  Json items = Json::array();
  for (const flow::AuditCase& one : told.cases) {
    Json json = item_json(one.item, names);
    json["month"] = one.month;
    json["mine"] = one.is_mine;
    json["overdue"] = one.is_overdue;
    json["use"] = use_json(one.use, names);
    items.push_back(std::move(json));
  }
  return json_answer({{"months", std::move(months)}, {"items", std::move(items)}});
}

Result<net::Response> judge_use(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  const auto number =
      TRY(number_member(body, {.name = "number", .least = 0, .most = kNumbersMost}));
  const std::string word = TRY(text_member(body, {.name = "verdict"}));
  const auto verdict = flow::kAuditVerdictNames.find(word);
  if (!number || !verdict) {
    return fail(ErrorCode::kBadInput,
                "name the `number` of an entry, and as `verdict` fine, questioned or wrong");
  }
  flow::AuditJudgement judgement{static_cast<std::uint64_t>(*number), *verdict, {}};
  judgement.word = TRY(text_member(
      body, {.name = "word", .bytes_max = flow::Audits::kWordBytesMax, .is_required = false}));
  const auto item = TRY(services.audits.judge(judgement, {who, request.remote_address}));
  return json_answer(item_json(item, TRY(account_names(services))));
}

}  // namespace

void add_audits(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/audits", Act::kReadLog, overview});
  add_acting(router, services, {"POST", "/api/v1/audits", Act::kReadLog, judge_use});
}

}  // namespace bas::api
