// What came of the hits of a period, and where nothing was seen. No plate.
#include "flow/statistics.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/json_members.h"
#include "api/read_views.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json share_json(const Share& share) {
  Json out = {{"count", share.count}, {"of", share.of}};
  put(out, "share", share.value());
  return out;
}

Json waits_json(const Waits& waits) {
  const auto seconds = [](std::chrono::milliseconds time) {
    return std::chrono::duration<double>(time).count();
  };
  Json out = {{"count", waits.count}};
  if (waits.median) out["median_s"] = seconds(*waits.median);
  if (waits.p90) out["p90_s"] = seconds(*waits.p90);
  return out;
}

Json verdicts_json(const VerdictSums& sums) {
  return {{"validated", sums.validated},
          {"rejected", sums.rejected},
          {"misread", sums.misread},
          {"false_alarms", share_json(sums.false_alarms())}};
}

Json funnel_json(const Funnel& funnel) {
  return {{"hits", funnel.hits},           {"claimed", funnel.claimed},
          {"validated", funnel.validated}, {"dispatched", funnel.dispatched},
          {"stopped", funnel.stopped},     {"with_outcome", funnel.with_outcome}};
}

// By what, the worst first; `name` puts in what of.
template <typename Sums, typename Name>
Json worst_first(const Sums& sums, Name name) {
  std::vector<typename Sums::const_iterator> sorted;
  for (auto one = sums.begin(); one != sums.end(); ++one) sorted.push_back(one);
  std::ranges::stable_sort(
      sorted, [](const auto& a, const auto& b) { return is_worse(a->second, b->second); });
  Json rows = Json::array();
  for (const auto& one : sorted) {
    Json row = name(one->first, one->second);
    row.update(verdicts_json(one->second));
    rows.push_back(std::move(row));
  }
  return rows;
}

template <typename Counts>
Json counts_json(const Counts& counts) {
  Json rows = Json::array();
  for (const auto& [what, count] : counts) {
    rows.push_back({{"name", name_of(what)}, {"count", count}});
  }
  return rows;
}

Json pair_json(const GlyphPair& pair) {
  Json out = Json::object();
  put(out, "listed", pair.listed);
  put(out, "read", pair.read);
  return out;
}

Json list_name_json(const std::vector<List>& lists, const Id& id) {
  Json out = {{"id", to_string(id)}};
  const auto list = std::ranges::find(lists, id, &List::id);
  if (list == lists.end()) return out;  // it is gone
  out["name"] = list->name;
  put(out, "title", list->title);
  return out;
}

Json place_coverage_json(const flow::PlaceCoverage& place) {
  Json out = {{"name", place.name}};
  put(out, "code", place.code);
  out["cameras"] = place.cameras;
  out["seeing"] = place.seeing;
  put(out, "passages", place.passages);
  return out;
}

Json coverage_json(const flow::ProvinceView& view, const flow::Coverage& coverage) {
  Json cameras = Json::array(), municipalities = Json::array(), roads = Json::array();
  for (const flow::CameraCoverage& camera : coverage.cameras) {
    Json one = {{"camera", place_json(view, camera.camera)}};
    put(one, "passages", camera.passages);
    if (camera.last_on) one["last_on"] = format_day(*camera.last_on);
    cameras.push_back(std::move(one));
  }
  for (const auto& place : coverage.municipalities) {
    municipalities.push_back(place_coverage_json(place));
  }
  for (const auto& place : coverage.roads) roads.push_back(place_coverage_json(place));
  return {{"counted_since", format_rfc3339(coverage.counted_since)},
          {"cameras", std::move(cameras)},
          {"municipalities", std::move(municipalities)},
          {"roads", std::move(roads)}};
}

Json answer_json(const flow::ProvinceView& view, const flow::StatisticsAnswer& answer) {
  const HitSums& sums = answer.sums;
  Json out = {{"from", format_day(answer.wish.days.from)}, {"to", format_day(answer.wish.days.to)}};
  if (answer.wish.zone) out["zone"] = zone_name_json(view, *answer.wish.zone);
  out["made_at"] = format_rfc3339(answer.made_at);
  if (answer.complete_from) out["complete_from"] = format_day(*answer.complete_from);
  out["fewest"] = kTellingFewest;
  out["funnel"] = funnel_json(sums.funnel);
  out["states"] = counts_json(sums.by_state);
  out["reasons"] = counts_json(sums.by_reason);
  out["outcomes"] = counts_json(sums.by_outcome);
  out["followed_up"] = share_json(sums.followed_up);
  out["to_verdict"] = waits_json(sums.to_verdict);
  out["to_unit"] = waits_json(sums.to_unit);
  out["verdicts"] = verdicts_json(sums.all);
  out["lists"] = worst_first(sums.by_list, [&](const Id& id, const VerdictSums& of) -> Json {
    return {{"list", list_name_json(answer.lists, id)}, {"hits", of.hits}};
  });
  out["cameras"] = worst_first(sums.by_camera, [&](const Id& id, const VerdictSums& of) -> Json {
    return {{"camera", place_json(view, id)}, {"hits", of.hits}};
  });
  out["kinds"] = worst_first(sums.by_kind, [](const std::string& kind, const VerdictSums&) -> Json {
    return {{"kind", kind}};
  });
  out["pairs"] = worst_first(
      sums.by_pair, [](const GlyphPair& pair, const VerdictSums&) { return pair_json(pair); });
  out["coverage"] = coverage_json(view, answer.coverage);
  return out;
}

Result<Day> day_asked(const net::Request& request, std::string_view name) {
  const auto day = parse_day(request.query_value(name));
  if (day) return *day;
  return fail(ErrorCode::kBadInput,
              std::string(name).append(" is needed as a day such as 2026-11-23"));
}

Result<net::Response> statistics(Services& services, const net::Request& request, const User& who) {
  flow::StatisticsWish wish;
  wish.days.from = TRY(day_asked(request, "from"));
  wish.days.to = TRY(day_asked(request, "to"));
  const auto view = services.directory.view();
  if (const std::string_view code = request.query_value("zone"); !code.empty()) {
    const Zone* zone = view->zone_with_code(code);
    if (zone == nullptr) {
      return fail(ErrorCode::kBadInput, "there is no zone of that code: leave `zone` out for all");
    }
    wish.zone = zone->id;
  }
  const auto answer = TRY(services.statistics.of(wish, who));
  return json_answer(answer_json(*view, answer));
}

}  // namespace

void add_statistics(net::Router& router, Services& services) {
  add_acting(router, services, {"GET", "/api/v1/stats", Act::kSeeStatistics, statistics, 0});
}

}  // namespace bas::api
