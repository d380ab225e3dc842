#include "flow/desk.h"

#include "base/encode.h"
#include "flow/hit_sharing.h"
#include "flow/layers.h"

namespace bas::flow {

namespace {

std::vector<const Hit*> hits_in(const std::vector<HitWithRead>& opened) {
  std::vector<const Hit*> hits;
  for (const HitWithRead& one : opened) hits.push_back(&one.hit);
  return hits;
}

}  // namespace

bool Desk::may_see(const Hit& hit, const Person& who) const {
  return parts_.gate.ask(hit_request(policy::Act::kShareHit, hit, parts_.gate), who.user).permit;
}

// Nothing shown is nothing used.
Result<> Desk::tell(const char* what, const std::vector<const Hit*>& shown, const Person& who) {
  if (shown.empty()) return {};
  Use use;
  use.facts.what = what;
  use.facts.results = shown.size();
  std::string ids;
  for (const Hit* hit : shown) ids += hit->id.view();
  use.facts.results_sha256 = to_hex(sha256(ids));
  TRY(parts_.gate.deliver(hit_request(policy::Act::kShareHit, *shown.front(), parts_.gate),
                          std::move(use), who));
  return {};
}

Result<HitWithRead> Desk::open(const Id& id, const Person& who) {
  auto hit = TRY(parts_.reads.hit(id));
  if (!may_see(hit.hit, who)) return fail(ErrorCode::kNotFound, "there is no such hit");
  return hit;
}

Result<OpenedPage<HitWithRead>> Desk::hits(const HitPage& page, const Person& who) {
  auto opened = TRY(parts_.reads.hits(page));
  opened.items = TRY(shown(std::move(opened.items), "hits", who));
  return opened;
}

Result<std::vector<HitWithRead>> Desk::shown(std::vector<HitWithRead> opened, const char* what,
                                             const Person& who) {
  std::erase_if(opened, [&](const HitWithRead& one) { return !may_see(one.hit, who); });
  TRY(tell(what, hits_in(opened), who));
  return opened;
}

Result<HitWithRead> Desk::hit(const Id& id, const Person& who) {
  auto hit = TRY(open(id, who));
  TRY(tell("hit", {&hit.hit}, who));
  return hit;
}

Result<std::string> Desk::picture(const Id& id, std::size_t number, const Person& who) {
  const auto hit = TRY(open(id, who));
  const bool shows_all = parts_.gate.regime().occupants == policy::Occupants::kShown;
  auto bytes = TRY(shows_all ? parts_.reads.picture(hit.read, number)
                             : parts_.reads.concealed_picture(hit.read, number));
  TRY(tell("picture of a hit", {&hit.hit}, who));
  return bytes;
}

Result<std::vector<BatchCount>> Desk::batches(const Person& who) {
  return parts_.reads.batches(who.user.zone);
}

Result<OpenedPage<IncidentAtDesk>> Desk::incidents(HitPage page, const Person& who) {
  if (page.batch) page.batch->zone = who.user.zone;
  auto opened = TRY(parts_.reads.incidents(page));
  OpenedPage<IncidentAtDesk> shown{{}, opened.next};
  for (Incident& incident : opened.items) {
    auto last = parts_.reads.hit(incident.last_hit);
    if (!last && is_erased(last.error())) continue;
    HitWithRead hit = TRY(std::move(last));
    if (may_see(hit.hit, who)) shown.items.push_back({std::move(incident), std::move(hit)});
  }
  std::vector<const Hit*> hits;
  for (const IncidentAtDesk& one : shown.items) hits.push_back(&one.last.hit);
  TRY(tell("incidents", hits, who));
  return shown;
}

Result<IncidentTrail> Desk::incident(const Id& id, const Person& who) {
  Incident incident = TRY(parts_.reads.incident(id));
  auto last = parts_.reads.hit(incident.last_hit);
  const bool is_over = last ? !may_see(last->hit, who) : is_erased(last.error());
  if (is_over) return fail(ErrorCode::kNotFound, "there is no such incident any more");
  IncidentTrail trail{{std::move(incident), TRY(std::move(last))}, {}};
  auto hits = TRY(parts_.reads.hits_of_incident(id));
  trail.hits = TRY(shown(std::move(hits), "incident", who));
  return trail;
}

}  // namespace bas::flow
