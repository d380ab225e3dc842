#include "flow/searches.h"
#include "flow/layers.h"

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

// What is asked as the ledger keeps it, sealed.
nlohmann::ordered_json predicate_json(const SearchWish& wish) {
  auto json = nlohmann::ordered_json::parse(question_of(wish));
  json["limit"] = wish.limit;
  if (wish.after) json["after"] = to_string(*wish.after);
  if (wish.authorisation) json["authorisation"] = to_string(*wish.authorisation);
  if (wish.agreement) json["agreement"] = to_string(*wish.agreement);
  return json;
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

Result<SearchPage> Searches::search(const SearchWish& wish, const Person& who) {
  TRY(check_wish(wish));
  const auto document = TRY(document_of(wish, who.user));
  SearchPage page;
  page.zones = TRY(ask(wish, who, document));
  const ZoneAnswer* yes = permitted(page.zones);
  const policy::Decision decision =
      yes != nullptr ? yes->decision
      : page.zones.empty()
          ? policy::refuse_unread("no such site, or no zone to search", parts_.gate.regime())
          : page.zones.front().decision;
  Use use = use_of(wish, page);
  if (document) use.details.authorisation_sha256 = document->authorisation.document_sha256;
  if (!decision.permit) {
    TRY(parts_.gate.write(std::move(use), decision, who));
    return tl::make_unexpected(refusal_of(decision));
  }
  TRY(count_use(document, page, who.user));
  page.reads = TRY(find(wish, page));
  if (page.reads.size() > wish.limit) {
    page.reads.resize(wish.limit);
    page.next = page.reads.back().id;
  }
  std::string ids;
  for (const Read& read : page.reads) ids += read.id.view();
  use.facts.results = page.reads.size();
  use.facts.results_sha256 = to_hex(sha256(ids));
  page.ledger_number = TRY(parts_.gate.write(std::move(use), decision, who));
  page.purpose = parts_.purposes.note({.id = {},
                                       .why = request_of(wish).purpose.value(),
                                       .authorisation = wish.authorisation,
                                       .question = document ? document->question : "",
                                       .until = {}},
                                      who.user.id);
  return page;
}

Result<std::optional<Searches::Document>> Searches::document_of(const SearchWish& wish,
                                                                const User& user) {
  if (!wish.authorisation) return std::nullopt;
  Document document;
  document.authorisation = TRY(parts_.authorisations.find(*wish.authorisation, user));
  document.question = question_of(wish);
  return std::optional(std::move(document));
}

policy::Request Searches::request_of(const SearchWish& wish) const {
  policy::Request request;
  request.act = wish.act;
  request.purpose = policy::Why{wish.purpose, wish.case_number, wish.reason, wish.danger};
  request.range = policy::Range{wish.from, wish.until, wish.is_young_only};
  request.predicate.emplace();
  const bool is_area = wish.plate.empty();
  request.predicate->kind = is_area ? policy::PredicateKind::kArea : policy::PredicateKind::kTrack;
  request.predicate->plate = wish.plate;
  const auto view = parts_.gate.directory().view();
  request.predicate->cameras =
      static_cast<int>(std::ranges::count_if(view->cameras, [&](const Camera& camera) {
        return std::ranges::count(wish.sites, camera.site) > 0;
      }));
  return request;
}

// Who agreed beforehand: to this question, or to the decision on which it rests.
Result<std::string> Searches::supervisor_of(const SearchWish& wish, const User& user,
                                            const std::optional<Document>& document) const {
  if (wish.agreement) {
    const auto agreed = TRY(parts_.agreements.find(*wish.agreement, user));
    if (agreed.question == question_of(wish) && agreed.case_number == wish.case_number) {
      return to_string(agreed.agreed_by);
    }
    return fail(ErrorCode::kRefused, "R36: that agreement is to another question or case");
  }
  const bool is_confirmed = document && document->authorisation.confirmed_at;
  return is_confirmed ? to_string(document->authorisation.confirmed_by) : std::string();
}

// One question a zone: its own, and those whose sites are named or, for a plate, all.
Result<std::vector<ZoneAnswer>> Searches::ask(const SearchWish& wish, const Person& who,
                                              const std::optional<Document>& document) {
  const auto view = parts_.gate.directory().view();
  std::set<Id> zones;
  for (const Site& site : view->sites) {
    const bool is_asked = wish.sites.empty() || std::ranges::count(wish.sites, site.id) > 0;
    if (is_asked) zones.insert(site.zone);
  }
  policy::Request request = request_of(wish);
  if (!wish.plate.empty()) {
    request.predicate->watched = TRY(parts_.close_plates.relation(wish.plate, who.user));
  }
  request.predicate->supervisor = TRY(supervisor_of(wish, who.user, document));
  request.grants = TRY(parts_.grants.in_words_of_policy());
  if (document) {
    request.authorisation = parts_.authorisations.in_words_of_policy(document->authorisation,
                                                                     document->question, who.user);
  }
  std::vector<ZoneAnswer> answers;
  for (const Zone& zone : view->zones) {
    if (!zones.contains(zone.id)) continue;
    request.source.emplace();
    request.source->controller_zone = zone.code;
    answers.push_back({zone.code, parts_.gate.ask(request, who.user)});
  }
  // The own zone speaks first: its refusal says what is missing in the question itself.
  const std::string own = parts_.gate.zone_code(who.user.zone);
  std::ranges::stable_partition(answers,
                                [&](const ZoneAnswer& answer) { return answer.zone == own; });
  return answers;
}

// Before anything is looked at: who asks at the same moment cannot use it once more than allowed.
Result<> Searches::count_use(const std::optional<Document>& document, const SearchPage& page,
                             const User& user) {
  const bool is_counted = std::ranges::any_of(page.zones, [](const ZoneAnswer& answer) {
    const auto& duties = answer.decision.obligations;
    return answer.decision.permit && std::ranges::count(duties, "count_use_of_authorisation") > 0;
  });
  if (!document || !is_counted) return {};
  return parts_.authorisations.count_use(document->authorisation.id, document->question, user);
}

Use Searches::use_of(const SearchWish& wish, const SearchPage& page) const {
  Use use;
  use.facts.what = wish.act == policy::Act::kSearch ? "search" : "look back";
  use.details.purpose = wish.purpose;
  use.details.case_number = wish.case_number;
  use.details.justification = wish.reason;
  auto predicate = predicate_json(wish);
  predicate["zones"] = nlohmann::ordered_json::array();
  for (const ZoneAnswer& zone : page.zones) {
    if (zone.decision.permit) predicate["zones"].push_back(zone.zone);
  }
  use.details.predicate = predicate.dump();
  return use;
}

// One more than a page, newest first. What policy clips leaves no trace, not even in the count.
Result<std::vector<Read>> Searches::find(const SearchWish& wish, const SearchPage& page) {
  const std::set<Id> sites = open_sites(*parts_.gate.directory().view(), page.zones);
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
  const auto view = parts_.gate.directory().view();
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
    if (!keys && is_erased(keys.error())) continue;
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

}  // namespace bas::flow
