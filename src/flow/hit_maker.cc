#include "flow/hit_maker.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "flow/category_terms.h"
#include "flow/directory.h"
#include "flow/hit_reasons.h"

namespace bas::flow {

namespace {

constexpr std::size_t kOpenIncidentsBeforeSweep = 10'000;

// A camera that names no country may have seen the vehicle of another that does.
bool may_be_one_vehicle(const Plate& a, const Plate& b) {
  return a.text == b.text && (a.country == b.country || a.country.empty() || b.country.empty());
}

// A camera may send behind what it saw the day before.
Day first_batch_day(UtcTime now) { return {brussels_day(now).number - 1}; }

Incident begun_by(const Hit& hit, const Id& id) {
  Incident incident;
  incident.id = id;
  incident.plate = hit.plate;
  incident.audience = audience_of(hit);
  incident.is_batched = is_batched(hit);
  incident.version = 0;
  incident.priority = kPriorityLowest;
  incident.opened_at = incident.last_at = hit.captured_at;
  return incident;
}

}  // namespace

Result<std::unique_ptr<HitMaker>> HitMaker::open(Parts parts) {
  std::unique_ptr<HitMaker> maker(new HitMaker(std::move(parts)));
  TRY(maker->load_open_incidents());
  return maker;
}

Result<> HitMaker::load_open_incidents() {
  open_incidents_.clear();
  const UtcTime now = parts_.clock.now();
  const UtcTime since = std::min(now - parts_.incident_window, start_of(first_batch_day(now)));
  for (const SealedIncident& sealed : TRY(parts_.store.open_incidents(since))) {
    const bool is_in_batch = !sealed.batch_zone.is_zero();
    if (!is_in_batch && sealed.last_at + parts_.incident_window < now) continue;
    const auto incident = parts_.sealer.open(sealed);
    // A destroyed day ends its incidents; anything else wrong with one must be seen.
    if (!incident && incident.error().code == ErrorCode::kDestroyed) continue;
    if (!incident) return tl::make_unexpected(incident.error());
    open_incidents_[incident->plate.text].push_back(*incident);
  }
  is_loaded_ = true;
  return {};
}

Result<> HitMaker::make(std::span<const MatchedRead> matched) {
  if (!is_loaded_) TRY(load_open_incidents());
  is_loaded_ = false;  // until the store has what is counted below
  std::vector<Made> made;
  for (const MatchedRead& one : matched) {
    for (Made& hit : TRY(hits_of(one))) made.push_back(std::move(hit));
  }
  if (!made.empty()) TRY(record(made));
  is_loaded_ = true;
  for (const Made& one : made) parts_.desks.hit_created({one.hit, one.incident, *one.read});
  if (open_incidents_.size() > kOpenIncidentsBeforeSweep) forget_closed(parts_.clock.now());
  return {};
}

// What was recorded may already be claimed, and an incident has gone on by what people did.
Result<> HitMaker::record(std::span<Made> made) {
  std::vector<Hit> shared;
  for (const Made& one : made) shared.push_back(one.hit);
  TRY(parts_.share(shared));
  std::vector<SealedHit> hits;
  std::vector<SealedIncident> incidents;
  for (const Made& one : made) {
    hits.push_back(TRY(parts_.sealer.seal(one.hit)));
    incidents.push_back(TRY(parts_.sealer.seal(one.incident)));
  }
  const Recorded recorded = TRY(parts_.store.record(hits, incidents));
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].hit.life = recorded.hits[i].life;
    made[i].incident.version = recorded.incidents[i].version;
    made[i].incident.standing = recorded.incidents[i].standing;
    made[i].incident.is_quiet = recorded.incidents[i].is_quiet;
  }
  return {};
}

