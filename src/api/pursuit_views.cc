#include "api/pursuit_views.h"

#include <nlohmann/json.hpp>

#include "api/hit_views.h"
#include "api/json_members.h"
#include "api/read_views.h"
#include "api/views.h"

namespace bas::api {

namespace {

Json zone_part_json(const flow::ProvinceView& view, const PursuitZone& zone) {
  Json out = zone_name_json(view, zone.zone);
  out["takes_part"] = zone.is_in();
  put(out, "invited_at", zone.invited_at);
  put(out, "joined_at", zone.joined_at);
  put(out, "left_at", zone.left_at);
  return out;
}

}  // namespace

Json pursuit_json(const flow::ProvinceView& view, const Pursuit& pursuit) {
  Json zones = Json::array();
  for (const PursuitZone& zone : pursuit.zones) zones.push_back(zone_part_json(view, zone));
  Json out = {{"id", to_string(pursuit.id)},
              {"version", pursuit.version},
              {"hit", to_string(pursuit.hit)},
              {"incident", to_string(pursuit.incident)},
              {"plate", pursuit.target.text},
              {"priority", pursuit.priority},
              {"lead", zone_name_json(view, pursuit.lead)},
              {"zones", std::move(zones)},
              {"opened_at", format_rfc3339(pursuit.opened_at)},
              {"expires_at", format_rfc3339(pursuit.expires_at)},
              {"sightings", pursuit.sightings},
              {"last_hit", to_string(pursuit.last_hit)},
              {"last_seen_at", format_rfc3339(pursuit.last_seen_at)}};
  put(out, "country", pursuit.target.country);
  put(out, "ended_at", pursuit.ended_at);
  if (pursuit.outcome != HitOutcome::kNone) out["outcome"] = name_of(pursuit.outcome);
  return out;
}

Json pursuit_entry_json(const flow::ProvinceView& view, const PursuitEntry& entry) {
  Json out = {
      {"number", entry.number}, {"event", name_of(entry.event)}, {"at", format_rfc3339(entry.at)}};
  put(out, "by", doer_json(view, entry.by));
  if (!entry.zone.is_zero()) out["zone"] = zone_name_json(view, entry.zone);
  if (!entry.hit.is_zero()) out["hit"] = to_string(entry.hit);
  if (!entry.camera.is_zero()) out["camera"] = place_json(view, entry.camera);
  put(out, "seen_at", entry.seen_at);
  if (entry.is_alike) out["alike"] = true;
  put(out, "note", entry.note);
  put(out, "until", entry.until);
  if (entry.outcome != HitOutcome::kNone) out["outcome"] = name_of(entry.outcome);
  return out;
}

}  // namespace bas::api
