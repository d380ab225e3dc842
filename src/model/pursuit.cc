#include "model/pursuit.h"

#include <algorithm>

#include "model/name_table.h"

namespace bas {

namespace {

constexpr NameTable<PursuitEvent, 9> kEvents{
    {"open", "invite", "join", "leave", "hand_over", "note", "sight", "extend", "end"}};

tl::unexpected<Error> stands_in_the_way(std::string text) {
  return fail(ErrorCode::kConflict, std::move(text));
}

PursuitZone& zone_in(Pursuit& pursuit, const Id& zone) {
  const auto found = std::ranges::find(pursuit.zones, zone, &PursuitZone::zone);
  if (found != pursuit.zones.end()) return *found;
  return pursuit.zones.emplace_back(PursuitZone{zone});
}

Result<Pursuit> opened(Pursuit pursuit, const PursuitEntry& entry) {
  if (pursuit.version > 0) return stands_in_the_way("this pursuit has begun already");
  if (!entry.until || !entry.seen_at) {
    return fail(ErrorCode::kBadInput, "a pursuit needs its end, and when the vehicle was seen");
  }
  pursuit.lead = entry.by.zone;
  pursuit.opened_at = entry.at;
  pursuit.expires_at = *entry.until;
  pursuit.last_hit = pursuit.hit;
  pursuit.last_seen_at = *entry.seen_at;
  zone_in(pursuit, entry.by.zone).joined_at = entry.at;
  return pursuit;
}

Result<Pursuit> invited(Pursuit pursuit, const PursuitEntry& entry) {
  if (entry.zone.is_zero()) return fail(ErrorCode::kBadInput, "name the zone to invite");
  if (!pursuit.audience.is_zero()) {
    return stands_in_the_way("this vehicle is observed in silence: no other zone sees it");
  }
  PursuitZone& zone = zone_in(pursuit, entry.zone);
  if (zone.is_in()) return stands_in_the_way("that zone takes part already");
  zone.invited_at = entry.at;
  zone.left_at.reset();
  zone.joined_at.reset();
  return pursuit;
}

Result<Pursuit> joined(Pursuit pursuit, const PursuitEntry& entry) {
  PursuitZone& zone = zone_in(pursuit, entry.by.zone);
  if (zone.is_in()) return stands_in_the_way("your zone takes part already");
  zone.joined_at = entry.at;
  zone.left_at.reset();
  return pursuit;
}

Result<Pursuit> left(Pursuit pursuit, const PursuitEntry& entry) {
  if (pursuit.lead == entry.by.zone) {
    return stands_in_the_way("who leads hands over first, or ends the pursuit");
  }
  zone_in(pursuit, entry.by.zone).left_at = entry.at;
  return pursuit;
}

Result<Pursuit> handed_over(Pursuit pursuit, const PursuitEntry& entry) {
  if (!is_in(pursuit, entry.zone)) {
    return stands_in_the_way("the lead goes to a zone that takes part");
  }
  pursuit.lead = entry.zone;
  return pursuit;
}

Result<Pursuit> noted(Pursuit pursuit, const PursuitEntry& entry) {
  if (entry.note.empty() || entry.note.size() > kPursuitNoteMax) {
    return fail(ErrorCode::kBadInput, "a note has 1 to 1000 bytes");
  }
  return pursuit;
}

Result<Pursuit> sighted(Pursuit pursuit, const PursuitEntry& entry) {
  if (entry.hit.is_zero() || !entry.seen_at) {
    return fail(ErrorCode::kBadInput, "a sighting names its hit and its moment");
  }
  ++pursuit.sightings;
  if (*entry.seen_at < pursuit.last_seen_at) return pursuit;
  pursuit.last_hit = entry.hit;
  pursuit.last_seen_at = *entry.seen_at;
  return pursuit;
}

Result<Pursuit> extended(Pursuit pursuit, const PursuitEntry& entry) {
  const bool is_longer = entry.until && *entry.until > pursuit.expires_at;
  if (!is_longer || *entry.until > entry.at + kPursuitExtendsMost) {
    return fail(ErrorCode::kBadInput, "a pursuit is extended by at most four hours from now");
  }
  pursuit.expires_at = *entry.until;
  return pursuit;
}

Result<Pursuit> ended(Pursuit pursuit, const PursuitEntry& entry) {
  if (entry.outcome == HitOutcome::kNone) {
    return fail(ErrorCode::kBadInput, "a pursuit ends with its outcome");
  }
  pursuit.ended_at = entry.at;
  pursuit.outcome = entry.outcome;
  return pursuit;
}

bool is_of_server(const PursuitEntry& entry) { return entry.by.id.is_zero(); }

bool is_of_lead(PursuitEvent event) {
  return event == PursuitEvent::kHandOver || event == PursuitEvent::kExtend ||
         event == PursuitEvent::kEnd;
}

// Whether who writes the line takes part as it needs; the server does as it must.
Result<> check_part(const Pursuit& pursuit, const PursuitEntry& entry) {
  const bool is_open_to_all =
      entry.event == PursuitEvent::kOpen || entry.event == PursuitEvent::kJoin;
  if (is_of_server(entry) || is_open_to_all) return {};
  if (!is_in(pursuit, entry.by.zone)) return stands_in_the_way("join the pursuit first");
  if (is_of_lead(entry.event) && pursuit.lead != entry.by.zone) {
    return stands_in_the_way("only the zone that leads does that");
  }
  return {};
}

}  // namespace

std::string_view name_of(PursuitEvent event) { return kEvents.of(event); }
std::optional<PursuitEvent> pursuit_event_from(std::string_view name) { return kEvents.find(name); }

bool is_in(const Pursuit& pursuit, const Id& zone) {
  const auto found = std::ranges::find(pursuit.zones, zone, &PursuitZone::zone);
  return found != pursuit.zones.end() && found->is_in();
}

Result<Pursuit> after(const Pursuit& pursuit, const PursuitEntry& entry) {
  if (pursuit.ended_at) return stands_in_the_way("this pursuit has ended");
  TRY(check_part(pursuit, entry));
  auto next = [&]() -> Result<Pursuit> {
    switch (entry.event) {
      case PursuitEvent::kOpen: return opened(pursuit, entry);
      case PursuitEvent::kInvite: return invited(pursuit, entry);
      case PursuitEvent::kJoin: return joined(pursuit, entry);
      case PursuitEvent::kLeave: return left(pursuit, entry);
      case PursuitEvent::kHandOver: return handed_over(pursuit, entry);
      case PursuitEvent::kNote: return noted(pursuit, entry);
      case PursuitEvent::kSight: return sighted(pursuit, entry);
      case PursuitEvent::kExtend: return extended(pursuit, entry);
      case PursuitEvent::kEnd: return ended(pursuit, entry);
    }
    return fail(ErrorCode::kBadInput, "an unknown line");
  }();
  if (next) next->version = pursuit.version + 1;
  return next;
}

}  // namespace bas
