#include "flow/searches.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/encode.h"
#include "model/plate.h"
#include "policy/clip.h"

namespace bas::flow {

namespace {

constexpr std::size_t kOfDayMost = 10'000;  // reads of one plate in a day

policy::Role policy_role(Role role) {
  switch (role) {
    case Role::kOperator: return policy::Role::kOperator;
    case Role::kInvestigator: return policy::Role::kInvestigator;
    case Role::kListManager: return policy::Role::kListManager;
    case Role::kTechnician: return policy::Role::kZoneAdministrator;
    case Role::kAdministrator: return policy::Role::kSystemAdministrator;
    case Role::kOverseer: return policy::Role::kOverseer;
  }
  return policy::Role::kOperator;
}

policy::Actor actor_of(const User& user, std::string zone) {
  policy::Actor actor;
  actor.name = to_string(user.id);
  actor.unit = zone;
  actor.zone = std::move(zone);
  actor.role = policy_role(user.role);
  actor.actor_class = user.role == Role::kInvestigator ? policy::ActorClass::kJudPolice
                                                       : policy::ActorClass::kAdminPolice;
  actor.role_until = user.role_until;
  actor.trained_until = user.trained_until;
  return actor;
}

// What is asked, as the ledger keeps it, sealed.
std::string predicate_json(const SearchWish& wish) {
  nlohmann::ordered_json sites = nlohmann::ordered_json::array();
  for (const Id& site : wish.sites) sites.push_back(to_string(site));
  nlohmann::ordered_json json = {{"plate", wish.plate},
                                 {"sites", std::move(sites)},
                                 {"from", format_rfc3339(wish.from)},
                                 {"until", format_rfc3339(wish.until)},
                                 {"limit", wish.limit}};
  if (wish.after) json["after"] = to_string(*wish.after);
  return json.dump();
}

Result<> check_wish(const SearchWish& wish) {
  if (wish.plate.empty() == wish.sites.empty()) {
    return fail(ErrorCode::kBadInput, "name either a plate or sites");
  }
  if (!wish.plate.empty() && is_pattern(wish.plate)) {
    return fail(ErrorCode::kBadInput, "name the whole plate: parts of one are not searched here");
  }
  const bool is_in_order = wish.from < wish.until;
  if (!is_in_order || wish.until - wish.from > std::chrono::days(Searches::kDaysMost)) {
    return fail(ErrorCode::kBadInput,
                fmt::format("`from` lies before `until`, {} days at most", Searches::kDaysMost));
  }
  if (wish.limit == 0 || wish.limit > Searches::kPageMost) {
    return fail(ErrorCode::kBadInput, fmt::format("`limit` is 1 to {}", Searches::kPageMost));
  }
  return {};
}

// The sites of the zones that may be searched: reads of others are not even opened.
std::set<Id> open_sites(const ProvinceView& view, const std::vector<ZoneAnswer>& zones) {
  std::set<Id> sites;
  for (const Site& site : view.sites) {
    const Zone* zone = view.zone(site.zone);
    const auto is_open = [&](const ZoneAnswer& answer) {
      return zone != nullptr && answer.decision.permit && answer.zone == zone->code;
    };
    if (std::ranges::any_of(zones, is_open)) sites.insert(site.id);
  }
  return sites;
}

const ZoneAnswer* permitted(const std::vector<ZoneAnswer>& zones) {
  const auto found =
      std::ranges::find_if(zones, [](const ZoneAnswer& zone) { return zone.decision.permit; });
  return found == zones.end() ? nullptr : &*found;
}

}  // namespace

Result<SearchPage> Searches::search(const SearchWish& wish, const Searcher& who) {
  TRY(check_wish(wish));
  SearchPage page;
  page.zones = ask(wish, who);
  if (permitted(page.zones) == nullptr) {
    TRY(write(wish, who, page));
    if (page.zones.empty()) return fail(ErrorCode::kRefused, "no such site, or no zone to search");
    const policy::Decision& first = page.zones.front().decision;
    return fail(ErrorCode::kRefused,
                fmt::format("{}: {}", fmt::join(first.rules, ", "), first.text));
  }
  page.reads = TRY(find(wish, page));
  if (page.reads.size() > wish.limit) {
    page.reads.resize(wish.limit);
    page.next = page.reads.back().id;
  }
  page.ledger_number = TRY(write(wish, who, page));
  return page;
}

// One question a zone: its own, and those whose sites are named or, for a plate, all.
std::vector<ZoneAnswer> Searches::ask(const SearchWish& wish, const Searcher& who) const {
  const auto view = parts_.directory.view();
  std::set<Id> zones;
  std::size_t cameras = 0;
  for (const Site& site : view->sites) {
    const bool is_asked = wish.sites.empty() || std::ranges::count(wish.sites, site.id) > 0;
    if (is_asked) zones.insert(site.zone);
  }
  for (const Camera& camera : view->cameras) {
    if (std::ranges::count(wish.sites, camera.site) > 0) ++cameras;
  }
  const Zone* own = view->zone(who.user.zone);
  policy::Request request;
  request.act = policy::Act::kSearch;
  request.actor = actor_of(who.user, own == nullptr ? std::string() : own->code);
  request.purpose = policy::Why{wish.purpose, wish.case_number, wish.reason, {}};
  request.range = policy::Range{wish.from, wish.until, false};
  request.predicate.emplace();
  request.predicate->kind =
      wish.plate.empty() ? policy::PredicateKind::kArea : policy::PredicateKind::kPlate;
  request.predicate->plate = wish.plate;
  request.predicate->cameras = static_cast<int>(cameras);
  std::vector<ZoneAnswer> answers;
  for (const Zone& zone : view->zones) {
    if (!zones.contains(zone.id)) continue;
    request.source.emplace();
    request.source->controller_zone = zone.code;
    answers.push_back({zone.code, policy::decide(request, parts_.regime, parts_.clock.now())});
  }
  // The own zone speaks first: its refusal says what is missing in the question itself.
  std::ranges::stable_partition(answers, [&](const ZoneAnswer& answer) {
    return own != nullptr && answer.zone == own->code;
  });
  return answers;
}

// One more than a page, newest first. What policy clips leaves no trace, not even in the count.
Result<std::vector<Read>> Searches::find(const SearchWish& wish, const SearchPage& page) {
  const std::set<Id> sites = open_sites(*parts_.directory.view(), page.zones);
  SearchWish within = wish;
  std::erase_if(within.sites, [&](const Id& site) { return !sites.contains(site); });
  auto sealed = TRY(wish.plate.empty() ? sealed_of_sites(within) : sealed_of_plate(wish));
  std::ranges::sort(sealed, std::greater<>(), &SealedRead::id);
  std::vector<Read> reads;
  for (const SealedRead& one : sealed) {
    if (reads.size() > wish.limit) break;
    if (wish.after && !(one.id < *wish.after)) continue;
    if (!sites.contains(one.site)) continue;
    auto read = parts_.sealer.open(one);
    if (!read && read.error().code == ErrorCode::kDestroyed) continue;
    if (!read) return tl::make_unexpected(read.error());
    const UtcTime at = read->facts.captured_at;
    if (at < wish.from || at >= wish.until || !may_be_given(*read, page.zones)) continue;
    reads.push_back(std::move(*read));
  }
  return reads;
}

bool Searches::may_be_given(const Read& read, const std::vector<ZoneAnswer>& zones) const {
  const auto view = parts_.directory.view();
  const Zone* zone = view->zone(read.zone);
  if (zone == nullptr) return false;
  const auto answer = std::ranges::find(zones, zone->code, &ZoneAnswer::zone);
  if (answer == zones.end() || !answer->decision.permit) return false;
  const auto& clip = answer->decision.clip;
  return !clip || policy::is_within(*clip, {read.plate, zone->code, read.facts.captured_at});
}

Result<std::vector<SealedRead>> Searches::sealed_of_plate(const SearchWish& wish) {
  std::vector<SealedRead> found;
  const Day first = brussels_day(wish.from);
  for (Day day = brussels_day(wish.until); day.number >= first.number; --day.number) {
    const auto keys = parts_.vault.existing_keys(day);
    const bool is_gone = !keys && (keys.error().code == ErrorCode::kNotFound ||
                                   keys.error().code == ErrorCode::kDestroyed);
    if (is_gone) continue;
    if (!keys) return tl::make_unexpected(keys.error());
    const std::string token = TRY(parts_.sealer.plate_token(day, wish.plate));
    auto of_day = TRY(parts_.reads.history(day, token, kOfDayMost));
    std::move(of_day.begin(), of_day.end(), std::back_inserter(found));
  }
  return found;
}

Result<std::vector<SealedRead>> Searches::sealed_of_sites(const SearchWish& wish) {
  std::vector<SealedRead> found;
  for (const Id& site : wish.sites) {
    SitePassages wanted{site, wish.from, wish.until, 1'000, {}};
    while (true) {
      auto page = TRY(parts_.reads.passages(wanted));
      if (page.empty()) break;
      wanted.after = page.back().id;
      std::move(page.begin(), page.end(), std::back_inserter(found));
      if (page.size() < wanted.limit) break;
    }
  }
  return found;
}

Result<std::uint64_t> Searches::write(const SearchWish& wish, const Searcher& who,
                                      const SearchPage& page) {
  Use use;
  const auto view = parts_.directory.view();
  const Zone* zone = view->zone(who.user.zone);
  const ZoneAnswer* yes = permitted(page.zones);
  use.facts.what = "search";
  use.facts.zone = zone == nullptr ? std::string() : zone->code;
  use.facts.role = name_of(who.user.role);
  use.facts.is_permitted = yes != nullptr;
  use.facts.regime_sha256 = parts_.regime.sha256;
  if (!page.zones.empty()) {
    const policy::Decision& decision = (yes == nullptr ? &page.zones.front() : yes)->decision;
    use.facts.rules = decision.rules;
    use.facts.reason = decision.reason;
  }
  std::string ids;
  for (const Read& read : page.reads) ids += read.id.view();
  use.facts.results = page.reads.size();
  use.facts.results_sha256 = to_hex(sha256(ids));
  use.details = {to_string(who.user.id), wish.purpose, wish.case_number, wish.reason,
                 predicate_json(wish),   {},           who.terminal,     {}};
  return parts_.uses.write(std::move(use));
}

}  // namespace bas::flow