Result<std::vector<HitMaker::Made>> HitMaker::hits_of(const MatchedRead& matched) {
  std::vector<Made> made;
  for (const match::Match& match : matched.matches) {
    const bool is_again = matched.occasion == Occasion::kAgain;
    if (is_again && TRY(parts_.store.hit_of(matched.read->id, match.entry.entry))) continue;
    auto hit = describe(*matched.read, match);
    if (!hit && hit.error().code == ErrorCode::kNotFound) continue;
    if (!hit) return tl::make_unexpected(hit.error());
    Incident& incident = incident_for(*hit);
    hit->incident = incident.id;
    ++incident.hits;
    incident.source = std::max(incident.source, hit->source);
    incident.priority = std::min(incident.priority, hit->priority);
    if (hit->captured_at >= incident.last_at) {
      incident.last_at = hit->captured_at;
      incident.last_hit = hit->id;
    }
    made.push_back({std::move(*hit), incident, matched.read});
  }
  return made;
}

Result<Hit> HitMaker::describe(const Read& read, const match::Match& match) const {
  const Entry entry = TRY(parts_.entries.entry(match.entry.entry));
  const UtcTime now = parts_.clock.now();
  Hit hit;
  hit.id = make_id(now, parts_.random);
  hit.read = read.id;
  hit.entry = entry.id;
  hit.list = entry.list;
  hit.camera = read.camera;
  hit.site = read.site;
  hit.zone = read.zone;
  hit.source = read.source;
  hit.owner_zone = TRY(parts_.entries.owner_of(entry.list));
  hit.priority = entry.priority;
  hit.is_late = read.facts.is_late;
  hit.captured_at = read.facts.captured_at;
  hit.created_at = now;
  hit.plate = {read.plate, read.facts.country};
  hit.plate_raw = read.facts.plate_raw;
  hit.entry_plate = entry.plate;
  hit.category = entry.category;
  hit.reason = entry.reason;
  hit.probability = match.probability;
  hit.explanation = match.explanation;
  hit.reasons = reasons_json(match.reasons)
                    .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  hit.kind = match::name_of(match.kind);
  hit.procedure = entry.procedure;
  RepeatWarning repeat = parts_.guard.warning(entry.id, entry.priority);
  hit.warning = std::move(repeat.text);
  const bool is_exact = match.kind == match::MatchKind::kExact;
  hit.batch_zone = batch_zone_of(hit, entry);
  hit.is_quiet = is_batched(hit) || repeat.is_quiet ||
                 CategoryTerms::standard().is_quiet(entry.category) ||
                 (!is_exact && match.rule.inexact == InexactUse::kReview);
  return hit;
}

// What its list calls more urgent rings, whatever its category; what is observed in silence goes to
// its owner. Without a home that is known here, its owner knows best.
Id HitMaker::batch_zone_of(const Hit& hit, const Entry& entry) const {
  if (hit.priority != kPriorityDaily) return {};
  if (!CategoryTerms::standard().is_daily(entry.category)) return {};
  const Zone* home = parts_.directory.view()->zone_of_home(entry.home);
  return home == nullptr ? hit.owner_zone : home->id;
}

bool HitMaker::belongs_to(const Incident& incident, const Hit& hit) const {
  if (incident.audience != audience_of(hit) || incident.is_batched != is_batched(hit)) return false;
  if (!may_be_one_vehicle(incident.plate, hit.plate)) return false;
  if (incident.is_batched) return brussels_day(incident.opened_at) == brussels_day(hit.captured_at);
  const auto gap =
      std::max(incident.opened_at - hit.captured_at, hit.captured_at - incident.last_at);
  return gap <= parts_.incident_window;
}

// One vehicle is one plate of one country; a different wanted plate always makes its own, and so
// does who observes in silence: what others see of the vehicle does not tell of it.
Incident& HitMaker::incident_for(const Hit& hit) {
  std::vector<Incident>& same_text = open_incidents_[hit.plate.text];
  for (Incident& incident : same_text) {
    if (belongs_to(incident, hit)) return incident;
  }
  return same_text.emplace_back(begun_by(hit, make_id(parts_.clock.now(), parts_.random)));
}

void HitMaker::forget_closed(UtcTime now) {
  const Day first_day = first_batch_day(now);
  absl::erase_if(open_incidents_, [&](auto& item) {
    std::erase_if(item.second, [&](const Incident& incident) {
      if (incident.is_batched) return brussels_day(incident.opened_at) < first_day;
      return incident.last_at + parts_.incident_window < now;
    });
    return item.second.empty();
  });
}

}  // namespace bas::flow
