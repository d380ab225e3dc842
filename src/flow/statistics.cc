#include "flow/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

using PlacesByName = std::map<std::string, PlaceCoverage>;

std::string glyph_in(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Of reasons_json(): what differs, without its places.
std::vector<GlyphPair> pairs_in(const std::string& reasons) {
  std::vector<GlyphPair> pairs;
  const nlohmann::json json = nlohmann::json::parse(reasons, nullptr, false);
  if (!json.is_object()) return pairs;
  if (const auto all = json.find("differing"); all != json.end() && all->is_array()) {
    for (const nlohmann::json& one : *all) {
      pairs.push_back({glyph_in(one, "listed"), glyph_in(one, "read")});
    }
  }
  if (const auto lost = json.find("missing"); lost != json.end()) {
    pairs.push_back({glyph_in(*lost, "glyph"), ""});
  }
  if (const auto added = json.find("extra"); added != json.end()) {
    pairs.push_back({"", glyph_in(*added, "glyph")});
  }
  return pairs;
}

bool is_of(const std::optional<Id>& zone, const Id& other) { return !zone || *zone == other; }

void add_camera(PlacesByName& places, const CameraCoverage& camera, PlaceCoverage named) {
  if (named.name.empty()) return;
  auto& place = places.try_emplace(named.name, named).first->second;
  ++place.cameras;
  if (!camera.passages) return;
  place.passages = place.passages.value_or(0) + *camera.passages;
  if (*camera.passages > 0) ++place.seeing;
}

std::vector<PlaceCoverage> least_first(PlacesByName places) {
  std::vector<PlaceCoverage> sorted;
  for (auto& [name, place] : places) sorted.push_back(std::move(place));
  std::ranges::stable_sort(sorted, {}, &PlaceCoverage::passages);
  return sorted;
}

}  // namespace

Result<StatisticsAnswer> Statistics::of(const StatisticsWish& wish, const User& who) {
  TRY(check_days(wish.days));
  StatisticsAnswer answer;
  answer.wish = wish;
  answer.made_at = parts_.clock.now();
  answer.complete_from = complete_from(wish);
  answer.lists = TRY(parts_.lists.lists());
  answer.sums = sums_of(TRY(facts_for(wish, who, answer.lists)));
  std::erase_if(answer.lists,
                [&](const List& list) { return !answer.sums.by_list.contains(list.id); });
  answer.coverage = coverage_of(wish);
  return answer;
}

Result<> Statistics::check_days(const DaySpan& days) const {
  const Day today = brussels_day(parts_.clock.now());
  if (days.from > days.to) {
    return fail(ErrorCode::kBadInput, "`from` is after `to`: turn them round");
  }
  if (days.to > today) {
    return fail(ErrorCode::kBadInput,
                fmt::format("`to` is still to come: ask to {} at most", format_day(today)));
  }
  if (days.to.number - days.from.number >= kDaysMost) {
    return fail(ErrorCode::kBadInput,
                fmt::format("these are too many days: ask for {} at most", kDaysMost));
  }
  if (parts_.terms == nullptr || days.from >= parts_.terms->first_open_day()) return {};
  return fail(ErrorCode::kBadInput, fmt::format("what was before {0} is erased: ask from {0} on",
                                                format_day(parts_.terms->first_open_day())));
}

Result<std::vector<HitFact>> Statistics::facts_for(const StatisticsWish& wish, const User& who,
                                                   const std::vector<List>& lists) {
  const auto is_owner = [&](const Id& id) {
    const auto list = std::ranges::find(lists, id, &List::id);
    return list != lists.end() && list->owner_zone == who.zone;
  };
  std::vector<HitFact> facts;
  for (KeptFact& kept : TRY(parts_.facts.seen(wish.days))) {
    const HitFact& fact = kept.fact;
    if (!is_of(wish.zone, fact.zone)) continue;
    if (fact.priority == kPriorityLowest && !is_owner(fact.list)) continue;
    if (fact.judged_at) TRY(open_likeness(kept));
    facts.push_back(std::move(kept.fact));
  }
  return facts;
}

// How it matched is all that is looked at. A hit that ends just now is not opened any more: how it
// matched is not known then.
Result<> Statistics::open_likeness(KeptFact& kept) const {
  SealedHit sealed;
  sealed.id = kept.hit;
  sealed.day = kept.day;
  sealed.captured_at = kept.captured_at;
  sealed.sealed = std::move(kept.sealed);
  const auto hit = parts_.sealer.open(sealed);
  if (!hit && hit.error().code == ErrorCode::kDestroyed) return {};
  if (!hit) return tl::make_unexpected(hit.error());
  kept.fact.kind = hit->kind;
  kept.fact.pairs = pairs_in(hit->reasons);
  return {};
}

// What a camera of the shorter terms saw ends before the rest (rule R7).
std::optional<Day> Statistics::complete_from(const StatisticsWish& wish) const {
  if (parts_.terms == nullptr) return std::nullopt;
  Day from = wish.days.from;
  const auto view = parts_.directory.view();
  for (const Camera& camera : view->cameras) {
    if (!is_of(wish.zone, camera.zone)) continue;
    while (from <= wish.days.to && parts_.terms->is_over(from, camera.source)) ++from.number;
  }
  return from == wish.days.from ? std::nullopt : std::optional(from);
}

Coverage Statistics::coverage_of(const StatisticsWish& wish) const {
  Coverage coverage;
  coverage.counted_since = parts_.counts.since();
  const bool is_counted = brussels_day(coverage.counted_since) <= wish.days.to;
  const auto passages = parts_.counts.in({wish.days.from, wish.days.to});
  const auto view = parts_.directory.view();
  PlacesByName municipalities, roads;
  for (const Camera& camera : view->cameras) {
    const Site* site = view->site(camera.site);
    if (camera.is_disabled || site == nullptr || !is_of(wish.zone, site->zone)) continue;
    CameraCoverage covered{camera.id, std::nullopt, std::nullopt};
    const auto found = passages.find(camera.id);
    if (is_counted) covered.passages = found == passages.end() ? 0 : found->second.count;
    if (found != passages.end()) covered.last_on = found->second.last_on;
    add_camera(municipalities, covered, {site->municipality, site->municipality_nis, 0, 0, {}});
    add_camera(roads, covered, {site->road, {}, 0, 0, {}});
    coverage.cameras.push_back(covered);
  }
  std::ranges::stable_sort(coverage.cameras, {}, &CameraCoverage::passages);
  coverage.municipalities = least_first(std::move(municipalities));
  coverage.roads = least_first(std::move(roads));
  return coverage;
}

}  // namespace bas::flow
