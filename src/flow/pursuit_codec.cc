#include "flow/pursuit_codec.h"

#include "flow/cbor_members.h"

namespace bas::flow {

namespace pursuit_members {

using Json = nlohmann::json;

void put(Json& map, const char* name, const std::optional<UtcTime>& time) {
  if (time) map[name] = time_value(*time);
}
std::optional<UtcTime> time_in(const Json& map, const char* name) {
  if (!map.contains(name)) return std::nullopt;
  return time_from(map.at(name));
}

Json zone_value(const PursuitZone& zone) {
  Json map = {{"zone", id_value(zone.zone)}};
  put(map, "invited", zone.invited_at);
  put(map, "joined", zone.joined_at);
  put(map, "left", zone.left_at);
  return map;
}
PursuitZone zone_from(const Json& map) {
  return {id_from(map.at("zone")), time_in(map, "invited"), time_in(map, "joined"),
          time_in(map, "left")};
}

Pursuit pursuit_from(const Json& map) {
  Pursuit pursuit;
  pursuit.id = id_from(map.at("id"));
  pursuit.version = map.at("version").get<int>();
  pursuit.hit = id_from(map.at("hit"));
  pursuit.incident = id_from(map.at("incident"));
  pursuit.entry = id_from(map.at("entry"));
  pursuit.target = {map.at("plate").get<std::string>(), map.at("country").get<std::string>()};
  pursuit.priority = map.at("priority").get<int>();
  pursuit.audience = id_from(map.at("audience"));
  pursuit.lead = id_from(map.at("lead"));
  for (const Json& zone : map.at("zones")) pursuit.zones.push_back(zone_from(zone));
  pursuit.opened_at = time_from(map.at("opened"));
  pursuit.expires_at = time_from(map.at("expires"));
  pursuit.ended_at = time_in(map, "ended");
  pursuit.outcome =
      hit_outcome_from(map.at("outcome").get<std::string>()).value_or(HitOutcome::kNone);
  pursuit.sightings = map.at("sightings").get<int>();
  pursuit.last_hit = id_from(map.at("last_hit"));
  pursuit.last_seen_at = time_from(map.at("last_seen"));
  return pursuit;
}

PursuitEntry entry_from(const Json& map) {
  PursuitEntry entry;
  entry.number = map.at("number").get<int>();
  entry.event =
      pursuit_event_from(map.at("event").get<std::string>()).value_or(PursuitEvent::kNote);
  entry.by = {id_from(map.at("by")), map.at("name").get<std::string>(), id_from(map.at("of_zone"))};
  entry.at = time_from(map.at("at"));
  entry.zone = id_from(map.at("zone"));
  entry.hit = id_from(map.at("hit"));
  entry.camera = id_from(map.at("camera"));
  entry.seen_at = time_in(map, "seen");
  entry.is_alike = map.at("alike").get<bool>();
  entry.note = map.at("note").get<std::string>();
  entry.until = time_in(map, "until");
  entry.outcome =
      hit_outcome_from(map.at("outcome").get<std::string>()).value_or(HitOutcome::kNone);
  return entry;
}

}  // namespace pursuit_members

std::string encode_pursuit(const Pursuit& pursuit) {
  namespace m = pursuit_members;
  m::Json zones = m::Json::array();
  for (const PursuitZone& zone : pursuit.zones) zones.push_back(m::zone_value(zone));
  m::Json map = {{"id", id_value(pursuit.id)},
                 {"version", pursuit.version},
                 {"hit", id_value(pursuit.hit)},
                 {"incident", id_value(pursuit.incident)},
                 {"entry", id_value(pursuit.entry)},
                 {"plate", pursuit.target.text},
                 {"country", pursuit.target.country},
                 {"priority", pursuit.priority},
                 {"audience", id_value(pursuit.audience)},
                 {"lead", id_value(pursuit.lead)},
                 {"zones", std::move(zones)},
                 {"opened", time_value(pursuit.opened_at)},
                 {"expires", time_value(pursuit.expires_at)},
                 {"outcome", name_of(pursuit.outcome)},
                 {"sightings", pursuit.sightings},
                 {"last_hit", id_value(pursuit.last_hit)},
                 {"last_seen", time_value(pursuit.last_seen_at)}};
  m::put(map, "ended", pursuit.ended_at);
  return to_cbor(map);
}

std::string encode_pursuit_entry(const PursuitEntry& entry) {
  namespace m = pursuit_members;
  m::Json map = {{"number", entry.number},
                 {"event", name_of(entry.event)},
                 {"by", id_value(entry.by.id)},
                 {"name", entry.by.name},
                 {"of_zone", id_value(entry.by.zone)},
                 {"at", time_value(entry.at)},
                 {"zone", id_value(entry.zone)},
                 {"hit", id_value(entry.hit)},
                 {"camera", id_value(entry.camera)},
                 {"alike", entry.is_alike},
                 {"note", entry.note},
                 {"outcome", name_of(entry.outcome)}};
  m::put(map, "until", entry.until);
  m::put(map, "seen", entry.seen_at);
  return to_cbor(map);
}

Result<Pursuit> decode_pursuit(std::string_view bytes) {
  Pursuit pursuit;
  TRY(from_cbor(bytes, [&](const pursuit_members::Json& map) {
    pursuit = pursuit_members::pursuit_from(map);
  }));
  return pursuit;
}

Result<PursuitEntry> decode_pursuit_entry(std::string_view bytes) {
  PursuitEntry entry;
  TRY(from_cbor(
      bytes, [&](const pursuit_members::Json& map) { entry = pursuit_members::entry_from(map); }));
  return entry;
}

}  // namespace bas::flow
